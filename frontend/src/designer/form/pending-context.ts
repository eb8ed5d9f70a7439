/** The column of detail lines that is in the making, drawn inside those lines. */
import { createContext, type ReactNode } from 'react'

import type { FieldType } from '@/generated/metadata'

export interface PendingColumns {
  readonly pending: { readonly lines: string; readonly entry: ReactNode } | null
  readonly begin: (lines: string, type: FieldType) => void
}

export const PendingColumnContext = createContext<PendingColumns>({ pending: null, begin: () => undefined })
