/** Finding the view a command has made. */
import type { View } from '@/generated/metadata'

import { documentsIn, type Draft } from '../drafting/draft'

export function newViewAfter(before: Draft, after: Draft | null): View | undefined {
  if (after === null) return undefined
  const known = new Set(documentsIn<View>(before, 'views').map(({ id }) => id))
  return documentsIn<View>(after, 'views').find(({ id }) => !known.has(id))
}
