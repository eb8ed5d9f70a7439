/** Before every test file: the language of the tests; after each test: everything shared as it was, and the console quiet. */
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'

import { LATER_AREAS } from '@/core/i18n/catalogue'
import { loadAreas } from '@/core/i18n/translator'
import { forgetReleases } from '@/shared/api/releases'
import { endSessionExpiry } from '@/shared/api/session-expiry'
import { chooseLocale, startInterfaceLanguage } from '@/ui/locale/interface-language'
import { chooseAppearance } from '@/ui/theme/appearance'

import { complaintsHeard, listenForComplaints } from './complaints'

// A loaded machine may take seconds to read the second language from disk.
configure({ asyncUtilTimeout: 10_000 })

beforeAll(async () => {
  await startInterfaceLanguage()
  // Tests draw parts of pages, so they have the sentences of all of them.
  await loadAreas(LATER_AREAS)
  await chooseLocale('en')
})

/** Without a layout nothing is ever scrolled to: all there is is in sight. */
class AllInSight {
  private readonly tell: (entries: readonly object[]) => void
  constructor(tell: (entries: readonly object[]) => void) {
    this.tell = tell
  }
  observe(target: Element): void {
    this.tell([{ target, isIntersecting: true }])
  }
  disconnect(): void {
    // Nothing is kept.
  }
}

beforeEach(() => {
  vi.stubGlobal('IntersectionObserver', AllInSight)
  listenForComplaints()
})

afterEach(async () => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  endSessionExpiry(false)
  forgetReleases()
  chooseAppearance('system')
  await chooseLocale('en')
  localStorage.clear()
  expect(complaintsHeard(), 'the console').toEqual([])
})
