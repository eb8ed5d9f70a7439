/** The views of an app in the groups of its navigation: how much is in each, and a new record in one step. */
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { text } from '@/core/i18n/text'
import type { Label } from '@/generated/metadata'
import type { DashboardEntry, Definition } from '@/shared/definition/definition'
import { dashboardsOf, navigationTree, viewsOf, type NavigationEntry, type NavigationGroup } from '@/shared/definition/navigation'
import { EmptyState } from '@/ui/feedback/empty-state'
import { Icon } from '@/ui/icon'
import { useLocale } from '@/ui/locale/interface-language'

import styles from './overview.module.css'
import { ShortcutRow } from './shortcut-row'

interface ShortcutsProps {
  readonly app: string
  readonly definition: Definition
}

export function Shortcuts({ app, definition }: ShortcutsProps) {
  const { t } = useTranslation()
  const words = (key: string): Label => ({ zh: t(key), en: t(key) })
  const groups = asGroups(navigationTree(definition), { dashboards: words('shell:dashboards'), views: words('home:views') })
  if (groups.length === 0) return <EmptyState title={t('home:views.none')} hint={t('home:views.none.hint')} />
  return (
    <div className={styles['groups']}>
      {groups.map((group) => (
        <Group key={group.key} app={app} definition={definition} group={group} />
      ))}
    </div>
  )
}

function Group({ app, definition, group }: ShortcutsProps & { readonly group: NavigationGroup }) {
  const { t } = useTranslation()
  const heading = text(group.label, useLocale(), t('home:views'))
  return (
    <section className={styles['group']} aria-label={heading}>
      <h2 className={styles['groupTitle']}>
        <Icon name={group.icon} />
        {heading}
      </h2>
      <ul className={styles['rows']}>
        {dashboardsOf(group).map(({ dashboard }) => (
          <DashboardRow key={dashboard.id} app={app} dashboard={dashboard} />
        ))}
        {viewsOf(group).map(({ view }) => (
          <ShortcutRow key={view.id} app={app} definition={definition} view={view} />
        ))}
      </ul>
    </section>
  )
}

function DashboardRow({ app, dashboard }: { readonly app: string; readonly dashboard: DashboardEntry }) {
  const locale = useLocale()
  return (
    <li className={styles['row']}>
      <Link to={`/a/${app}/dashboards/${dashboard.name}`} className={styles['cover']}>
        {text(dashboard.label, locale, dashboard.name)}
      </Link>
      <span className={styles['count']}>
        <Icon name={dashboard.icon ?? 'chart'} />
      </span>
      <span />
    </li>
  )
}

/** The groups of the navigation; dashboards and views that stand alone come first, in groups of their own. */
function asGroups(tree: readonly NavigationEntry[], words: { readonly dashboards: Label; readonly views: Label }): NavigationGroup[] {
  return [
    ...together('dashboards', words.dashboards, 'chart', tree.filter(({ kind }) => kind === 'dashboard')),
    ...together('views', words.views, undefined, tree.filter(({ kind }) => kind === 'view')),
    ...tree.filter((entry) => entry.kind === 'group'),
  ]
}

function together(key: string, label: Label, icon: string | undefined, entries: readonly NavigationEntry[]): NavigationGroup[] {
  return entries.length === 0 ? [] : [{ kind: 'group', key, label, icon, entries }]
}
