/** A browser in which nobody chose light or dark yet takes over what the account remembers. */
import { useEffect } from 'react'

import type { SessionUser } from '@/shared/session/session'
import { readChoice } from '@/ui/stored-choice'
import { APPEARANCE_CHOICES, chooseAppearance } from '@/ui/theme/appearance'

export function useAccountAppearance(user: SessionUser | undefined): void {
  const theme = user?.theme
  useEffect(() => {
    const choice = APPEARANCE_CHOICES.find((known) => known === theme)
    if (choice !== undefined && readChoice('appearance') === null) chooseAppearance(choice)
  }, [theme])
}
