/** A browser in which nothing was chosen yet takes over language and appearance from the account. */
import { useEffect } from 'react'

import { isLocale } from '@/core/i18n/locale'
import type { SessionUser } from '@/shared/session/session'
import { chooseLocale } from '@/ui/locale/interface-language'
import { readChoice } from '@/ui/stored-choice'
import { APPEARANCE_CHOICES, chooseAppearance } from '@/ui/theme/appearance'

export function useAccountPreferences(user: SessionUser | undefined): void {
  const { language, theme } = user ?? {}
  useEffect(() => {
    if (isLocale(language) && readChoice('locale') === null) void chooseLocale(language)
  }, [language])
  useEffect(() => {
    const choice = APPEARANCE_CHOICES.find((known) => known === theme)
    if (choice !== undefined && readChoice('appearance') === null) chooseAppearance(choice)
  }, [theme])
}
