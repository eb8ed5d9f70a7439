/** The language of the interface: starting it, switching it everywhere at once, reading it in components. */
import type { Locale as AntdLocale } from 'antd/es/locale'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'

import { isLocale, preferredLocale, type Locale } from '@/core/i18n/locale'
import { startTranslator, switchLocale } from '@/core/i18n/translator'

import { readChoice, writeChoice } from '../stored-choice'
import { loadComponentLocale } from './component-locale'

interface ComponentWords {
  readonly words: AntdLocale | undefined
}

const useWords = create<ComponentWords>(() => ({ words: undefined }))

/** Loads the language wanted, the remembered one or the browser's; call once, before the first render. */
export async function startInterfaceLanguage(wanted?: Locale): Promise<void> {
  const stored = wanted ?? readChoice('locale')
  const locale = isLocale(stored) ? stored : preferredLocale(navigator.languages)
  const [words] = await Promise.all([loadComponentLocale(locale), startTranslator(locale)])
  show(locale, words)
}

export async function chooseLocale(locale: Locale): Promise<void> {
  const [words] = await Promise.all([loadComponentLocale(locale), switchLocale(locale)])
  writeChoice('locale', locale)
  show(locale, words)
}

function show(locale: Locale, words: AntdLocale): void {
  document.documentElement.lang = locale
  useWords.setState({ words })
}

export function useLocale(): Locale {
  const { i18n } = useTranslation()
  return isLocale(i18n.language) ? i18n.language : 'en'
}

export function useComponentWords(): AntdLocale | undefined {
  return useWords((state) => state.words)
}
