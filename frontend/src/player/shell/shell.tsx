/** The frame around every page for signed-in people: top bar, the app's navigation, content. */
import { Layout } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useLocation, useNavigation, useParams } from 'react-router'

import { useLiveUpdates } from '@/shared/events/use-live-updates'
import { useSession } from '@/shared/session/session-context'
import { ErrorBoundary } from '@/ui/feedback/error-boundary'

import { AppNavigation } from './app-navigation'
import { NavigationDrawer } from './navigation-drawer'
import { NavigationPanel } from './navigation-panel'
import { PreviewBar } from './preview-bar'
import { SeeingBar } from './seeing-bar'
import styles from './shell.module.css'
import { TopBar } from './top-bar'

const CONTENT = 'content'

export function Shell() {
  const { seen_by: own, events_after: after } = useSession()
  useLiveUpdates(!own, after)
  const app = useAppInUse()
  const [isDrawerOpen, setDrawerOpen] = useState(false)
  const openDrawer = app === undefined ? undefined : () => setDrawerOpen(true)
  return (
    <Layout className={styles['shell']}>
      <SkipLink />
      <PreviewBar />
      {own && <SeeingBar />}
      <TopBar app={app} onOpenNavigation={openDrawer} />
      <Layout className={styles['body']}>
        {app !== undefined && (
          <NavigationPanel>{(isCollapsed) => <AppNavigation app={app} isCollapsed={isCollapsed} />}</NavigationPanel>
        )}
        <Content />
      </Layout>
      {app !== undefined && (
        <NavigationDrawer isOpen={isDrawerOpen} onClose={() => setDrawerOpen(false)}>
          <AppNavigation app={app} onChosen={() => setDrawerOpen(false)} />
        </NavigationDrawer>
      )}
    </Layout>
  )
}

/** The app whose pages are open; the designer has its own tools instead of the app's navigation. */
function useAppInUse(): string | undefined {
  const { app } = useParams()
  const { pathname } = useLocation()
  return pathname.startsWith('/a/') ? app : undefined
}

function Content() {
  const { pathname } = useLocation()
  const isLeaving = useNavigation().state === 'loading'
  return (
    <Layout.Content id={CONTENT} role="main" tabIndex={-1} className={styles['content']} aria-busy={isLeaving}>
      {isLeaving && <div className={styles['progress']} />}
      <ErrorBoundary key={pathname}>
        <Outlet />
      </ErrorBoundary>
    </Layout.Content>
  )
}

function SkipLink() {
  const { t } = useTranslation()
  return (
    <a className={styles['skip']} href={`#${CONTENT}`}>
      {t('shell:skip')}
    </a>
  )
}
