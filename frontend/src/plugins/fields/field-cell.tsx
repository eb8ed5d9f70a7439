/** Shows a value as its field type does; computed fields look like what they show. */
import type { ComponentType } from 'react'

import { isBlank, type Value } from '@/core/values/value'
import type { Field } from '@/generated/metadata'

import type { FieldCellProps } from './cell-props'
import { CELLS } from './cells.generated'
import styles from './fields.module.css'
import { useFieldScope } from './scope'
import { shownField } from './shown-field'

interface AnyFieldCellProps {
  readonly field: Field
  readonly value: Value | undefined
  readonly isFull?: boolean
}

export function FieldCell({ field, value, isFull }: AnyFieldCellProps) {
  const shown = shownField(field, useFieldScope())
  // Looked up by the field's own type, so that it fits; the compiler cannot follow that.
  const Cell = CELLS[shown.type as keyof typeof CELLS] as unknown as ComponentType<FieldCellProps> | undefined
  if (isBlank(value) && shown.type !== 'switch') return isFull === true ? <span className={styles['blank']}>—</span> : null
  if (Cell === undefined || value === undefined) return null
  return <Cell field={shown} value={value} isFull={isFull === true} />
}
