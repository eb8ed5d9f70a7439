/** The options of the chosen kind of picture, in words. */
import { Segmented, Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'

import type { Chart } from '@/generated/metadata'

import { useAsking } from './asking-context'
import styles from './asking.module.css'
import { Entry } from './entry'

/** Switches by kind of chart. */
const SWITCHES: Readonly<Partial<Record<Chart['kind'], readonly string[]>>> = {
  bar: ['horizontal', 'labels'],
  line: ['area', 'stack', 'smooth', 'labels'],
  pie: ['ring', 'labels'],
  china_map: ['tiles'],
}
/** Those that are on where nothing is said. */
const ON_BY_ITSELF: ReadonlySet<string> = new Set(['ring'])

export function ChartPanel() {
  const { t } = useTranslation()
  const { asked, setChart } = useAsking()
  if (asked === null) return <p className={styles['where']}>{t('explore:settings.empty')}</p>
  const { chart } = asked
  const held: Readonly<Record<string, unknown>> = { ...chart }
  const set = (key: string, value: unknown) => setChart({ ...chart, [key]: value } as Chart)
  return (
    <>
      <h2>{t('explore:chart.options', { kind: t(`reports:chart.${chart.kind}`) })}</h2>
      {chart.kind === 'bar' && (
        <Entry name={t('explore:chart.stack')}>
          <Select
            aria-label={t('explore:chart.stack')}
            value={chart.stack ?? 'none'}
            options={(['none', 'stacked', 'share'] as const).map((value) => ({ value, label: t(`explore:chart.stack.${value}`) }))}
            onChange={(stack) => set('stack', stack)}
          />
        </Entry>
      )}
      {chart.kind === 'number' && (
        <div className={styles['entry']}>
          <span>{t('explore:chart.good')}</span>
          <Segmented
            block
            size="small"
            aria-label={t('explore:chart.good')}
            value={chart.good ?? 'up'}
            options={(['up', 'down', 'neither'] as const).map((value) => ({ value, label: t(`explore:chart.good.${value}`) }))}
            onChange={(good) => set('good', good)}
          />
        </div>
      )}
      {(SWITCHES[chart.kind] ?? []).map((key) => (
        <div key={key} className={styles['inline']}>
          <Switch size="small" id={`chart-${key}`} checked={held[key] === true || (held[key] === undefined && ON_BY_ITSELF.has(key))} onChange={(isOn) => set(key, isOn)} />
          <label htmlFor={`chart-${key}`}>{t(`explore:chart.switch.${key}`)}</label>
        </div>
      ))}
    </>
  )
}
