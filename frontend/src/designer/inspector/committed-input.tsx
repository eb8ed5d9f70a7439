/** A text that is handed on once it is finished: on leaving the control, or with Enter. */
import { Input } from 'antd'
import { useState, type KeyboardEvent, type ReactNode } from 'react'

interface CommittedInputProps {
  readonly id?: string
  readonly value: string
  readonly onCommit: (value: string) => void
  readonly placeholder?: string
  readonly ariaLabel?: string
  readonly describedBy?: string
  readonly isInvalid?: boolean
  /** Several lines, in which Enter makes a new one and Ctrl+Enter is done. */
  readonly rows?: number
  readonly className?: string | undefined
  readonly prefix?: ReactNode
  readonly maxLength?: number
}

export function CommittedInput({ value, onCommit, rows, prefix, isInvalid = false, ariaLabel, describedBy, ...more }: CommittedInputProps) {
  const { typed, type, commit } = useTyped(value, onCommit)
  const shared = {
    ...more,
    value: typed,
    onChange: ({ target }: { target: { value: string } }) => type(target.value),
    onBlur: commit,
    status: isInvalid ? ('error' as const) : ('' as const),
    'aria-label': ariaLabel,
    'aria-describedby': describedBy,
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (rows === undefined || event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) commit()
    if (event.key === 'Escape') type(value)
  }
  if (rows === undefined) return <Input {...shared} prefix={prefix} onKeyDown={onKeyDown} />
  return <Input.TextArea {...shared} autoSize={{ minRows: rows, maxRows: 10 }} onKeyDown={onKeyDown} />
}

/** What is being typed; starts again whenever the value itself changes. */
function useTyped(value: string, onCommit: (value: string) => void) {
  const [state, setState] = useState({ from: value, typed: value })
  if (state.from !== value) setState({ from: value, typed: value })
  return {
    typed: state.typed,
    type: (typed: string) => setState({ from: value, typed }),
    commit: () => {
      if (state.typed !== value) onCommit(state.typed)
    },
  }
}
