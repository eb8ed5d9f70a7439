/** Who may use an entity, and who may enter or see its new fields: roles down, one click a cell. */
import { Button, Modal, Segmented } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Entity, EntityPermission, FieldAccess, Role } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { documentsIn } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import type { NewField } from '../publish/impact'
import styles from './entity.module.css'

interface EntityRightsProps {
  readonly entity: Entity
  readonly onClose: () => void
}

/** What a level means in the document of a role. */
const LEVELS = {
  none: { read: false, create: false, update: false, delete: false, exports: false, imports: false, other_fields: null },
  read: { read: true, create: false, update: false, delete: false, other_fields: 'read' },
  edit: { read: true, create: true, update: true, delete: false, other_fields: null },
  manage: { read: true, create: true, update: true, delete: true, exports: true, imports: true, other_fields: null },
} as const
type Level = keyof typeof LEVELS

export function EntityRights({ entity, onClose }: EntityRightsProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  return (
    <RightsModal title={t('entities:rights.whoUses', { name: text(entity.label, locale, entity.name) })} hint={t('entities:rights.entityHint')} onClose={onClose}>
      <ul className={styles['roles']}>
        {documentsIn<Role>(draft, 'roles').map((role) => (
          <RoleLevel key={role.id} role={role} entity={entity} />
        ))}
      </ul>
    </RightsModal>
  )
}

/** One role's level, shown as chosen at once: arrow keys go on before the draft has arrived. */
function RoleLevel({ role, entity }: { readonly role: Role; readonly entity: Entity }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { edit } = useDrafting()
  const held = levelOf(role.entities?.find((rights) => rights.entity === entity.id))
  const [level, setLevel] = useState(held)
  const name = text(role.label, locale, role.name)
  const options = (Object.keys(LEVELS) as Level[]).map((each) => ({ value: each, label: t(`entities:rights.${each}`) }))
  const give = async (wanted: Level) => {
    setLevel(wanted)
    const after = await edit('set_entity_rights', { role: role.id, entities: [entity.id], rights: LEVELS[wanted] })
    if (after === null) setLevel(held)
  }
  return (
    <li>
      <span>{name}</span>
      <Segmented size="small" aria-label={name} value={level} options={options} onChange={(wanted: Level) => void give(wanted)} />
    </li>
  )
}

function levelOf(rights: EntityPermission | undefined): Level {
  if (rights === undefined || !rights.read) return 'none'
  if (rights.delete) return 'manage'
  return rights.create || rights.update ? 'edit' : 'read'
}

interface FieldRightsProps extends EntityRightsProps {
  readonly fields: readonly NewField[]
}

export function FieldRights({ entity, fields, onClose }: FieldRightsProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { edit } = useDrafting()
  const [first] = fields
  const entered = fields.filter(({ computed }) => !computed).map(({ field }) => field)
  const give = (role: string, ids: readonly string[], access: FieldAccess) => void edit('set_fields_access', { role, entity: entity.id, fields: ids, access })
  return (
    <RightsModal title={t('entities:rights.whoSees')} hint={t('entities:rights.fieldsHint')} onClose={onClose}>
      <div className={styles['matrixFrame']}>
        <table className={styles['matrix']} aria-label={t('entities:rights.whoSees')}>
          <thead>
            <tr>
              <th scope="col">{t('entities:rights.field')}</th>
              {first?.roles.map(({ role, label }) => (
                <th key={role} scope="col">
                  {text(label, locale)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field.field}>
                <th scope="row">{text(field.label, locale)}</th>
                {field.roles.map(({ role, label, access }) => (
                  <td key={role}>
                    <AccessSelect
                      label={`${text(field.label, locale)}, ${text(label, locale)}`}
                      value={access}
                      isComputed={field.computed}
                      onChange={(wanted) => give(role, [field.field], wanted)}
                    />
                  </td>
                ))}
              </tr>
            ))}
            {entered.length > 1 && (
              <tr className={styles['all']}>
                <th scope="row">{t('entities:rights.all')}</th>
                {first?.roles.map(({ role, label }) => (
                  <td key={role}>
                    <AccessSelect label={`${t('entities:rights.all')}, ${text(label, locale)}`} value={null} isComputed={false} onChange={(wanted) => give(role, entered, wanted)} />
                  </td>
                ))}
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </RightsModal>
  )
}

interface AccessSelectProps {
  readonly label: string
  readonly value: FieldAccess | null
  readonly isComputed: boolean
  readonly onChange: (access: FieldAccess) => void
}

function AccessSelect({ label, value, isComputed, onChange }: AccessSelectProps) {
  const { t } = useTranslation()
  const levels = isComputed ? (['read', 'hidden'] as const) : (['edit', 'read', 'masked', 'hidden'] as const)
  return (
    <select className={styles['select']} aria-label={label} value={value ?? ''} onChange={({ target }) => onChange(target.value as FieldAccess)}>
      {value === null && (
        <option value="" disabled>
          {t('entities:rights.choose')}
        </option>
      )}
      {levels.map((level) => (
        <option key={level} value={level}>
          {t(`entities:access.${level}`)}
        </option>
      ))}
    </select>
  )
}

interface RightsModalProps {
  readonly title: string
  readonly hint: string
  readonly onClose: () => void
  readonly children: ReactNode
}

function RightsModal({ title, hint, onClose, children }: RightsModalProps) {
  const { t } = useTranslation()
  const done = (
    <Button type="primary" onClick={onClose}>
      {t('entities:rights.done')}
    </Button>
  )
  return (
    <Modal open width={720} title={title} footer={done} onCancel={onClose}>
      <p className={styles['quiet']}>{hint}</p>
      {children}
    </Modal>
  )
}
