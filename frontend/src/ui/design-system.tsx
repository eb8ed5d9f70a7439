/** Everything below it looks like Tongdao: theme, light or dark, component words in the language, style nonce. */
import { App, ConfigProvider } from 'antd'
import { useLayoutEffect, type ReactNode } from 'react'

import { styleNonce } from './content-security'
import { useComponentWords } from './locale/interface-language'
import { useAppearance } from './theme/appearance'
import { themeFor, THEME_KEY } from './theme/theme'

// Without this, antd puts a space between the characters of a two-character Chinese button.
const BUTTON = { autoInsertSpace: false }
const CSP = { nonce: styleNonce }
const FORM = { requiredMark: true, colon: false, scrollToFirstError: true }

export function DesignSystem({ children }: { readonly children: ReactNode }) {
  const appearance = useAppearance()
  const words = useComponentWords()
  useLayoutEffect(() => {
    document.documentElement.classList.add(THEME_KEY)
    document.documentElement.dataset['appearance'] = appearance
  }, [appearance])
  return (
    <ConfigProvider
      theme={themeFor(appearance)}
      locale={words}
      csp={CSP}
      button={BUTTON}
      form={FORM}
      wave={{ disabled: true }}
    >
      <App className="app-root">{children}</App>
    </ConfigProvider>
  )
}
