/** The page in hand, which of its blocks is chosen, and what a block can show. */
import { createContext, useContext } from 'react'

import type { App, Block, Dashboard, Entity, Form, Page, Report, View } from '@/generated/metadata'
import type { Label } from '@/generated/metadata'

import { appOf, documentsIn, type Draft } from '../drafting/draft'

export interface PageInHand {
  readonly page: Page
  readonly chosen: string | null
  readonly choose: (block: string | null) => void
}

export const PageContext = createContext<PageInHand | null>(null)

export function usePage(): PageInHand {
  const page = useContext(PageContext)
  if (page === null) throw new Error('parts of the page designer stand inside a PageContext')
  return page
}

/** Documents of the app a block or a button can name. */
export interface Targets {
  readonly app: App
  readonly view: readonly View[]
  readonly form: readonly Form[]
  readonly report: readonly Report[]
  readonly page: readonly Page[]
  readonly dashboard: readonly Dashboard[]
  readonly entities: readonly Entity[]
}

export function targetsOf(draft: Draft): Targets {
  return {
    app: appOf(draft),
    view: documentsIn<View>(draft, 'views'),
    form: documentsIn<Form>(draft, 'forms'),
    report: inFolder<Report>(draft, 'reports'),
    page: inFolder<Page>(draft, 'pages'),
    dashboard: inFolder<Dashboard>(draft, 'dashboards'),
    entities: documentsIn<Entity>(draft, 'entities'),
  }
}

export function inFolder<T>(draft: Draft, folder: string): T[] {
  return Object.entries(draft.documents).flatMap(([file, document]) => (file.startsWith(`${folder}/`) ? [document as unknown as T] : []))
}

/** What a block is headed by, empty where it has no words yet. */
export function headingOf(targets: Targets, block: Block): Label {
  const shown = { list: targets.view.find(({ id }) => id === block.view), form: targets.form.find(({ id }) => id === block.form), chart: targets.report.find(({ id }) => id === block.report) }
  return block.label ?? (block.kind === 'text' || block.kind === 'buttons' ? {} : (shown[block.kind]?.label ?? {}))
}
