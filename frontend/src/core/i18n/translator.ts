/** The one i18next instance: keys are `area:key`, placeholders stand in single braces as in the engine's sentences. */
import { createInstance } from 'i18next'

import { loadArea, loadCatalogue, type LaterArea } from './catalogue'
import { isLocale, type Locale } from './locale'

export const translator = createInstance({
  keySeparator: false,
  fallbackLng: false,
  defaultNS: 'common',
  interpolation: { prefix: '{', suffix: '}', escapeValue: false },
})

/** What each language has been given; a piece that did not arrive is asked for again. */
const brought = new Map<string, Promise<void>>()

/** Pages begin to load before the language of their sentences is known. */
let markStarted: () => void = () => undefined
const started = new Promise<void>((resolve) => {
  markStarted = resolve
})

/** Starts in one language, with nothing that came before; call before anything is shown. */
export async function startTranslator(locale: Locale): Promise<void> {
  brought.clear()
  await translator.init({ lng: locale, resources: { [locale]: await loadCatalogue(locale) } })
  markStarted()
}

/** Areas wanted so far, beside those every visit needs; another language brings them too. */
const wanted = new Set<LaterArea>()

/** Brings the sentences of more areas; they can be said once this has come true. */
export async function loadAreas(areas: readonly LaterArea[]): Promise<void> {
  for (const area of areas) wanted.add(area)
  await started
  await bring(currentLocale(), areas)
}

/** Switches the language of everything shown, loading its sentences first. */
export async function switchLocale(locale: Locale): Promise<void> {
  const catalogue = translator.hasResourceBundle(locale, 'common') ? {} : await loadCatalogue(locale)
  for (const [area, sentences] of Object.entries(catalogue)) translator.addResourceBundle(locale, area, sentences)
  await bring(locale, [...wanted])
  await translator.changeLanguage(locale)
}

async function bring(locale: Locale, areas: readonly LaterArea[]): Promise<void> {
  await Promise.all(areas.map((area) => once(`${locale} ${area}`, () => add(locale, area))))
}

function once(key: string, load: () => Promise<void>): Promise<void> {
  const known = brought.get(key)
  if (known !== undefined) return known
  const loading = load()
  brought.set(key, loading)
  loading.catch(() => brought.delete(key))
  return loading
}

async function add(locale: Locale, area: LaterArea): Promise<void> {
  const [name, sentences] = await loadArea(locale, area)
  translator.addResourceBundle(locale, name, sentences, true, true)
}

export function currentLocale(): Locale {
  return isLocale(translator.language) ? translator.language : 'en'
}
