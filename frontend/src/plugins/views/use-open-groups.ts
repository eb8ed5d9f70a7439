/** Which groups are open: at first the way to the first records, then as the reader opens and closes them, one or all. */
import { useState } from 'react'

import { groupKey } from '@/shared/records/group-records'
import type { Value } from '@/core/values/value'

/** The values of the groups a group is in, its own last. */
export type Path = readonly Value[]

/** With a single level; with several each group may already be a screen high. */
const OPEN_AT_FIRST = 4

export interface OpenGroups {
  /** `at` is its place among its siblings. */
  readonly isOpen: (path: Path, at: number) => boolean
  readonly toggle: (path: Path) => void
  readonly setAll: (isOpen: boolean) => void
}

export function useOpenGroups(levels: number): OpenGroups {
  const [{ all, toggled }, set] = useState<{ readonly all: boolean | undefined; readonly toggled: ReadonlySet<string> }>({ all: undefined, toggled: new Set() })
  return {
    isOpen: (path, at) => (all ?? at < (levels === 1 ? OPEN_AT_FIRST : 1)) !== toggled.has(keyOf(path)),
    toggle: (path) => set((before) => ({ ...before, toggled: flipped(before.toggled, keyOf(path)) })),
    setAll: (isOpen) => set({ all: isOpen, toggled: new Set() }),
  }
}

function keyOf(path: Path): string {
  return JSON.stringify(path.map(groupKey))
}

function flipped(toggled: ReadonlySet<string>, key: string): ReadonlySet<string> {
  return toggled.has(key) ? new Set([...toggled].filter((each) => each !== key)) : new Set([...toggled, key])
}
