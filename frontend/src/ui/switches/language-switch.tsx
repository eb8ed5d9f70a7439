/** Switches the language of the whole interface with one click; each language is named in itself. */
import { TranslationOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

import type { Locale } from '@/core/i18n/locale'

import { chooseLocale, useLocale } from '../locale/interface-language'
import styles from './switches.module.css'

const OTHER: Readonly<Record<Locale, Locale>> = { 'zh-CN': 'en', en: 'zh-CN' }
const OWN_NAME: Readonly<Record<Locale, string>> = { 'zh-CN': '中文', en: 'English' }

interface LanguageSwitchProps {
  /** Told after the switch, to remember it in the account. */
  readonly onChosen?: (locale: Locale) => void
}

export function LanguageSwitch({ onChosen }: LanguageSwitchProps) {
  const { t } = useTranslation()
  const other = OTHER[useLocale()]
  const choose = async () => {
    await chooseLocale(other)
    onChosen?.(other)
  }
  return (
    <Button
      type="text"
      className={styles['language']}
      icon={<TranslationOutlined aria-hidden />}
      lang={other}
      title={t('common:language.switch')}
      onClick={() => void choose()}
    >
      {OWN_NAME[other]}
    </Button>
  )
}
