/** The views of an app as tiles: how much is in each, and a new record in one step. */
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { formatNumber } from '@/core/i18n/format'
import { text } from '@/core/i18n/text'
import { entityWithId, type Definition } from '@/shared/definition/definition'
import { navigationViews, type NavigationView } from '@/shared/definition/navigation'
import { EmptyState } from '@/ui/feedback/empty-state'
import { Icon } from '@/ui/icon'
import { useLocale } from '@/ui/locale/interface-language'

import styles from './home.module.css'
import { useViewCounts } from './use-view-activity'

interface ShortcutsProps {
  readonly app: string
  readonly definition: Definition
}

export function Shortcuts({ app, definition }: ShortcutsProps) {
  const { t } = useTranslation()
  const views = navigationViews(definition)
  const counts = useViewCounts(app, definition, views)
  if (views.length === 0) return <EmptyState title={t('home:views.none')} hint={t('home:views.none.hint')} />
  return (
    <section aria-label={t('home:views')}>
      <ul className={styles['tiles']}>
        {views.map((entry, at) => (
          <li key={entry.view.id}>
            <Tile app={app} definition={definition} entry={entry} count={counts[at]} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface TileProps extends ShortcutsProps {
  readonly entry: NavigationView
  readonly count: number | undefined
}

function Tile({ app, definition, entry: { view, icon }, count }: TileProps) {
  const locale = useLocale()
  const entity = entityWithId(definition, view.entity)
  const mayCreate = entity !== undefined && definition.rights[entity.name]?.create === true
  return (
    <article className={styles['tile']}>
      <span className={styles['tileIcon']}>
        <Icon name={icon} />
      </span>
      <h2 className={styles['tileTitle']}>
        <Link to={`/a/${app}/v/${view.name}`} className={styles['cover']}>
          {text(view.label, locale, view.name)}
        </Link>
      </h2>
      <span className={styles['tileCount']}>{count === undefined ? '–' : formatNumber(count, locale)}</span>
      {mayCreate && <NewRecordLink to={`/a/${app}/e/${entity.name}/new`} entity={text(entity.label, locale, entity.name)} />}
    </article>
  )
}

function NewRecordLink({ to, entity }: { readonly to: string; readonly entity: string }) {
  const { t } = useTranslation()
  const words = t('home:views.new', { entity })
  return (
    <Link to={to} className={styles['new']} aria-label={words} title={words}>
      <Button size="small" type="text" icon={<PlusOutlined />} tabIndex={-1} aria-hidden />
    </Link>
  )
}
