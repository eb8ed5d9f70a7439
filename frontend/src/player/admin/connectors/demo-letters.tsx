/** In the demo letters go nowhere: they are kept, and shown here as their readers would see them. */
import { MailOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { formatInstant } from '@/core/i18n/format'
import { request } from '@/shared/api/request'
import { useLocale } from '@/ui/locale/interface-language'

import styles from './connectors.module.css'

interface DemoLetter {
  readonly id: string
  readonly at: string
  readonly to: string
  readonly subject: string
  readonly language: string
  readonly body: string
}

export function DemoLetters() {
  const { t } = useTranslation()
  const locale = useLocale()
  const { data: letters = [] } = useQuery({
    queryKey: ['demo', 'letters'],
    queryFn: async () => (await request<{ items: readonly DemoLetter[] }>('/demo/letters')).items,
    refetchInterval: 15_000,
  })
  return (
    <section className={styles['card']} aria-label={t('connectors:letters')}>
      <h2 className={styles['name']}>
        <MailOutlined aria-hidden /> {t('connectors:letters')}
      </h2>
      <p className={styles['quiet']}>{letters.length === 0 ? t('connectors:letters.none') : t('connectors:letters.hint')}</p>
      {letters.map(({ id, at, to, subject, language, body }) => (
        <details key={id} className={styles['letter']}>
          <summary>
            <strong>{subject}</strong> <span className={styles['quiet']}>{t('connectors:letters.to', { to, at: formatInstant(at, locale) })}</span>
          </summary>
          <p className={styles['body']} lang={language}>
            {body}
          </p>
        </details>
      ))}
    </section>
  )
}
