/** A cell of the table that is typed into like a cell of a sheet: handed on with Enter or on leaving, taken back with Escape. */
import { useState, type KeyboardEvent } from 'react'

import styles from './entity.module.css'

interface SheetInputProps {
  readonly value: string
  readonly label: string
  readonly cell: string
  readonly onCommit: (value: string) => void
  readonly isCode?: boolean
  readonly isInvalid?: boolean
  readonly isDisabled?: boolean
  readonly placeholder?: string
}

export function SheetInput({ value, label, cell, onCommit, isCode = false, isInvalid = false, isDisabled = false, placeholder }: SheetInputProps) {
  const [state, setState] = useState({ from: value, typed: value })
  if (state.from !== value) setState({ from: value, typed: value })
  const commit = () => {
    if (state.typed.trim() !== value) onCommit(state.typed.trim())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit()
    if (event.key === 'Escape' && state.typed !== value) {
      event.stopPropagation()
      setState({ from: value, typed: value })
    }
  }
  return (
    <input
      className={styles['input']}
      data-cell={cell}
      data-code={isCode}
      aria-label={label}
      aria-invalid={isInvalid}
      disabled={isDisabled}
      placeholder={placeholder}
      value={state.typed}
      onChange={({ target }) => setState({ from: value, typed: target.value })}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  )
}
