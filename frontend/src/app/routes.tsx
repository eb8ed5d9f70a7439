/** Every address of the application and the page behind it; pages load when first visited. */
import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'

import type { LaterArea } from '@/core/i18n/catalogue'
import { loadAreas } from '@/core/i18n/translator'
import { SessionFrame } from '@/player/session/session-frame'
import { Shell } from '@/player/shell/shell'
import { Loading } from '@/ui/feedback/loading'

import { RouteFault } from './route-fault'

type PageModule = () => Promise<{ readonly default: ComponentType }>

/** A page's module as a route's lazy part, with the sentences it says beside those every visit has. */
function page(load: PageModule, ...areas: readonly LaterArea[]) {
  return async () => {
    const [{ default: Component }] = await Promise.all([load(), loadAreas(withFrame(areas))])
    return { Component }
  }
}

/** Whatever is designed is designed inside the frame. */
function withFrame(areas: readonly LaterArea[]): readonly LaterArea[] {
  return areas.includes('designer') ? [...areas, 'frame'] : areas
}

const APP_ROUTES: RouteObject[] = [
  { index: true, lazy: page(() => import('@/player/home/app-home-page')) },
  { path: 'v/:view', lazy: page(() => import('@/player/list/list-page'), 'list', 'transfer') },
  { path: 'e/:entity/new', lazy: page(() => import('@/player/record/record-page'), 'flows', 'record', 'refusals', 'rules', 'stock') },
  { path: 'e/:entity/trash', lazy: page(() => import('@/player/trash/trash-page'), 'record', 'trash') },
  { path: 'e/:entity/:id', lazy: page(() => import('@/player/record/record-page'), 'flows', 'record', 'refusals', 'rules', 'stock') },
  { path: 'dashboards/:dashboard', lazy: page(() => import('@/player/dashboard/dashboard-page'), 'dashboards', 'explore', 'list', 'reports') },
  { path: 'explore', lazy: page(() => import('@/player/explore/explore-page'), 'explore', 'list', 'reports', 'refusals') },
  { path: 'import/:entity', lazy: page(() => import('@/player/transfer/import-page'), 'refusals', 'transfer') },
]

const SIGNED_IN_ROUTES: RouteObject[] = [
  { index: true, lazy: page(() => import('@/player/home/home-page')) },
  { path: 'a/:app', children: APP_ROUTES },
  { path: 'inbox/:open?', lazy: page(() => import('@/player/inbox/inbox-page'), 'flows', 'record', 'refusals', 'rules') },
  { path: 'incidents/:open?', lazy: page(() => import('@/player/incidents/incidents-page'), 'flows', 'refusals') },
  { path: 'admin/*', lazy: page(() => import('@/player/admin/admin-page'), 'admin', 'connectors', 'record', 'refusals') },
  { path: 'design/:app', lazy: page(() => import('@/designer/home/design-home-page'), 'designer', 'refusals', 'rules') },
  { path: 'design/:app/form/:name', lazy: page(() => import('@/designer/form/form-designer-page'), 'designer', 'refusals', 'rules') },
  { path: 'design/:app/report/:name', lazy: page(() => import('@/designer/report/report-designer-page'), 'dashboards', 'designer', 'explore', 'list', 'refusals', 'reports') },
  { path: 'design/:app/dashboard/:name', lazy: page(() => import('@/designer/dashboard/dashboard-designer-page'), 'dashboards', 'designer', 'explore', 'list', 'refusals', 'reports') },
  { path: 'design/:app/rule/:name', lazy: page(() => import('@/designer/rule/rule-designer-page'), 'designer', 'refusals', 'rules') },
  { path: 'account/tokens', lazy: page(() => import('@/player/account/tokens-page'), 'account') },
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
