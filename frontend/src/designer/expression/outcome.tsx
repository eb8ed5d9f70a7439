/** What an expression in hand comes to: what is wrong with it, or its value for a record that can be chosen. */
import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'

import { useLocale } from '@/ui/locale/interface-language'

import { say } from '../drafting/draft'
import styles from './expression.module.css'
import type { Check } from './use-check'
import type { Sample } from './use-sample'

interface OutcomeProps {
  readonly check: Check | undefined
  readonly sample: Sample
}

export function Outcome({ check, sample }: OutcomeProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  if (check === undefined) return null
  if (check.issues.length > 0) {
    return (
      <div className={styles['outcome']} data-wrong role="status">
        {check.issues.slice(0, 3).map((issue) => (
          <p key={`${issue.code} ${issue.start}`}>{say(issue.words, locale)}</p>
        ))}
      </div>
    )
  }
  if (sample.chosen === undefined) return null
  return (
    <div className={styles['outcome']}>
      <span className={styles['outcomeFor']}>{t('expressions:sample.for')}</span>
      <Select
        size="small"
        variant="filled"
        className={styles['samples'] ?? ''}
        aria-label={t('expressions:sample.record')}
        popupMatchSelectWidth={220}
        value={sample.chosen}
        options={sample.records.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={sample.choose}
      />
      <span className={styles['result']} role="status">
        <Result check={check} />
      </span>
    </div>
  )
}

function Result({ check: { value, error, kind } }: { readonly check: Check }) {
  const { t } = useTranslation()
  const locale = useLocale()
  if (error !== null) return <span title={say(error.words, locale)}>{error.code}</span>
  if (value === null || value === '') return <>{t(kind === 'boolean' ? 'expressions:sample.no' : 'expressions:sample.blank')}</>
  if (typeof value !== 'boolean') return <>{Array.isArray(value) ? value.join(', ') : String(value)}</>
  const Sign = value ? CheckCircleOutlined : CloseCircleOutlined
  return (
    <>
      <Sign aria-hidden /> {t(value ? 'expressions:sample.yes' : 'expressions:sample.no')}
    </>
  )
}
