/** The names and functions that can be put in, and what the one in hand does. */
import { FunctionOutlined } from '@ant-design/icons'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { KIND_ICONS } from '../palette/field-kinds'
import styles from './expression.module.css'
import type { Suggestion } from './suggestions'

interface SuggestionListProps {
  readonly id: string
  readonly items: readonly Suggestion[]
  readonly at: number
  readonly onTake: (suggestion: Suggestion) => void
}

export function SuggestionList({ id, items, at, onTake }: SuggestionListProps) {
  const { t } = useTranslation()
  const popup = useRef<HTMLDivElement>(null)
  const chosen = items[at]
  // At the lower end of a panel it would be out of sight.
  useEffect(() => popup.current?.scrollIntoView?.({ block: 'nearest' }), [])
  return (
    <div ref={popup} className={styles['popup']}>
      <div id={id} role="listbox" aria-label={t('expressions:suggestions')} className={styles['suggestions']}>
        {items.map((item, index) => (
          <Line key={keyOf(item)} id={`${id}-${index}`} item={item} isChosen={index === at} onTake={onTake} />
        ))}
      </div>
      {chosen !== undefined && <Help item={chosen} />}
    </div>
  )
}

interface LineProps {
  readonly id: string
  readonly item: Suggestion
  readonly isChosen: boolean
  readonly onTake: (suggestion: Suggestion) => void
}

function Line({ id, item, isChosen, onTake }: LineProps) {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView?.({ block: 'nearest' })
  }, [isChosen])
  const Drawn = item.kind === 'name' ? KIND_ICONS[item.name.type] : FunctionOutlined
  return (
    <div
      ref={line}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      className={styles['suggestion']}
      // The text keeps the focus while something is picked.
      onMouseDown={(event) => {
        event.preventDefault()
        onTake(item)
      }}
    >
      <Drawn className={styles['suggestionIcon']} aria-hidden />
      <span className={styles['suggestionName']}>{item.kind === 'name' ? item.name.label : item.help.name}</span>
      <span className={styles['suggestionMore']}>{item.kind === 'name' ? item.name.name : ''}</span>
    </div>
  )
}

function Help({ item }: { readonly item: Suggestion }) {
  const { t } = useTranslation()
  if (item.kind === 'name') {
    return (
      <div className={styles['help']}>
        <p>{t(`designer:type.${item.name.type}`)}</p>
      </div>
    )
  }
  const { name, signature, example } = item.help
  return (
    <div className={styles['help']}>
      <code className={styles['signature']}>{signature}</code>
      <p>{t(`functions:${name}`)}</p>
      {example !== '' && <code className={styles['example']}>{example}</code>}
    </div>
  )
}

function keyOf(item: Suggestion): string {
  return item.kind === 'name' ? `name ${item.name.name}` : `function ${item.help.name}`
}
