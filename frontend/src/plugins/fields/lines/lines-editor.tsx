/** Edits detail lines: a sheet where there is room, cards on a phone. */
import { Grid } from 'antd'
import { useMemo } from 'react'

import type { FormLine, LinesField } from '@/core/forms/entry'

import { useFieldScope } from '../scope'
import { LineCards } from './line-cards'
import { Sheet } from './sheet'
import { sheetColumns } from './sheet-columns'

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

export function LinesEditor(props: LinesEditorProps) {
  const { field, isLocked } = props
  const scope = useFieldScope()
  const { md } = Grid.useBreakpoint()
  const columns = useMemo(() => sheetColumns(field, scope, isLocked), [field, scope, isLocked])
  return md === false ? <LineCards {...props} columns={columns} /> : <Sheet {...props} columns={columns} />
}
