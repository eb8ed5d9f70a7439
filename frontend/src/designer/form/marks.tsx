/** Small signs beside a label: behaviour, and what is wrong. */
import { EyeInvisibleOutlined, FilterOutlined, LockOutlined, WarningFilled } from '@ant-design/icons'
import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'

import type { FormItem } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { say, type DesignIssue } from '../drafting/draft'
import styles from './form.module.css'

interface MarksProps {
  readonly item: FormItem
  readonly issues: readonly DesignIssue[]
}

export function Marks({ item, issues }: MarksProps) {
  const { t } = useTranslation()
  const narrowed = item.choices ?? item.candidates
  if (item.show === undefined && item.lock === undefined && narrowed === undefined && issues.length === 0) return null
  return (
    <span className={styles['marks']}>
      {item.show !== undefined && (
        <Tooltip title={`${t('designer:item.show')}: ${item.show}`}>
          <EyeInvisibleOutlined aria-label={t('designer:item.show')} />
        </Tooltip>
      )}
      {item.lock !== undefined && (
        <Tooltip title={`${t('designer:item.lock')}: ${item.lock}`}>
          <LockOutlined aria-label={t('designer:item.lock')} />
        </Tooltip>
      )}
      {narrowed !== undefined && (
        <Tooltip title={`${t('forms:item.narrow')}: ${narrowed}`}>
          <FilterOutlined aria-label={t('forms:item.narrow')} />
        </Tooltip>
      )}
      {issues.length > 0 && <IssueMark issues={issues} />}
    </span>
  )
}

export function IssueMark({ issues }: { readonly issues: readonly DesignIssue[] }) {
  const locale = useLocale()
  const sentences = issues.map(({ words }) => say(words, locale)).join(' ')
  const isError = issues.some(({ severity }) => severity === 'error')
  return (
    <Tooltip title={sentences}>
      <WarningFilled className={styles['issueMark'] ?? ''} data-severity={isError ? 'error' : 'warning'} aria-label={sentences} />
    </Tooltip>
  )
}
