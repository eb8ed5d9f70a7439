/** What people may do with each field in a step: hidden, read, entered, required. */
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Entity, NodeAccess } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import type { DesignIssue } from '../../drafting/draft'
import { writable } from '../documents'
import styles from '../flow.module.css'

type Access = Readonly<Record<string, NodeAccess>>

interface FieldAccessProps {
  readonly entity: Entity
  readonly access: Access
  readonly issues: (field: string) => DesignIssue[]
  readonly onChange: (access: Access) => void
}

const USUAL = 'usual'

export function FieldAccess({ entity, access, issues, onChange }: FieldAccessProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const entered = new Set(writable(entity.fields).map(({ id }) => id))
  const set = (field: string, level: string) => {
    const others = Object.entries(access).filter(([id]) => id !== field)
    onChange(Object.fromEntries(level === USUAL ? others : [...others, [field, level as NodeAccess]]))
  }
  return (
    <details className={styles['access']} open={Object.keys(access).length > 0}>
      <summary>{t('flowdesign:access.title')}</summary>
      <p className={styles['about']}>{t('flowdesign:access.hint')}</p>
      <table>
        <tbody>
          {entity.fields.map((field) => (
            <tr key={field.id} data-fault={issues(field.id).length > 0}>
              <th scope="row">{text(field.label, locale)}</th>
              <td>
                <Select
                  size="small"
                  variant="borderless"
                  popupMatchSelectWidth={false}
                  aria-label={t('flowdesign:access.of', { name: text(field.label, locale) })}
                  value={access[field.id] ?? USUAL}
                  options={[USUAL, 'hidden', 'read', ...(entered.has(field.id) || field.type === 'lines' ? ['edit', 'required'] : [])].map((level) => ({
                    value: level,
                    label: t(`flowdesign:access.${level}`),
                  }))}
                  onChange={(level) => set(field.id, level)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
