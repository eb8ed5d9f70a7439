/** How a figure is written: plain, as money or as a share; in which unit; with how many places. */
import { InputNumber, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'

import type { NumberFormat } from '@/generated/metadata'

import styles from './asking.module.css'
import { Entry } from './entry'

const STYLES = ['plain', 'money', 'percent'] as const
const UNITS = ['auto', 'none', 'wan', 'yi', 'thousand', 'million'] as const

interface FormatEntryProps {
  readonly format: NumberFormat | undefined
  readonly onChange: (format: NumberFormat | undefined) => void
}

export function FormatEntry({ format, onChange }: FormatEntryProps) {
  const { t } = useTranslation()
  const set = (next: Partial<NumberFormat>) => onChange({ ...format, ...next })
  const places = (scale: number | null) => {
    const { scale: _, ...others } = format ?? {}
    onChange(scale === null ? others : { ...others, scale })
  }
  return (
    <div className={styles['entry']}>
      <span>{t('explore:format')}</span>
      <Segmented<NonNullable<NumberFormat['style']>>
        block
        size="small"
        aria-label={t('explore:format')}
        value={format?.style ?? 'plain'}
        options={STYLES.map((value) => ({ value, label: t(`explore:format.${value}`) }))}
        onChange={(style) => set({ style })}
      />
      <div className={styles['inline']}>
        {format?.style !== 'percent' && (
          <Entry name={t('explore:format.unit')}>
            <Select
              size="small"
              aria-label={t('explore:format.unit')}
              value={format?.unit ?? 'auto'}
              options={UNITS.map((value) => ({ value, label: t(`explore:format.unit.${value}`) }))}
              popupMatchSelectWidth={false}
              onChange={(unit) => set({ unit })}
            />
          </Entry>
        )}
        <Entry name={t('explore:format.scale')}>
          <InputNumber size="small" min={0} max={8} precision={0} aria-label={t('explore:format.scale')} value={format?.scale ?? null} placeholder={t('explore:format.scale.own')} onChange={places} />
        </Entry>
      </div>
    </div>
  )
}
