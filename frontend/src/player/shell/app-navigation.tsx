/** What an app offers, as its document orders it: overview, views in their groups, the way to the designer. */
import { Menu } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Definition } from '@/shared/definition/definition'
import { useDefinition } from '@/shared/definition/use-definition'
import { Loading } from '@/ui/feedback/loading'

import { groupOf, useNavigationItems, useSelectedKey } from './navigation-items'

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
  const selected = useSelectedKey(app, definition)
  const items = useNavigationItems(app, definition)
  const open = useOpenGroups(groupOf(app, definition, selected))
  return (
    <nav aria-label={t('shell:navigation')}>
      <Menu
        mode="inline"
        inlineIndent={14}
        inlineCollapsed={isCollapsed}
        items={items}
        selectedKeys={[selected]}
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
