/** Everything inside it can be dragged and dropped; it draws the card that follows, and tells screen readers what happens. */
import { useCallback, useContext, useEffect, useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import styles from './canvas.module.css'
import { DragContext, useDragging } from './drag-context'
import { createDragEngine, type DragEvents } from './drag-engine'
import type { DragSubject, DropTarget } from './drag-subject'
import { InstructionsContext } from './instructions'

interface DragAreaProps {
  readonly children: ReactNode
  /** What a subject is called, in announcements. */
  readonly nameOf: (subject: DragSubject) => string
  /** Where a target is, in announcements. */
  readonly whereIs: (target: DropTarget) => string
  /** What follows the pointer. */
  readonly renderSubject: (subject: DragSubject) => ReactNode
  readonly onDrop: (subject: DragSubject, target: DropTarget) => void
}

export function DragArea(props: DragAreaProps) {
  const { t } = useTranslation()
  const instructions = useId()
  const [said, say] = useState('')
  const [engine] = useState(createDragEngine)
  const { nameOf, whereIs, onDrop } = props
  useEffect(() => engine.listen(eventsOf({ nameOf, whereIs, onDrop }, say, t)), [engine, nameOf, whereIs, onDrop, t])
  return (
    <DragContext value={engine}>
      <InstructionsContext value={instructions}>
        {props.children}
        <Card renderSubject={props.renderSubject} />
        <p id={instructions} className="visually-hidden">
          {t('designer:drag.instructions')}
        </p>
        <p role="status" aria-live="assertive" className="visually-hidden">
          {said}
        </p>
      </InstructionsContext>
    </DragContext>
  )
}

type Translate = (key: string, params: Readonly<Record<string, string>>) => string

function eventsOf({ nameOf, whereIs, onDrop }: Pick<DragAreaProps, 'nameOf' | 'whereIs' | 'onDrop'>, say: (sentence: string) => void, t: Translate): DragEvents {
  return {
    onStart: (subject) => say(t('designer:drag.start', { name: nameOf(subject) })),
    onOver: (subject, target) => say(target === null ? t('designer:drag.nowhere', { name: nameOf(subject) }) : t('designer:drag.over', { name: nameOf(subject), place: whereIs(target) })),
    onEnd: (subject, target) => {
      say(target === null ? t('designer:drag.cancel', { name: nameOf(subject) }) : t('designer:drag.end', { name: nameOf(subject), place: whereIs(target) }))
      if (target !== null) onDrop(subject, target)
    },
  }
}

/** Drawn once when something is picked up; the engine moves it. */
function Card({ renderSubject }: Pick<DragAreaProps, 'renderSubject'>) {
  const { subject } = useDragging()
  const engine = useContext(DragContext)
  const ref = useCallback((element: HTMLElement | null) => engine?.setCard(element), [engine])
  if (subject === null) return null
  return (
    <div ref={ref} className={styles['card']} aria-hidden>
      {renderSubject(subject)}
    </div>
  )
}
