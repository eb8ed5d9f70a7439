/** Before every test file: the language of the tests, and a clean page after each test. */
import { cleanup } from '@testing-library/react'
import { afterEach, beforeAll, vi } from 'vitest'

import { chooseLocale, startInterfaceLanguage } from '@/ui/locale/interface-language'

beforeAll(async () => {
  await startInterfaceLanguage()
  await chooseLocale('en')
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  localStorage.clear()
})
