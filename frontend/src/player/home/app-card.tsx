/** One app on the home page: what it is, and what is in it. */
import { EditOutlined } from '@ant-design/icons'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { text } from '@/core/i18n/text'
import type { AppSummary } from '@/shared/apps/use-apps'
import { Icon } from '@/ui/icon'
import { useLocale } from '@/ui/locale/interface-language'

import styles from './home.module.css'

export function AppCard({ app }: { readonly app: AppSummary }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const accent = { '--app-color': app.color ?? undefined } as CSSProperties
  return (
    <article className={styles['card']} style={accent}>
      <div className={styles['cardIcon']}>
        <Icon name={app.icon ?? 'app'} />
      </div>
      <div className={styles['cardWords']}>
        <h2 className={styles['cardTitle']}>
          <Link to={`/a/${app.name}`} className={styles['cover']}>
            {text(app.label, locale, app.name)}
          </Link>
        </h2>
        <p className={styles['cardText']}>{text(app.description, locale)}</p>
        <div className={styles['cardMeta']}>
          <span>
            {t('home:apps.entities', { count: app.entities.length })} · {app.version}
          </span>
          {app.may_design && (
            <Link to={`/design/${app.name}`} className={styles['design']}>
              <EditOutlined aria-hidden /> {t('home:apps.design')}
            </Link>
          )}
        </div>
      </div>
    </article>
  )
}
