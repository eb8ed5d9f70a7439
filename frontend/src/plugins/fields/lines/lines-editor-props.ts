/** What detail lines are edited with, whatever they are shown as. */
import type { FormLine, LinesField } from '@/core/forms/entry'

export interface LinesEditorProps {
  readonly id: string
  readonly field: LinesField
  /** With their formulas computed. */
  readonly lines: readonly FormLine[]
  readonly onChange: (lines: readonly FormLine[]) => void
  readonly onHistory: (direction: 'undo' | 'redo') => void
  readonly isLocked: boolean
  /** Sentences why the server refuses cells, by line key and field name. */
  readonly faults: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly label: string
}
