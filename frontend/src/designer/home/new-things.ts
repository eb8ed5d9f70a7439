/**
 * What can be made new in an app, in the order it is offered: each kind of document brings its own dialog. A dialog makes
 * the thing with an edit command and goes on to its designer; `onClose` without one leaves everything as it is.
 */
import { AuditOutlined, BarChartOutlined, BranchesOutlined, DashboardOutlined, DatabaseOutlined, LayoutOutlined, MailOutlined, SafetyOutlined, TableOutlined, TagsOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

import { appOf, type DocumentFolder, type Draft } from '../drafting/draft'
import type { Sign } from '../frame/document-kinds'

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
  readonly icon: Sign
  /** Drawn below the `DraftingProvider` of the app. */
  readonly Component: ComponentType<NewThingProps> | LazyExoticComponent<ComponentType<NewThingProps>>
}

export const NEW_THINGS: readonly NewThing[] = [
  { key: 'entity', folder: 'entities', label: 'entities:home.new', icon: DatabaseOutlined, Component: lazy(() => import('../entity/new-entity')) },
  { key: 'view', folder: 'views', label: 'viewdesign:new', icon: UnorderedListOutlined, Component: lazy(() => import('../view/new-view-dialog')) },
  { key: 'page', folder: 'pages', label: 'viewdesign:page.new', icon: LayoutOutlined, Component: lazy(() => import('../page/new-page-dialog')) },
  { key: 'approval', folder: 'flows', label: 'flowdesign:new.approval', icon: AuditOutlined, Component: lazy(() => import('../flow/new-approval')) },
  { key: 'flow', folder: 'flows', label: 'flowdesign:new.flow', icon: BranchesOutlined, Component: lazy(() => import('../flow/new-flow')) },
  { key: 'template', folder: 'templates', label: 'messages:new', icon: MailOutlined, Component: lazy(() => import('../template/new-template')) },
  { key: 'rule', folder: 'rules', label: 'rules:new', icon: TableOutlined, Component: lazy(() => import('../rule/new-rule')) },
  { key: 'dashboard', folder: 'dashboards', label: 'dashboards:new', icon: DashboardOutlined, Component: lazy(() => import('../dashboard/new-dashboard')) },
  { key: 'report', folder: 'reports', label: 'explore:report.new', icon: BarChartOutlined, Component: lazy(() => import('../report/new-report')) },
  { key: 'options', folder: 'options', label: 'options:new.title', icon: TagsOutlined, Component: lazy(() => import('../options/new-options')) },
  { key: 'role', folder: 'roles', label: 'roles:new', icon: SafetyOutlined, Component: lazy(() => import('../role/new-role')) },
]

/** What this person may make: anything with the whole app in reach, else what comes with documents that are. */
export function offeredThings(draft: Draft): readonly NewThing[] {
  if (draft.effect[appOf(draft).id] !== undefined) return NEW_THINGS
  const isReached = (folder: string) => Object.entries(draft.documents).some(([file, { id }]) => file.startsWith(folder) && draft.effect[id] !== undefined)
  const comesWith: Readonly<Record<string, boolean>> = { reports: isReached('dashboards/'), options: isReached('entities/') }
  return NEW_THINGS.filter(({ folder }) => comesWith[folder] === true)
}
