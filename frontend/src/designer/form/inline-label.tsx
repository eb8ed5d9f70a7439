/** A label typed where it stands: Enter or leaving keeps it, Escape does not. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import styles from './form.module.css'

interface InlineLabelProps {
  readonly text: string
  readonly onDone: (text: string | null) => void
}

export function InlineLabel({ text, onDone }: InlineLabelProps) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(text)
  const isOver = useRef(false)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  const finish = (isKept: boolean) => {
    if (isOver.current) return
    isOver.current = true
    onDone(isKept && typed.trim() !== '' && typed.trim() !== text ? typed.trim() : null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' || event.key === 'Escape') finish(event.key === 'Enter')
  }
  return (
    <input
      ref={input}
      className={styles['inlineLabel']}
      aria-label={t('forms:label.inline')}
      maxLength={500}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => finish(true)}
      onClick={(event) => event.stopPropagation()}
    />
  )
}
