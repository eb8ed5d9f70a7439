/** What an app offers, as its document orders it: overview, views in their groups, the way to the designer. */
import { Menu } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'

import type { Definition } from '@/shared/definition/definition'
import { useDefinition } from '@/shared/definition/use-definition'
import { Loading } from '@/ui/feedback/loading'

import { groupOf, useNavigationItems } from './navigation-items'

interface AppNavigationProps {
  readonly app: string
  readonly isCollapsed?: boolean
  readonly onChosen?: () => void
}

export function AppNavigation({ app, ...rest }: AppNavigationProps) {
  const { data: definition } = useDefinition(app)
  if (definition === undefined) return <Loading rows={8} />
  return <Navigation key={app} app={app} definition={definition} {...rest} />
}

interface NavigationProps extends AppNavigationProps {
  readonly definition: Definition
}

function Navigation({ app, definition, isCollapsed = false, onChosen }: NavigationProps) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const items = useNavigationItems(app, definition)
  const open = useOpenGroups(groupOf(app, definition, pathname))
  return (
    <nav aria-label={t('shell:navigation')}>
      <Menu
        mode="inline"
        inlineIndent={14}
        inlineCollapsed={isCollapsed}
        items={items}
        selectedKeys={[pathname]}
        onClick={onChosen}
        {...(isCollapsed ? {} : open)}
      />
    </nav>
  )
}

/** The groups a person unfolded; the group of the page in view unfolds by itself. */
function useOpenGroups(current: string | undefined) {
  const [openKeys, onOpenChange] = useState<string[]>(current === undefined ? [] : [current])
  const [seen, setSeen] = useState(current)
  if (current !== seen) {
    setSeen(current)
    if (current !== undefined && !openKeys.includes(current)) onOpenChange([...openKeys, current])
  }
  return { openKeys, onOpenChange }
}
