/** What a role may do with the records of every entity, as a table walked with the arrow keys; a row unfolds to its fields. */
import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown, Input } from 'antd'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Entity, Role } from '@/generated/metadata'
import { Icon } from '@/ui/icon'
import { useLocale } from '@/ui/locale/interface-language'

import { documentsIn } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import type { ChosenRight } from './chosen'
import { FieldRights } from './field-rights'
import { RightCell } from './right-cell'
import { ACTIONS, canBeNarrowed, differences, rightsOn, USUAL_RIGHTS, type Action, type UsualRights } from './rights'
import styles from './role.module.css'

const FIND_FROM = 8

interface RightsTableProps {
  readonly role: Role
  readonly chosen: ChosenRight | null
  readonly onChoose: (chosen: ChosenRight | null) => void
}

export function RightsTable({ role, chosen, onChoose }: RightsTableProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const [search, setSearch] = useState('')
  const every = documentsIn<Entity>(draft, 'entities')
  const entities = every.filter(({ name, label }) => `${name} ${text(label, locale)}`.toLowerCase().includes(search.trim().toLowerCase()))
  return (
    <div className={styles['matrixFrame']}>
      <div className={styles['matrixBar']}>
        <p className={styles['about']}>{t('roles:data.hint')}</p>
        {every.length >= FIND_FROM && <Input.Search className={styles['find'] ?? ''} allowClear placeholder={t('roles:data.find')} aria-label={t('roles:data.find')} onChange={({ target }) => setSearch(target.value)} />}
      </div>
      <table className={styles['matrix']} aria-label={t('roles:data.table')}>
        <thead>
          <tr>
            <th scope="col">{t('roles:entity')}</th>
            {ACTIONS.map((action) => (
              <th key={action} scope="col">
                <ColumnMenu role={role} action={action} entities={entities} />
              </th>
            ))}
            <th scope="col">{t('roles:fields')}</th>
          </tr>
        </thead>
        <tbody>
          {entities.map((entity, row) => (
            <EntityRow key={entity.id} role={role} entity={entity} row={row} chosen={chosen} onChoose={onChoose} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface ColumnMenuProps {
  readonly role: Role
  readonly action: Action
  readonly entities: readonly Entity[]
}

/** One action for every entity that is shown. */
function ColumnMenu({ role, action, entities }: ColumnMenuProps) {
  const { t } = useTranslation()
  const { draft, edit } = useDrafting()
  const items = (['all', 'none'] as const).map((key) => ({ key, label: t(`roles:column.${key}`) }))
  const set = (key: string) => void edit('set_entity_rights', { role: role.id, entities: entities.map(({ id }) => id), rights: { [action]: key === 'all' } })
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => set(key) }} disabled={draft.effect[role.id] === undefined}>
      <Button type="text" size="small" className={styles['columnHead'] ?? ''} title={t(`roles:action.${action}.hint`)}>
        {t(`roles:action.${action}`)} <DownOutlined className={styles['caret'] ?? ''} aria-hidden />
      </Button>
    </Dropdown>
  )
}

interface EntityRowProps {
  readonly role: Role
  readonly entity: Entity
  readonly row: number
  readonly chosen: ChosenRight | null
  readonly onChoose: (chosen: ChosenRight | null) => void
}

function EntityRow({ role, entity, row, chosen, onChoose }: EntityRowProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [isOpen, setOpen] = useState(false)
  const label = text(entity.label, locale, entity.name)
  const permission = rightsOn(role, entity.id)
  const count = differences(permission)
  return (
    <Fragment>
      <tr data-given={permission !== undefined}>
        <th scope="row">
          <RowMenu role={role} entity={entity} label={label} />
        </th>
        {ACTIONS.map((action, column) => (
          <td key={action} data-narrow={canBeNarrowed(action)}>
            <RightCell
              role={role}
              entity={entity}
              action={action}
              place={`${row}:${column}`}
              isChosen={chosen?.entity === entity.id && chosen.action === action}
              isEntry={chosen === null && row === 0 && column === 0}
              onChoose={() => onChoose({ entity: entity.id, action })}
            />
          </td>
        ))}
        <td>
          <Button type="link" size="small" disabled={permission === undefined} aria-expanded={isOpen} aria-label={t('roles:fields.open', { entity: label })} onClick={() => setOpen(!isOpen)}>
            {count > 0 ? t('roles:fields.differ', { count }) : t('roles:fields.same')}
          </Button>
        </td>
      </tr>
      {isOpen && permission !== undefined && (
        <tr>
          <td colSpan={ACTIONS.length + 2} className={styles['unfolded']}>
            <FieldRights role={role} entity={entity} permission={permission} />
          </td>
        </tr>
      )}
    </Fragment>
  )
}

/** All rights on one entity at once. */
function RowMenu({ role, entity, label }: { readonly role: Role; readonly entity: Entity; readonly label: string }) {
  const { t } = useTranslation()
  const { draft, edit } = useDrafting()
  const items = Object.keys(USUAL_RIGHTS).map((key) => ({ key, label: t(`roles:usual.${key}`) }))
  const set = (key: string) => void edit('set_entity_rights', { role: role.id, entities: [entity.id], rights: USUAL_RIGHTS[key as UsualRights] })
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => set(key) }} disabled={draft.effect[role.id] === undefined}>
      <Button type="text" size="small" className={styles['rowHead'] ?? ''} icon={<Icon name={entity.icon} />}>
        <span className={styles['rowName']}>{label}</span> <DownOutlined className={styles['caret'] ?? ''} aria-hidden />
      </Button>
    </Dropdown>
  )
}
