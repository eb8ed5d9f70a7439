/** Light or dark: what the person chose, else what the system says, also when the system changes its mind. */
import { create } from 'zustand'

import { readChoice, writeChoice } from '../stored-choice'

export type Appearance = 'light' | 'dark'
export type AppearanceChoice = Appearance | 'system'

export const APPEARANCE_CHOICES: readonly AppearanceChoice[] = ['system', 'light', 'dark']

interface AppearanceState {
  readonly choice: AppearanceChoice
  readonly system: Appearance
}

const darkSystem = window.matchMedia('(prefers-color-scheme: dark)')
const systemAppearance = (): Appearance => (darkSystem.matches ? 'dark' : 'light')

const useAppearanceState = create<AppearanceState>(() => ({ choice: storedChoice(), system: systemAppearance() }))

darkSystem.addEventListener('change', () => useAppearanceState.setState({ system: systemAppearance() }))

export function useAppearance(): Appearance {
  return useAppearanceState(({ choice, system }) => (choice === 'system' ? system : choice))
}

export function useAppearanceChoice(): AppearanceChoice {
  return useAppearanceState((state) => state.choice)
}

export function chooseAppearance(choice: AppearanceChoice): void {
  writeChoice('appearance', choice)
  useAppearanceState.setState({ choice })
}

function storedChoice(): AppearanceChoice {
  const stored = readChoice('appearance')
  return APPEARANCE_CHOICES.find((choice) => choice === stored) ?? 'system'
}
