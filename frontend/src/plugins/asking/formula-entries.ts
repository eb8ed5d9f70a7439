/** How formulas of figures are written: what brings the entry for expressions says how it is drawn. */
import { createContext, useContext, type ReactNode } from 'react'

import type { Issue } from '@/core/issues/issue'

import type { FormulaName } from './formula'

interface FormulaProps {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** In names of a record, or of its detail lines. */
export interface RecordFormulaProps extends FormulaProps {
  /** Ids of the entity, and of its detail lines where those are meant. */
  readonly home: string
  readonly lines: string
  /** Conditions can be clicked together. */
  readonly result: 'boolean' | 'any'
}

/** In names of other figures. */
export interface FiguresFormulaProps extends FormulaProps {
  readonly names: readonly FormulaName[]
  /** What the server has against it, with its place in the text. */
  readonly issues: readonly Issue[]
}

export interface FormulaEntries {
  readonly ofRecord: (props: RecordFormulaProps) => ReactNode
  readonly ofFigures: (props: FiguresFormulaProps) => ReactNode
}

export const FormulaEntriesContext = createContext<FormulaEntries | null>(null)

function useEntries(): FormulaEntries {
  const entries = useContext(FormulaEntriesContext)
  if (entries === null) throw new Error('formulas are written where somebody brings the entry for them')
  return entries
}

export function RecordFormula(props: RecordFormulaProps) {
  return useEntries().ofRecord(props)
}

export function FiguresFormula(props: FiguresFormulaProps) {
  return useEntries().ofFigures(props)
}
