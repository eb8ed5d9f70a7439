/** The first thing to type in a dialog: ready as soon as it is there. */
import { Input, type InputRef } from 'antd'
import { useEffect, useRef } from 'react'

interface FocusedInputProps {
  readonly id: string
  readonly value: string
  readonly placeholder?: string
  readonly onChange: (value: string) => void
}

export function FocusedInput({ id, value, placeholder, onChange }: FocusedInputProps) {
  const input = useRef<InputRef>(null)
  useEffect(() => input.current?.focus(), [])
  return <Input id={id} ref={input} maxLength={500} value={value} placeholder={placeholder} onChange={({ target }) => onChange(target.value)} />
}
