/** Edits detail lines: a sheet where there is room, cards on a phone. */
import { Grid } from 'antd'
import { useMemo } from 'react'

import { useFieldScope } from '../scope'
import { LineCards } from './line-cards'
import type { LinesEditorProps } from './lines-editor-props'
import { Sheet } from './sheet'
import { sheetColumns } from './sheet-columns'

export function LinesEditor(props: LinesEditorProps) {
  const { field, isLocked } = props
  const scope = useFieldScope()
  const { md } = Grid.useBreakpoint()
  const columns = useMemo(() => sheetColumns(field, scope, isLocked), [field, scope, isLocked])
  return md === false ? <LineCards {...props} columns={columns} /> : <Sheet {...props} columns={columns} />
}
