/** An expression as text that is coloured, completed and explained while it is typed. */
import { FunctionOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { ColouredText, type Mark } from './coloured-text'
import styles from './expression.module.css'
import { placeBefore, toShown, toStored, type Names } from './shown-text'
import { SuggestionList } from './suggestion-list'
import { suggestAt, take, type Suggested, type Suggestion } from './suggestions'

interface ExpressionEditorProps {
  readonly id: string
  readonly describedBy: string
  readonly isInvalid: boolean
  readonly placeholder: string | undefined
  /** With names as they are stored. */
  readonly value: string
  readonly names: Names
  /** What is wrong with what is typed, by place in the stored text. */
  readonly marks: readonly Mark[]
  /** What stands there while it is typed. */
  readonly onTyped: (stored: string) => void
  readonly onCommit: (stored: string) => void
}

const NONE: Suggested = { items: [], start: 0, end: 0 }

export function ExpressionEditor(props: ExpressionEditorProps) {
  const { id, describedBy, isInvalid, placeholder, names, marks } = props
  const { t } = useTranslation()
  const listId = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const text = useShownText(props)
  const shownMarks = marks.map(({ start, end }) => ({ start: placeBefore(text.stored, start), end: placeBefore(text.stored, end) }))
  const [suggested, setSuggested] = useState(NONE)
  const [at, setAt] = useState(0)
  const isOpen = suggested.items.length > 0
  const suggest = (typed: string, place: number, isAsked: boolean) => {
    setSuggested(suggestAt(typed, place, names, isAsked))
    setAt(0)
  }
  const close = () => setSuggested(NONE)
  const put = (suggestion: Suggestion) => {
    const taken = take(text.typed, suggested, suggestion, names)
    text.type(taken.text)
    close()
    placeCursor(area.current, taken.place)
  }
  const ask = () => {
    area.current?.focus()
    suggest(text.typed, area.current?.selectionStart ?? text.typed.length, true)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === ' ' && event.ctrlKey) return consumed(event, ask)
    if (isOpen && event.key === 'Escape') return consumed(event, close)
    if (isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) return consumed(event, () => setAt(stepped(at, event.key, suggested.items.length)))
    const chosen = suggested.items[at]
    if (event.key === 'Enter' && !event.shiftKey) return consumed(event, () => (isOpen && chosen !== undefined ? put(chosen) : text.commit()))
    if (event.key === 'Escape') text.revert()
  }
  return (
    <div className={styles['editor']} data-invalid={isInvalid}>
      <ColouredText text={text.typed} names={names} marks={shownMarks} />
      <textarea
        ref={area}
        id={id}
        className={styles['area']}
        aria-controls={isOpen ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isOpen ? `${listId}-${at}` : undefined}
        aria-describedby={describedBy}
        aria-invalid={isInvalid}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        maxLength={8192}
        rows={1}
        value={text.typed}
        onChange={({ target }) => {
          text.type(target.value)
          suggest(target.value, target.selectionStart, false)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          close()
          text.commit()
        }}
      />
      <Button
        type="text"
        size="small"
        className={styles['ask'] ?? ''}
        icon={<FunctionOutlined aria-hidden />}
        aria-label={t('expressions:insert')}
        title={t('expressions:insertHint')}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => (isOpen ? close() : ask())}
      />
      {isOpen && <SuggestionList id={listId} items={suggested.items} at={at} onTake={put} />}
    </div>
  )
}

/** The text people see while they type; it starts again whenever the stored one changes. */
function useShownText({ value, names, onTyped, onCommit }: ExpressionEditorProps) {
  const shown = useMemo(() => toShown(value, names).text, [value, names])
  const [state, setState] = useState({ from: shown, typed: shown })
  if (state.from !== shown) setState({ from: shown, typed: shown })
  const stored = useMemo(() => toStored(state.typed, names), [state.typed, names])
  const type = (typed: string) => {
    setState({ from: shown, typed })
    onTyped(toStored(typed, names).text)
  }
  return {
    typed: state.typed,
    stored,
    type,
    revert: () => type(shown),
    commit: () => {
      if (state.typed !== shown) onCommit(stored.text.trim())
    },
  }
}

function stepped(at: number, key: string, count: number): number {
  return (at + (key === 'ArrowDown' ? 1 : count - 1)) % count
}

function consumed(event: KeyboardEvent, act: () => void): void {
  event.preventDefault()
  event.stopPropagation()
  act()
}

/** After the next drawing, when the new text stands there. */
function placeCursor(area: HTMLTextAreaElement | null, place: number): void {
  requestAnimationFrame(() => {
    area?.focus()
    area?.setSelectionRange(place, place)
  })
}
