/**
 * What can be made new in an app, in the order it is offered: each kind of document brings its own dialog. A dialog makes
 * the thing with an edit command and goes on to its designer; `onClose` without one leaves everything as it is.
 */
import { BarChartOutlined, DashboardOutlined, SafetyOutlined } from '@ant-design/icons'
import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

import type { DocumentFolder } from '../frame/document-kinds'

export interface NewThingProps {
  readonly app: string
  readonly onClose: () => void
}

export interface NewThing {
  /** Unique, as in `/design/:app?new=<key>`. */
  readonly key: string
  /** The folder its document goes to: it is offered in that group. */
  readonly folder: DocumentFolder
  /** Key of its words, such as `flow_design:new.title`. */
  readonly label: string
  readonly icon: ComponentType
  /** Drawn below the `DraftingProvider` of the app. */
  readonly Component: ComponentType<NewThingProps> | LazyExoticComponent<ComponentType<NewThingProps>>
}

export const NEW_THINGS: readonly NewThing[] = [
  { key: 'dashboard', folder: 'dashboards', label: 'dashboards:new', icon: DashboardOutlined, Component: lazy(() => import('../dashboard/new-dashboard')) },
  { key: 'report', folder: 'reports', label: 'explore:report.new', icon: BarChartOutlined, Component: lazy(() => import('../report/new-report')) },
  { key: 'role', folder: 'roles', label: 'roles:new', icon: SafetyOutlined, Component: lazy(() => import('../role/new-role')) },
]
