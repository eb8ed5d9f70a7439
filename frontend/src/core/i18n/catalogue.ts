/** All sentences of one interface language, loaded as one piece when the language is first wanted. */
import type { Locale } from './locale'

type Sentences = Readonly<Record<string, string>>

/** Area name to its sentences; the area `issues` holds the engine's and the browser's own, by code. */
export type Catalogue = Readonly<Record<string, Sentences>>

interface LocaleModule {
  /** Sentences of the browser's areas, by the path of their file. */
  readonly AREAS: Readonly<Record<string, Sentences>>
  /** Sentences of the engine for issue codes, by the path of their file. */
  readonly ISSUES: Readonly<Record<string, Sentences>>
}

const MODULES: Readonly<Record<Locale, () => Promise<LocaleModule>>> = {
  'zh-CN': () => import('./locales/zh-CN'),
  en: () => import('./locales/en'),
}

export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  const { AREAS, ISSUES } = await MODULES[locale]()
  const areas = Object.fromEntries(Object.entries(AREAS).map(([path, sentences]) => [areaOf(path), sentences]))
  return { ...areas, issues: Object.assign({}, areas['issues'], ...Object.values(ISSUES)) }
}

function areaOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.json'.length)
}
