/** The server is at work: how far it is, and a way to stop it. */
import { Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'

import { formatNumber } from '@/core/i18n/format'
import { useLocale } from '@/ui/locale/interface-language'

import type { Import } from './import-state'
import styles from './transfer.module.css'

export function BusyStep({ found, onCancel }: { readonly found: Import; readonly onCancel: () => void }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { done, total } = found.progress
  const amounts = { done: formatNumber(done, locale), total: formatNumber(total, locale) }
  return (
    <section className={styles['busy']} role="status" aria-live="polite">
      <h2 className={styles['heading']}>{found.state === 'checking' ? t('transfer:busy.check') : t('transfer:busy.run')}</h2>
      <Progress aria-label={t('transfer:busy.rows', amounts)} percent={total > 0 ? Math.floor((done / total) * 100) : 0} status="active" />
      <p className={styles['quiet']}>{t('transfer:busy.rows', amounts)}</p>
      <p className={styles['quiet']}>{t('transfer:busy.leave')}</p>
      <Button onClick={onCancel}>{t('transfer:busy.cancel')}</Button>
    </section>
  )
}
