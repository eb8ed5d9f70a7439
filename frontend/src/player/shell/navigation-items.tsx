/** The entries of an app's navigation as antd's menu takes them; the key of a link is its path. */
import { EditOutlined, FundProjectionScreenOutlined, HomeOutlined } from '@ant-design/icons'
import type { MenuProps } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useParams } from 'react-router'

import type { Locale } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import { useApps } from '@/shared/apps/use-apps'
import { entityNamed, type Definition } from '@/shared/definition/definition'
import { designableAt } from '@/shared/definition/designable'
import { dashboardsOf, navigationTree, navigationViews, pagesOf, viewsOf, type NavigationEntry } from '@/shared/definition/navigation'
import { Icon } from '@/ui/icon'
import { useLocale } from '@/ui/locale/interface-language'

type MenuItem = NonNullable<MenuProps['items']>[number]

export function useNavigationItems(app: string, definition: Definition): MenuItem[] {
  const { t } = useTranslation()
  const locale = useLocale()
  const design = useDesignItem(app, definition)
  return [
    linkItem(`/a/${app}`, t('shell:overview'), <HomeOutlined aria-hidden />),
    ...navigationTree(definition).map((entry) => menuItem(app, entry, locale)),
    ...(definition.explore === true ? [linkItem(`/a/${app}/explore`, t('shell:explore'), <FundProjectionScreenOutlined aria-hidden />)] : []),
    ...(design === undefined ? [] : [{ type: 'divider' } as const, design]),
  ]
}

/** The way to the designer: straight to what is behind the page in view, else to all that may be designed. */
function useDesignItem(app: string, definition: Definition): MenuItem | undefined {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const { entity, view, dashboard, page } = useParams()
  const mayDesign = useApps().data?.find(({ name }) => name === app)?.may_design ?? false
  if (!mayDesign) return undefined
  const icon = <EditOutlined aria-hidden />
  const here = designableAt(definition, { entity, view, dashboard, page })
  const back = `?back=${encodeURIComponent(pathname)}`
  if (here === undefined) return linkItem(`/design/${app}`, t('shell:design'), icon)
  return linkItem(`/design/${app}/${here.kind}/${here.name}${back}`, t(`shell:design.${here.kind}`), icon)
}

/** The key of the entry for the page in view; a record belongs to the first list of its entity. */
export function useSelectedKey(app: string, definition: Definition): string {
  const { pathname } = useLocation()
  const { entity: name } = useParams()
  const entity = name === undefined ? undefined : entityNamed(definition, name)
  const list = entity && navigationViews(definition).find(({ view }) => view.entity === entity.id)
  return list === undefined ? pathname : viewPath(app, list.view.name)
}

/** The key of the group that holds an entry. */
export function groupOf(app: string, definition: Definition, key: string): string | undefined {
  const groups = navigationTree(definition).filter((entry) => entry.kind === 'group')
  return groups.find((group) => pathsOf(app, group).includes(key))?.key
}

function pathsOf(app: string, entry: NavigationEntry): string[] {
  const views = viewsOf(entry).map(({ view }) => viewPath(app, view.name))
  const pages = pagesOf(entry).map(({ page }) => pagePath(app, page.name))
  return [...views, ...pages, ...dashboardsOf(entry).map(({ dashboard }) => dashboardPath(app, dashboard.name))]
}

function menuItem(app: string, entry: NavigationEntry, locale: Locale): MenuItem {
  const icon = <Icon name={entry.icon} />
  if (entry.kind === 'view') return linkItem(viewPath(app, entry.view.name), text(entry.view.label, locale), icon)
  if (entry.kind === 'dashboard') return linkItem(dashboardPath(app, entry.dashboard.name), text(entry.dashboard.label, locale), icon)
  if (entry.kind === 'page') return linkItem(pagePath(app, entry.page.name), text(entry.page.label, locale), icon)
  const children = entry.entries.map((child) => menuItem(app, child, locale))
  return { key: entry.key, icon, label: text(entry.label, locale), children }
}

function viewPath(app: string, view: string): string {
  return `/a/${app}/v/${view}`
}

function dashboardPath(app: string, dashboard: string): string {
  return `/a/${app}/dashboards/${dashboard}`
}

function pagePath(app: string, page: string): string {
  return `/a/${app}/pages/${page}`
}

function linkItem(to: string, words: string, icon: ReactNode): MenuItem {
  return { key: to, icon, label: <Link to={to}>{words}</Link>, title: words }
}
