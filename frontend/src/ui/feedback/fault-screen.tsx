/** What a person sees when something broke: plain words, a retry, the way home, and details to pass on. */
import { Button, Result, Typography } from 'antd'
import { useTranslation } from 'react-i18next'

import styles from './feedback.module.css'

interface FaultScreenProps {
  readonly fault: unknown
  readonly onRetry?: () => void
}

export function FaultScreen({ fault, onRetry }: FaultScreenProps) {
  const { t } = useTranslation()
  return (
    <Result
      status="warning"
      title={t('common:fault.title')}
      subTitle={t('common:fault.hint')}
      extra={
        <div className={styles['emptyActions']}>
          {onRetry !== undefined && (
            <Button type="primary" onClick={onRetry}>
              {t('common:fault.retry')}
            </Button>
          )}
          <Button href="/">{t('common:fault.home')}</Button>
        </div>
      }
    >
      <details className={styles['details']}>
        <summary>{t('common:fault.details')}</summary>
        <Typography.Text code copyable>
          {fault instanceof Error ? fault.message : String(fault)}
        </Typography.Text>
      </details>
    </Result>
  )
}
