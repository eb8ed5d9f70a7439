/** How far a person's tour of an app is; this browser remembers it until it is finished or given up. */
import { create } from 'zustand'

import { readChoice, writeChoice } from '@/ui/stored-choice'

import { STEP_KEYS, type StepKey } from './tour-steps'

export interface Tour {
  readonly done: readonly StepKey[]
  readonly skipped: readonly StepKey[]
  /** Put aside; the design home offers to go on. */
  readonly isAside: boolean
}

interface Tours {
  readonly tours: Readonly<Record<string, Tour>>
  readonly keep: (place: string, tour: Tour) => void
}

const useTours = create<Tours>((set) => ({
  tours: {},
  keep: (place, tour) => {
    writeChoice(place, JSON.stringify(tour))
    set(({ tours }) => ({ tours: { ...tours, [place]: tour } }))
  },
}))

const BEGUN: Tour = { done: [], skipped: [], isAside: false }

/** The tour of a person through an app, null where none was begun; `keep` changes it. */
export function useTour(user: string, app: string): readonly [Tour | null, (change: Partial<Tour>) => void] {
  const place = placeOf(user, app)
  const kept = useTours(({ tours }) => tours[place])
  const keep = useTours((tours) => tours.keep)
  const tour = kept ?? remembered(place)
  return [tour, (change) => keep(place, { ...(tour ?? BEGUN), ...change })]
}

/** Begins the tour of an app that was just made. */
export function beginTour(user: string, app: string): void {
  useTours.getState().keep(placeOf(user, app), BEGUN)
}

/** The step to do next, undefined when all are done or skipped. */
export function nextStep({ done, skipped }: Tour): StepKey | undefined {
  return STEP_KEYS.find((key) => !done.includes(key) && !skipped.includes(key))
}

function placeOf(user: string, app: string): string {
  return `tour.${user}.${app}`
}

function remembered(place: string): Tour | null {
  const stored = readChoice(place)
  return stored === null ? null : { ...BEGUN, ...(JSON.parse(stored) as Partial<Tour>) }
}
