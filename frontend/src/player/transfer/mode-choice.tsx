/** What happens to rows whose record already exists, and by which fields that is told. */
import { Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { useLocale } from '@/ui/locale/interface-language'

import { keyChoices, type Import, type ImportMode, type Mapping } from './import-state'
import styles from './transfer.module.css'

interface ModeChoiceProps {
  readonly found: Import
  readonly onChange: (mapping: Mapping) => void
}

const MODES: readonly ImportMode[] = ['create', 'upsert', 'update']

export function ModeChoice({ found, onChange }: ModeChoiceProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { mapping } = found
  const choices = keyChoices(found).map(({ field, label }) => ({ value: field, label: text(label, locale, field) }))
  return (
    <section className={styles['mode']}>
      <div>
        <h2 className={styles['heading']}>{t('transfer:mode')}</h2>
        <Radio.Group value={mapping.mode} onChange={({ target }) => onChange({ ...mapping, mode: target.value as ImportMode })}>
          {MODES.map((mode) => (
            <Radio key={mode} value={mode}>
              {t(`transfer:mode.${mode}`)}
            </Radio>
          ))}
        </Radio.Group>
      </div>
      <label className={styles['choice']}>
        {t('transfer:key')}
        <Select
          className={styles['key'] ?? ''}
          mode="multiple"
          allowClear
          placeholder={t('transfer:key.none')}
          {...(mapping.mode !== 'create' && mapping.key.length === 0 && { status: 'error' as const })}
          value={[...mapping.key]}
          options={choices}
          onChange={(key) => onChange({ ...mapping, key })}
        />
        <span className={styles['quiet']}>{t('transfer:key.hint')}</span>
      </label>
    </section>
  )
}
