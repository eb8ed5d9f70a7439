/** Every address of the application and the page behind it; pages load when first visited. */
import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'

import { SessionFrame } from '@/player/session/session-frame'
import { Shell } from '@/player/shell/shell'
import { Loading } from '@/ui/feedback/loading'

import { RouteFault } from './route-fault'

type PageModule = () => Promise<{ readonly default: ComponentType }>

/** A page's module as a route's lazy part. */
function page(load: PageModule) {
  return async () => ({ Component: (await load()).default })
}

const APP_ROUTES: RouteObject[] = [
  { index: true, lazy: page(() => import('@/player/home/app-home-page')) },
  { path: 'v/:view', lazy: page(() => import('@/player/list/list-page')) },
  { path: 'e/:entity/new', lazy: page(() => import('@/player/record/record-page')) },
  { path: 'e/:entity/trash', lazy: page(() => import('@/player/trash/trash-page')) },
  { path: 'e/:entity/:id', lazy: page(() => import('@/player/record/record-page')) },
  { path: 'dashboards/:dashboard', lazy: page(() => import('@/player/dashboard/dashboard-page')) },
  { path: 'explore', lazy: page(() => import('@/player/explore/explore-page')) },
  { path: 'import/:entity', lazy: page(() => import('@/player/transfer/import-page')) },
]

const SIGNED_IN_ROUTES: RouteObject[] = [
  { index: true, lazy: page(() => import('@/player/home/home-page')) },
  { path: 'a/:app', children: APP_ROUTES },
  { path: 'inbox/:open?', lazy: page(() => import('@/player/inbox/inbox-page')) },
  { path: 'incidents/:open?', lazy: page(() => import('@/player/incidents/incidents-page')) },
  { path: 'admin/*', lazy: page(() => import('@/player/admin/admin-page')) },
  { path: 'design/:app', lazy: page(() => import('@/designer/home/design-home-page')) },
  { path: 'design/:app/form/:form', lazy: page(() => import('@/designer/form/form-designer-page')) },
  { path: 'design/:app/rule/:rule', lazy: page(() => import('@/designer/rule/rule-designer-page')) },
  { path: 'account/tokens', lazy: page(() => import('@/player/account/tokens-page')) },
  { path: '*', lazy: page(() => import('@/player/home/not-found-page')) },
]

export const ROUTES: RouteObject[] = [
  {
    ErrorBoundary: RouteFault,
    HydrateFallback: Loading,
    children: [
      { path: 'sign-in', lazy: page(() => import('@/player/session/sign-in-page')) },
      {
        Component: SessionFrame,
        children: [{ Component: Shell, children: [{ ErrorBoundary: RouteFault, children: SIGNED_IN_ROUTES }] }],
      },
    ],
  },
]
