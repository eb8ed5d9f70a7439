/** Before every test file: the language of the tests, and a clean page after each test. */
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeAll, vi } from 'vitest'

import { chooseLocale, startInterfaceLanguage } from '@/ui/locale/interface-language'

// The second language is read from disk the first time a test switches to it.
configure({ asyncUtilTimeout: 5000 })

beforeAll(async () => {
  await startInterfaceLanguage()
  await chooseLocale('en')
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  localStorage.clear()
})
