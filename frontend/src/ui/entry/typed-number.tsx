/** A whole number that is handed on once it is finished: on leaving the control, with Enter, or step by step. */
import { InputNumber } from 'antd'
import { useState } from 'react'

interface TypedNumberProps {
  readonly value: number | null
  readonly min: number
  readonly max: number
  readonly label: string
  readonly placeholder?: string
  readonly onCommit: (value: number | null) => void
}

export function TypedNumber({ value, min, max, label, placeholder, onCommit }: TypedNumberProps) {
  const [state, setState] = useState({ from: value, typed: value })
  if (state.from !== value) setState({ from: value, typed: value })
  const commit = (typed: number | null) => {
    if (typed !== value) onCommit(typed)
  }
  return (
    <InputNumber
      min={min}
      max={max}
      precision={0}
      aria-label={label}
      placeholder={placeholder}
      value={state.typed}
      onChange={(typed) => setState({ from: value, typed })}
      onStep={(typed) => commit(Number(typed))}
      onBlur={() => commit(state.typed)}
      onPressEnter={() => commit(state.typed)}
    />
  )
}
