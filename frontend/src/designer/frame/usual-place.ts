/** Where a document is used, for whoever goes from its designer to the app without having come from there. */
import type { Draft } from '../drafting/draft'
import { documentsOf, type AnyDocument } from './document-kinds'

/** The page itself for lists, boards and pages; the first list of the entity for entities, forms, flows and rules. */
export function usualPlace(draft: Draft, folder: string, document: AnyDocument): string {
  const home = `/a/${draft.app}`
  if (folder === 'views') return `${home}/v/${document.name}`
  if (folder === 'dashboards') return `${home}/dashboards/${document.name}`
  if (folder === 'pages') return `${home}/pages/${document.name}`
  const entity = folder === 'entities' ? document.id : document.entity
  const view = entity === undefined ? undefined : documentsOf(draft, 'views').find((each) => each.document.entity === entity)
  return view === undefined ? home : `${home}/v/${view.document.name}`
}
