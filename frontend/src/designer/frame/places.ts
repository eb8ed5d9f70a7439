/** From a place in the app's documents to the address of the designer that shows it, and back. */
import { useSearchParams } from 'react-router'

export type Place = readonly (string | number)[]

/** The designer of each folder of documents. Folders without one lead to the overview of the app. */
const DESIGNERS: Readonly<Record<string, string>> = {
  entities: 'entity',
  forms: 'form',
  views: 'view',
  pages: 'page',
  flows: 'flow',
  rules: 'rule',
  reports: 'report',
  dashboards: 'dashboard',
  roles: 'role',
  templates: 'template',
  options: 'options',
}

/** The address of the designer of a document, asked to show a place in it. */
export function designerAddress(app: string, file: string | null, place: Place = []): string {
  const home = `/design/${encodeURIComponent(app)}`
  const [folder = '', name = ''] = (file ?? '').replace(/\.json$/, '').split('/')
  const kind = DESIGNERS[folder]
  const at = place.length === 0 ? '' : `?at=${encodeURIComponent(place.join('/'))}`
  if (file === 'app.json' && place[0] === 'navigation') return `${home}/navigation${at}`
  if (kind === undefined) return home
  return `${home}/${kind}/${encodeURIComponent(name)}${at}`
}

/** The same, keeping the page of the app that the person came from. */
export function withBack(app: string, file: string | null, place: Place, back: string | undefined): string {
  const address = designerAddress(app, file, place)
  if (back === undefined || back === `/a/${app}`) return address
  return `${address}${address.includes('?') ? '&' : '?'}back=${encodeURIComponent(back)}`
}

/** The place the address asks to show; nothing where it asks for none. */
export function useRequestedPlace(): Place {
  const [search] = useSearchParams()
  const at = search.get('at')
  return at === null || at === '' ? [] : at.split('/').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
}
