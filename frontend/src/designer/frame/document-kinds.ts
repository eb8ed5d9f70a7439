/** The kinds of documents an app is made of, in the order they are listed, and what of a draft belongs to each. */
import {
  AppstoreOutlined,
  BarChartOutlined,
  DashboardOutlined,
  DatabaseOutlined,
  FormOutlined,
  LayoutOutlined,
  MailOutlined,
  NodeIndexOutlined,
  SafetyOutlined,
  TableOutlined,
  TagsOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'

import type { Label } from '@/generated/metadata'

import type { DocumentFolder, Draft } from '../drafting/draft'

/** An icon beside words that say the same. */
export type Sign = ComponentType<{ readonly 'aria-hidden'?: boolean }>

export interface DocumentKind {
  readonly folder: DocumentFolder
  readonly icon: Sign
  /** The page below `/design/:app` that shows all of them together. */
  readonly overview?: string
}

export const DOCUMENT_KINDS: readonly DocumentKind[] = [
  { folder: 'entities', icon: DatabaseOutlined, overview: 'model' },
  { folder: 'forms', icon: FormOutlined },
  { folder: 'views', icon: UnorderedListOutlined },
  { folder: 'pages', icon: LayoutOutlined },
  { folder: 'flows', icon: NodeIndexOutlined },
  { folder: 'rules', icon: TableOutlined },
  { folder: 'reports', icon: BarChartOutlined },
  { folder: 'dashboards', icon: DashboardOutlined },
  { folder: 'roles', icon: SafetyOutlined, overview: 'roles' },
  { folder: 'options', icon: TagsOutlined },
  { folder: 'templates', icon: MailOutlined },
]

export const APP_ICON = AppstoreOutlined

/** What every document has. */
export interface AnyDocument {
  readonly id: string
  readonly name: string
  readonly label: Label
  /** The entity it is about, if it is about one. */
  readonly entity?: string
}

export interface ListedDocument {
  readonly file: string
  readonly folder: DocumentFolder
  readonly document: AnyDocument
}

/** The documents of a kind that may be changed, in the order of the draft. */
export function documentsOf(draft: Draft, folder: DocumentFolder): ListedDocument[] {
  return Object.entries(draft.documents)
    .filter(([file, { id }]) => file.startsWith(`${folder}/`) && draft.effect[id] !== undefined)
    .map(([file, document]) => ({ file, folder, document: document as AnyDocument }))
}
