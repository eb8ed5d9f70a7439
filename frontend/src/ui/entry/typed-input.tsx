/** A text that is handed on once it is finished: on leaving the control, or with Enter. */
import { Input } from 'antd'
import { useState } from 'react'

interface TypedInputProps {
  readonly value: string
  readonly label: string
  readonly placeholder?: string
  readonly multiline?: boolean
  readonly onCommit: (value: string) => void
}

export function TypedInput({ value, label, placeholder, multiline = false, onCommit }: TypedInputProps) {
  const [state, setState] = useState({ from: value, typed: value })
  if (state.from !== value) setState({ from: value, typed: value })
  const commit = () => {
    if (state.typed !== value) onCommit(state.typed)
  }
  const shared = {
    value: state.typed,
    'aria-label': label,
    placeholder,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => setState({ from: value, typed: target.value }),
    onBlur: commit,
  }
  if (multiline) return <Input.TextArea {...shared} maxLength={2000} autoSize={{ minRows: 2, maxRows: 8 }} />
  return <Input {...shared} maxLength={100} onPressEnter={commit} />
}
