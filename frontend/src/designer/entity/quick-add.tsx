/** The last line of the table: type a label, press Enter, type the next. What kind of field it will be is shown and can be changed. */
import { PlusOutlined } from '@ant-design/icons'
import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { Entity, FieldType, Options } from '@/generated/metadata'

import { documentsIn } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import styles from './entity.module.css'
import { guessField } from './guess'
import { ASKING } from './kinds'
import { readLines, type LineField } from './typed-lines'
import { TypeMenu } from './type-menu'

interface QuickAddProps {
  readonly span: number
  /** Whether this is the first thing to be typed, in an entity that has no fields yet. */
  readonly isFirst: boolean
  readonly onAdd: (lines: readonly LineField[]) => void
  /** For a field whose type needs more to be known first. */
  readonly onAsk: (line: LineField) => void
}

export function QuickAdd({ span, isFirst, onAdd, onAsk }: QuickAddProps) {
  const { t } = useTranslation()
  const known = useKnown()
  const entry = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [type, setType] = useState<FieldType | null>(null)
  const guessed = guessField(typed, known)
  const shown = type ?? guessed.type

  useEffect(() => {
    if (isFirst) entry.current?.focus()
  }, [isFirst])

  const add = () => {
    if (guessed.label === '') return
    const line: LineField = { ...(type === null || type === guessed.type ? guessed : { label: guessed.label, type }), labels: [guessed.label] }
    setTyped('')
    setType(null)
    if (needsMore(line)) onAsk(line)
    else onAdd([line])
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setTyped('')
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    add()
  }
  const onPaste = (event: ClipboardEvent) => {
    const lines = readLines(event.clipboardData.getData('text/plain'), known)
    if (lines.length < 2 || typed !== '') return
    event.preventDefault()
    onAdd(lines)
  }
  return (
    <tr className={styles['quick']}>
      <td className={styles['lead']}>
        <PlusOutlined aria-hidden />
      </td>
      <td>
        <TypeMenu type={shown} label={t('entities:quick.type')} onChosen={setType} />
      </td>
      <td colSpan={span}>
        <input
          ref={entry}
          className={styles['quickInput']}
          data-quick
          aria-label={t('entities:quick.label')}
          aria-describedby="quick-hint"
          placeholder={t('entities:quick.placeholder')}
          maxLength={500}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <span id="quick-hint" className={styles['hint']}>
          {guessed.choices === undefined ? t('entities:quick.hint') : t('entities:quick.choices', { choices: guessed.choices.join(' · ') })}
        </span>
      </td>
    </tr>
  )
}

/** A link must know where it leads, and something computed how. */
function needsMore({ type, options }: LineField): boolean {
  return ASKING.includes(type) && options === undefined
}

function useKnown() {
  const { draft } = useDrafting()
  return { entities: documentsIn<Entity>(draft, 'entities'), lists: documentsIn<Options>(draft, 'options') }
}
