/** Every address of the application and the page behind it; pages load when first visited. */
import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'

import type { LaterArea } from '@/core/i18n/catalogue'
import { loadAreas } from '@/core/i18n/translator'
import { SessionFrame } from '@/player/session/session-frame'
import { Shell } from '@/player/shell/shell'
import { Loading } from '@/ui/feedback/loading'

import { RouteFault } from './route-fault'
import { WithFormulas } from './with-formulas'
import { WithTour } from './with-tour'

type PageModule = () => Promise<{ readonly default: ComponentType }>

/** A page's module as a route's lazy part, with the sentences it says beside those every visit has. */
function page(load: PageModule, ...areas: readonly LaterArea[]) {
  return async () => {
    const [{ default: Component }] = await Promise.all([load(), loadAreas(areas.flatMap(withCompanions))])
    return { Component }
  }
}

/** Every designer stands in the frame and has entries for expressions. */
function withCompanions(area: LaterArea): readonly LaterArea[] {
  return area === 'designer' ? [area, 'expressions', 'forms', 'frame', 'functions'] : [area]
}

const APP_ROUTES: RouteObject[] = [
  { index: true, lazy: page(() => import('@/player/home/app-home-page')) },
  { path: 'v/:view', lazy: page(() => import('@/player/list/list-page'), 'list', 'transfer', 'views') },
  { path: 'e/:entity/new', lazy: page(() => import('@/player/record/record-page'), 'explain', 'flows', 'record', 'refusals', 'rules', 'stock') },
  { path: 'e/:entity/trash', lazy: page(() => import('@/player/trash/trash-page'), 'record', 'trash') },
  { path: 'e/:entity/:id', lazy: page(() => import('@/player/record/record-page'), 'explain', 'flows', 'record', 'refusals', 'rules', 'stock') },
  { path: 'dashboards/:dashboard', lazy: page(() => import('@/player/dashboard/dashboard-page'), 'board', 'dashboards', 'explore', 'list', 'reports') },
  { path: 'pages/:page', lazy: page(() => import('@/player/page/page-page'), 'list', 'record', 'reports', 'rules', 'views') },
  { path: 'explore', lazy: page(() => import('@/player/explore/explore-page'), 'explore', 'list', 'reports', 'refusals') },
  { path: 'import/:entity', lazy: page(() => import('@/player/transfer/import-page'), 'refusals', 'transfer') },
]

/** The design home opens the dialogs of all that can be made. */
const NEW_THINGS_AREAS: readonly LaterArea[] = [
  'dashboards', 'designer', 'entities', 'explore', 'flowdesign', 'messages', 'options', 'refusals', 'roles', 'rules', 'viewdesign', 'views',
]

const SIGNED_IN_ROUTES: RouteObject[] = [
  { index: true, lazy: page(() => import('@/player/home/home-page')) },
  { path: 'a/:app', Component: WithFormulas, children: APP_ROUTES },
  { path: 'inbox/:open?', lazy: page(() => import('@/player/inbox/inbox-page'), 'flows', 'record', 'refusals', 'rules') },
  { path: 'incidents/:open?', lazy: page(() => import('@/player/incidents/incidents-page'), 'flows', 'refusals') },
  { path: 'admin/*', lazy: page(() => import('@/player/admin/admin-page'), 'admin', 'connectors', 'record', 'refusals') },
  { path: 'design/new', lazy: page(() => import('@/designer/start/start-page'), 'refusals', 'starts') },
  { path: 'design/new/file/:id', lazy: page(() => import('@/designer/start/file-page'), 'designer', 'refusals', 'starts') },
  { path: 'design/:app', lazy: page(() => import('@/designer/home/design-home-page'), ...NEW_THINGS_AREAS, 'tour') },
  { path: 'design/:app/entity/:name', lazy: page(() => import('@/designer/entity/entity-designer-page'), 'designer', 'entities', 'forms', 'refusals', 'rules') },
  { path: 'design/:app/model', lazy: page(() => import('@/designer/entity/model-page'), 'designer', 'entities', 'forms', 'refusals', 'rules') },
  { path: 'design/:app/form/:name', lazy: page(() => import('@/designer/form/form-designer-page'), 'designer', 'refusals', 'rules') },
  { path: 'design/:app/options/:name', lazy: page(() => import('@/designer/options/options-designer-page'), 'designer', 'options', 'refusals') },
  { path: 'design/:app/view/:name', lazy: page(() => import('@/designer/view/view-designer-page'), 'designer', 'forms', 'list', 'refusals', 'viewdesign', 'views') },
  { path: 'design/:app/page/:name', lazy: page(() => import('@/designer/page/page-designer-page'), 'board', 'designer', 'refusals', 'reports', 'viewdesign') },
  { path: 'design/:app/navigation', lazy: page(() => import('@/designer/navigation/navigation-designer-page'), 'designer', 'refusals', 'viewdesign') },
  { path: 'design/:app/flow/:name', lazy: page(() => import('@/designer/flow/flow-designer-page'), 'designer', 'flowdesign', 'flows', 'messages', 'refusals') },
  { path: 'design/:app/template/:name', lazy: page(() => import('@/designer/template/template-designer-page'), 'designer', 'messages', 'refusals') },
  { path: 'design/:app/report/:name', lazy: page(() => import('@/designer/report/report-designer-page'), 'dashboards', 'designer', 'explore', 'forms', 'list', 'refusals', 'reports') },
  { path: 'design/:app/dashboard/:name', lazy: page(() => import('@/designer/dashboard/dashboard-designer-page'), 'board', 'dashboards', 'designer', 'explore', 'forms', 'list', 'refusals', 'reports') },
  { path: 'design/:app/rule/:name', lazy: page(() => import('@/designer/rule/rule-designer-page'), 'designer', 'refusals', 'rules') },
  { path: 'design/:app/role/:name', lazy: page(() => import('@/designer/role/role-designer-page'), 'designer', 'explain', 'refusals', 'roles') },
  { path: 'design/:app/roles', lazy: page(() => import('@/designer/role/roles-page'), 'designer', 'refusals', 'roles') },
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
        children: [{ Component: Shell, children: [{ Component: WithTour, ErrorBoundary: RouteFault, children: SIGNED_IN_ROUTES }] }],
      },
    ],
  },
]
