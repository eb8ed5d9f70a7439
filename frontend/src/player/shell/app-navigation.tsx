/** What an app offers, as its document orders it: overview, views in their groups, the way to the designer. */
import { EditOutlined, HomeOutlined } from '@ant-design/icons'
import { Menu, type MenuProps } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'

import type { Locale } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import { useApps } from '@/shared/apps/use-apps'
import type { Definition } from '@/shared/definition/definition'
import { navigationTree, type NavigationEntry } from '@/shared/definition/navigation'
import { useDefinition } from '@/shared/definition/use-definition'
import { Icon } from '@/ui/icon'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'

type MenuItem = NonNullable<MenuProps['items']>[number]

interface AppNavigationProps {
  readonly app: string
  readonly isCollapsed?: boolean
  readonly onChosen?: () => void
}

export function AppNavigation({ app, isCollapsed = false, onChosen }: AppNavigationProps) {
  const { t } = useTranslation()
  const { data: definition, isPending } = useDefinition(app)
  const { pathname } = useLocation()
  const items = useItems(app, definition)
  if (isPending) return <Loading rows={8} />
  return (
    <nav aria-label={t('shell:navigation')}>
      <Menu mode="inline" inlineCollapsed={isCollapsed} items={items} selectedKeys={[pathname]} onClick={onChosen} />
    </nav>
  )
}

function useItems(app: string, definition: Definition | undefined): MenuItem[] {
  const { t } = useTranslation()
  const locale = useLocale()
  const mayDesign = useApps().data?.find(({ name }) => name === app)?.may_design ?? false
  const home = linkItem(`/a/${app}`, t('shell:overview'), <HomeOutlined aria-hidden />)
  const entries = definition === undefined ? [] : navigationTree(definition).map((entry) => menuItem(app, entry, locale))
  const design = [{ type: 'divider' } as const, linkItem(`/design/${app}`, t('shell:design'), <EditOutlined aria-hidden />)]
  return [home, ...entries, ...(mayDesign ? design : [])]
}

function menuItem(app: string, entry: NavigationEntry, locale: Locale): MenuItem {
  if (entry.kind === 'view') {
    return linkItem(`/a/${app}/v/${entry.view.name}`, text(entry.view.label, locale), <Icon name={entry.icon} />)
  }
  const children = entry.entries.map((child) => menuItem(app, child, locale))
  return { key: entry.key, type: 'group', label: text(entry.label, locale), children }
}

function linkItem(to: string, words: string, icon: ReactNode): MenuItem {
  return { key: to, icon, label: <Link to={to}>{words}</Link>, title: words }
}
