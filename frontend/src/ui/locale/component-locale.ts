/** The words of antd and dayjs in the interface language, each language in its own lazy chunk. */
import type { Locale as AntdLocale } from 'antd/es/locale'
import dayjs from 'dayjs'

import type { Locale } from '@/core/i18n/locale'

const ANTD: Readonly<Record<Locale, () => Promise<{ default: AntdLocale }>>> = {
  'zh-CN': () => import('antd/es/locale/zh_CN'),
  en: () => import('antd/es/locale/en_US'),
}

const DAYJS: Readonly<Record<Locale, () => Promise<unknown>>> = {
  'zh-CN': () => import('dayjs/locale/zh-cn'),
  en: () => import('dayjs/locale/en'),
}

const DAYJS_NAME: Readonly<Record<Locale, string>> = { 'zh-CN': 'zh-cn', en: 'en' }

/** Loads both, sets dayjs, and answers antd's words for its ConfigProvider. */
export async function loadComponentLocale(locale: Locale): Promise<AntdLocale> {
  const [words] = await Promise.all([ANTD[locale](), DAYJS[locale]()])
  dayjs.locale(DAYJS_NAME[locale])
  return words.default
}
