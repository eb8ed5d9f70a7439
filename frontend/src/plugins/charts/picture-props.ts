/** What every picture of a report is given. */
import type { Answer } from '@/core/query/answer'
import type { Chart, Query } from '@/generated/metadata'

import type { Picked } from './chart-spec'

/** A level one can go down to from a member. */
export interface WayDown {
  readonly key: string
  /** Set by the author, a finer period, or free. */
  readonly group: 'set' | 'finer' | 'free'
  readonly label: string
  readonly go: () => void
}

export interface PictureProps<C extends Chart = Chart> {
  readonly chart: C
  readonly query: Query
  readonly answer: Answer
  /** Opens the records behind a figure. */
  readonly onDrill?: ((picked: Picked) => void) | undefined
  /** Filters everything else by a member; absent where that is not wanted. */
  readonly onChoose?: ((picked: Picked) => void) | undefined
  /** The ways down from a member; absent where one does not go down. */
  readonly waysDown?: ((picked: Picked) => readonly WayDown[]) | undefined
}
