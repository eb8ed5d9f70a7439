/** The one i18next instance: keys are `area:key`, placeholders stand in single braces as in the engine's sentences. */
import { createInstance } from 'i18next'

import { loadCatalogue } from './catalogue'
import { isLocale, type Locale } from './locale'

export const translator = createInstance({
  keySeparator: false,
  fallbackLng: false,
  defaultNS: 'common',
  interpolation: { prefix: '{', suffix: '}', escapeValue: false },
})

/** Starts in one language; call once, before anything is shown. */
export async function startTranslator(locale: Locale): Promise<void> {
  await translator.init({ lng: locale, resources: { [locale]: await loadCatalogue(locale) } })
}

/** Switches the language of everything shown, loading its sentences first. */
export async function switchLocale(locale: Locale): Promise<void> {
  const catalogue = translator.hasResourceBundle(locale, 'common') ? {} : await loadCatalogue(locale)
  for (const [area, sentences] of Object.entries(catalogue)) translator.addResourceBundle(locale, area, sentences)
  await translator.changeLanguage(locale)
}

export function currentLocale(): Locale {
  return isLocale(translator.language) ? translator.language : 'en'
}
