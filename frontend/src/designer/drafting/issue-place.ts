/** The place in the app's documents that an issue of the server speaks of. */
import type { Issue } from '@/core/issues/issue'

export interface IssuePlace {
  readonly file: string
  readonly place: readonly (string | number)[]
}

const FOLDERS = new Set(['entities', 'forms', 'views', 'pages', 'flows', 'rules', 'reports', 'dashboards', 'roles', 'templates', 'options', 'connectors'])

/** Nothing where it is about what was sent and not about a document. */
export function placeOf({ pointer }: Issue): IssuePlace | null {
  const [, folder = '', name = '', ...steps] = pointer.split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (!FOLDERS.has(folder) || name === '') return null
  return { file: `${folder}/${name}.json`, place: steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step)) }
}
