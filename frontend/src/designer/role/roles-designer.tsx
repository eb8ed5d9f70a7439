/** All roles side by side: who may do what with one entity, and how far each role gets to each of its fields. */
import { TeamOutlined } from '@ant-design/icons'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { text } from '@/core/i18n/text'
import { documentLanguage } from '@/core/i18n/locale'
import type { Entity, FieldAccess, Role } from '@/generated/metadata'
import { EmptyState } from '@/ui/feedback/empty-state'
import { useLocale } from '@/ui/locale/interface-language'

import { appOf, documentsIn } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { DesignerFrame } from '../frame/designer-frame'
import { designerAddress } from '../frame/places'
import { KIND_ICONS } from '../palette/field-kinds'
import { RightCell } from './right-cell'
import { RightPanel } from './right-panel'
import { ACTIONS, fieldRight, levelsOf, placedFields, rightsOn, shownLevel, type Action, type PlacedField } from './rights'
import { RoleList } from './role-list'
import styles from './role.module.css'

interface ChosenCell {
  readonly role: string
  readonly action: Action
}

export function RolesDesigner({ back }: { readonly back: string }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const entities = documentsIn<Entity>(draft, 'entities')
  const roles = documentsIn<Role>(draft, 'roles')
  const [id, setId] = useState(entities[0]?.id)
  const [chosen, choose] = useState<ChosenCell | null>(null)
  const entity = entities.find((each) => each.id === id) ?? entities[0]
  const inHand = roles.find((role) => role.id === chosen?.role)
  const document = { ...appOf(draft), label: { [documentLanguage(locale)]: t('roles:all') } }
  return (
    <DesignerFrame
      document={document}
      file="app.json"
      beside={roles.map(({ name }) => `roles/${name}.json`)}
      back={back}
      palette={<RoleList />}
      paletteTitle={t('frame:kind.roles')}
      inspector={
        inHand && entity && chosen ? (
          <RightPanel key={inHand.id + entity.id + chosen.action} role={inHand} entity={entity} action={chosen.action} isOfRole onClose={() => choose(null)} />
        ) : (
          <p className={styles['nothing']}>{t('roles:all.choose')}</p>
        )
      }
    >
      <div className={styles['page']}>
        {entity === undefined || roles.length === 0 ? (
          <EmptyState icon={<TeamOutlined aria-hidden />} title={t('roles:all.none')} hint={t('roles:all.noneHint')} />
        ) : (
          <>
            <div className={styles['matrixBar']}>
              <Select
                aria-label={t('roles:entity')}
                style={{ minWidth: 220 }}
                showSearch={{ optionFilterProp: 'label' }}
                value={entity.id}
                options={entities.map((each) => ({ value: each.id, label: text(each.label, locale, each.name) }))}
                onChange={setId}
              />
              <p className={styles['about']}>{t('roles:all.hint')}</p>
            </div>
            <ActionsOfRoles roles={roles} entity={entity} chosen={chosen} onChoose={choose} />
            <FieldsOfRoles roles={roles} entity={entity} />
          </>
        )}
      </div>
    </DesignerFrame>
  )
}

interface ActionsOfRolesProps {
  readonly roles: readonly Role[]
  readonly entity: Entity
  readonly chosen: ChosenCell | null
  readonly onChoose: (chosen: ChosenCell) => void
}

function ActionsOfRoles({ roles, entity, chosen, onChoose }: ActionsOfRolesProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  return (
    <div className={styles['scroll']}>
      <table className={styles['matrix']} aria-label={t('roles:all.actions')}>
        <thead>
          <tr>
            <th scope="col">{t('roles:role')}</th>
            {ACTIONS.map((action) => (
              <th key={action} scope="col" title={t(`roles:action.${action}.hint`)}>
                {t(`roles:action.${action}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {roles.map((role, row) => (
            <tr key={role.id} data-given={rightsOn(role, entity.id) !== undefined}>
              <th scope="row">
                <Link className={styles['roleName']} to={designerAddress(draft.app, `roles/${role.name}.json`)}>
                  {text(role.label, locale, role.name)}
                </Link>
              </th>
              {ACTIONS.map((action, column) => (
                <td key={action}>
                  <RightCell
                    role={role}
                    entity={entity}
                    action={action}
                    rowName={text(role.label, locale, role.name)}
                    place={`${row}:${column}`}
                    isChosen={chosen?.role === role.id && chosen.action === action}
                    isEntry={chosen === null && row === 0 && column === 0}
                    onChoose={() => onChoose({ role: role.id, action })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function FieldsOfRoles({ roles, entity }: { readonly roles: readonly Role[]; readonly entity: Entity }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const shown = roles.filter((role) => rightsOn(role, entity.id) !== undefined)
  if (shown.length === 0) return null
  return (
    <div className={styles['scroll']}>
      <table className={styles['matrix']} aria-label={t('roles:all.fields')}>
        <thead>
          <tr>
            <th scope="col">{t('roles:field')}</th>
            {shown.map((role) => (
              <th key={role.id} scope="col">
                {text(role.label, locale, role.name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {placedFields(entity).map((placed) => (
            <FieldOfRoles key={placed.field.id} roles={shown} entity={entity} placed={placed} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface FieldOfRolesProps {
  readonly roles: readonly Role[]
  readonly entity: Entity
  readonly placed: PlacedField
}

const FOLLOW = 'follow'

function FieldOfRoles({ roles, entity, placed }: FieldOfRolesProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, edit } = useDrafting()
  const { field, lines } = placed
  const name = text(field.label, locale, field.name)
  const Drawn = KIND_ICONS[field.type]
  const optionsOf = (levels: readonly FieldAccess[], isListed: boolean) => [
    ...levels.map((level) => ({ value: level, label: t(`roles:access.${level}`) })),
    ...(isListed ? [{ value: FOLLOW, label: t('roles:fields.follow') } as const] : []),
  ]
  const give = (role: Role, access: string) =>
    void edit('set_fields_access', { role: role.id, entity: entity.id, fields: [field.id], access: access === FOLLOW ? null : access })
  return (
    <tr data-given>
      <th scope="row" data-column={lines !== undefined}>
        <span className={styles['fieldName']}>
          <Drawn aria-hidden /> {name}
        </span>
      </th>
      {roles.map((role) => {
        const permission = rightsOn(role, entity.id)
        const levels = levelsOf(permission)
        const { access, isListed } = fieldRight(permission, placed)
        return (
          <td key={role.id}>
            <Select<FieldAccess | typeof FOLLOW>
              size="small"
              variant="borderless"
              className={styles['access'] ?? ''}
              data-listed={isListed}
              data-access={access}
              aria-label={t('roles:access.ofRole', { field: name, role: text(role.label, locale, role.name) })}
              disabled={draft.effect[role.id] === undefined}
              value={shownLevel(access, levels)}
              options={optionsOf(levels, isListed)}
              onChange={(next) => give(role, next)}
            />
          </td>
        )
      })}
    </tr>
  )
}
