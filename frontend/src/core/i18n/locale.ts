/** The interface languages, and how they relate to the languages of document labels. */

export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** A language key inside a document's labels. */
export type DocumentLanguage = 'zh' | 'en'

export function documentLanguage(locale: Locale): DocumentLanguage {
  return locale === 'zh-CN' ? 'zh' : 'en'
}

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value)
}

/** The first wish we can serve; any Chinese means zh-CN, everybody else reads English. */
export function preferredLocale(wishes: readonly string[]): Locale {
  const first = wishes.find((wish) => /^(zh|en)\b/i.test(wish)) ?? 'en'
  return first.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}
