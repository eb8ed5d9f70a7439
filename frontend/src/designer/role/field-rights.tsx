/** The fields of an entity and how far a role gets to each: one by one, several at once, and those to come. */
import { UndoOutlined } from '@ant-design/icons'
import { Button, Checkbox, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Entity, EntityPermission, FieldAccess, Role } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { useDrafting } from '../drafting/draft-context'
import { KIND_ICONS } from '../palette/field-kinds'
import { fieldRight, levelsOf, otherFields, placedFields, shownLevel, type PlacedField } from './rights'
import styles from './role.module.css'

interface FieldRightsProps {
  readonly role: Role
  readonly entity: Entity
  readonly permission: EntityPermission
}

export function FieldRights({ role, entity, permission }: FieldRightsProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, edit } = useDrafting()
  const [picked, pick] = useState<ReadonlySet<string>>(new Set())
  const isFixed = draft.effect[role.id] === undefined
  const fields = placedFields(entity)
  const levels = levelsOf(permission)
  const give = (ids: readonly string[], access: FieldAccess | null) => void edit('set_fields_access', { role: role.id, entity: entity.id, fields: ids, access })
  const toggle = (id: string, isPicked: boolean) => pick(new Set(isPicked ? [...picked, id] : [...picked].filter((each) => each !== id)))
  return (
    <div className={styles['fields']} role="group" aria-label={t('roles:fields.of', { entity: text(entity.label, locale, entity.name) })}>
      <div className={styles['fieldRow']} data-head>
        <Checkbox
          aria-label={t('roles:fields.pickAll')}
          checked={picked.size === fields.length}
          indeterminate={picked.size > 0 && picked.size < fields.length}
          onChange={({ target }) => pick(new Set(target.checked ? fields.map(({ field }) => field.id) : []))}
        />
        {picked.size === 0 ? (
          <>
            <span className={styles['fieldName']}>{t('roles:fields.others')}</span>
            <Levels
              name={t('roles:fields.others')}
              value={otherFields(permission)}
              levels={levels}
              isFixed={isFixed}
              onChange={(access) => void edit('set_entity_rights', { role: role.id, entities: [entity.id], rights: { other_fields: access === 'edit' ? null : access } })}
            />
          </>
        ) : (
          <>
            <span className={styles['fieldName']}>{t('roles:fields.picked', { count: picked.size })}</span>
            <Levels name={t('roles:fields.picked', { count: picked.size })} value={null} levels={levels} isFixed={isFixed} onChange={(access) => give([...picked], access)} />
            <Button type="text" size="small" icon={<UndoOutlined aria-hidden />} disabled={isFixed} onClick={() => give([...picked], null)}>
              {t('roles:fields.follow')}
            </Button>
          </>
        )}
      </div>
      {fields.map((placed) => (
        <FieldRow
          key={placed.field.id}
          placed={placed}
          permission={permission}
          isFixed={isFixed}
          isPicked={picked.has(placed.field.id)}
          onPick={(isPicked) => toggle(placed.field.id, isPicked)}
          onGive={(access) => give([placed.field.id], access)}
        />
      ))}
    </div>
  )
}

interface FieldRowProps {
  readonly placed: PlacedField
  readonly permission: EntityPermission
  readonly isFixed: boolean
  readonly isPicked: boolean
  readonly onPick: (isPicked: boolean) => void
  readonly onGive: (access: FieldAccess | null) => void
}

function FieldRow({ placed, permission, isFixed, isPicked, onPick, onGive }: FieldRowProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { field, lines } = placed
  const { access, isListed } = fieldRight(permission, placed)
  const name = text(field.label, locale, field.name)
  const Drawn = KIND_ICONS[field.type]
  return (
    <div className={styles['fieldRow']} data-column={lines !== undefined} data-listed={isListed}>
      <Checkbox aria-label={t('roles:fields.pick', { field: name })} checked={isPicked} onChange={({ target }) => onPick(target.checked)} />
      <span className={styles['fieldName']}>
        <Drawn aria-hidden /> {name}
      </span>
      <Levels name={name} value={access} levels={levelsOf(permission)} isFixed={isFixed} onChange={onGive} />
      {isListed && (
        <Button type="text" size="small" icon={<UndoOutlined aria-hidden />} title={t('roles:fields.follow')} aria-label={t('roles:fields.followOf', { field: name })} disabled={isFixed} onClick={() => onGive(null)} />
      )}
    </div>
  )
}

interface LevelsProps {
  readonly name: string
  readonly value: FieldAccess | null
  readonly levels: readonly FieldAccess[]
  readonly isFixed: boolean
  readonly onChange: (access: FieldAccess) => void
}

/** The levels of access, from nothing to everything. */
function Levels({ name, value, levels, isFixed, onChange }: LevelsProps) {
  const { t } = useTranslation()
  return (
    <Segmented<FieldAccess | 'none'>
      size="small"
      aria-label={t('roles:access.of', { field: name })}
      disabled={isFixed}
      value={value === null ? 'none' : shownLevel(value, levels)}
      options={levels.map((level) => ({ value: level, label: t(`roles:access.${level}`), title: t(`roles:access.${level}.hint`) }))}
      onChange={(level) => level !== 'none' && onChange(level)}
    />
  )
}
