/** The sentences of one interface language: those of every visit in one piece, each other area when it is wanted. */
import type { Locale } from './locale'

type Sentences = Readonly<Record<string, string>>

/** Area name to its sentences. */
export type Catalogue = Readonly<Record<string, Sentences>>

/** Areas that come with the pages that speak them. `refusals` are the engine's sentences, said in area `issues`. */
export const LATER_AREAS = [
  'account',
  'admin',
  'board',
  'connectors',
  'dashboards',
  'designer',
  'entities',
  'explain',
  'explore',
  'expressions',
  'flowdesign',
  'flows',
  'forms',
  'frame',
  'functions',
  'list',
  'messages',
  'options',
  'record',
  'refusals',
  'reports',
  'roles',
  'rules',
  'starts',
  'stock',
  'tour',
  'transfer',
  'trash',
  'viewdesign',
  'views',
] as const
export type LaterArea = (typeof LATER_AREAS)[number]

interface LocaleModule {
  /** Sentences of the areas every visit needs, by the path of their file. */
  readonly FIRST: Readonly<Record<string, Sentences>>
  /** The engine's sentences that every visit needs. */
  readonly FIRST_REFUSALS: Readonly<Record<string, Sentences>>
  /** How to get those of the other areas. */
  readonly LATER: Readonly<Record<string, () => Promise<Sentences>>>
  /** How to get the engine's sentences for issue codes. */
  readonly refusals: () => Promise<{ readonly REFUSALS: Readonly<Record<string, Sentences>> }>
}

const MODULES: Readonly<Record<Locale, () => Promise<LocaleModule>>> = {
  'zh-CN': () => import('./locales/zh-CN'),
  en: () => import('./locales/en'),
}

/** The areas every visit needs. */
export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  const { FIRST, FIRST_REFUSALS } = await MODULES[locale]()
  const areas = Object.fromEntries(Object.entries(FIRST).map(([path, sentences]) => [areaOf(path), sentences]))
  return { ...areas, issues: Object.assign({}, areas['issues'], ...Object.values(FIRST_REFUSALS)) }
}

/** One more area, with the name its sentences are said by. */
export async function loadArea(locale: Locale, area: LaterArea): Promise<readonly [string, Sentences]> {
  const { LATER, refusals } = await MODULES[locale]()
  if (area === 'refusals') return ['issues', Object.assign({}, ...Object.values((await refusals()).REFUSALS))]
  const load = Object.entries(LATER).find(([path]) => areaOf(path) === area)?.[1]
  return [area, (await load?.()) ?? {}]
}

function areaOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.json'.length)
}
