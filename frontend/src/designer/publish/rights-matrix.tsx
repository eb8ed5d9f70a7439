/** Who may enter, read or not see a new field: one line per role, changed with a click. */
import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { FieldAccess } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { useDrafting } from '../drafting/draft-context'
import type { NewField, RoleAccess } from './impact'
import styles from './publish.module.css'

export function RightsMatrix({ field }: { readonly field: NewField }) {
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <section className={styles['part']}>
      <h3 className={styles['partTitle']}>{t('designer:rights.title', { field: text(field.label, locale) })}</h3>
      <ul className={styles['roles']}>
        {field.roles.map((role) => (
          <RoleLine key={role.role} field={field} role={role} />
        ))}
      </ul>
    </section>
  )
}

function RoleLine({ field, role }: { readonly field: NewField; readonly role: RoleAccess }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { edit } = useDrafting()
  const [wanted, setWanted] = useState<FieldAccess | null>(null)
  const levels = field.computed ? (['read', 'hidden'] as const) : (['edit', 'read', 'hidden'] as const)
  const name = text(role.label, locale)
  const give = async (access: FieldAccess) => {
    setWanted(access)
    const isGiven = await edit('set_field_access', { role: role.role, entity: field.entity, field: field.field, access })
    if (isGiven === null) setWanted(null)
  }
  return (
    <li className={styles['role']}>
      <span>{name}</span>
      <Segmented
        size="small"
        aria-label={t('designer:rights.of', { role: name })}
        value={wanted ?? role.access}
        options={levels.map((level) => ({ value: level, label: t(`designer:rights.${level}`) }))}
        onChange={(access) => void give(access)}
      />
    </li>
  )
}
