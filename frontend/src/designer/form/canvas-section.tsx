/** A section on the canvas: its heading, its grid of fields, and the places to drop between them. */
import { HolderOutlined } from '@ant-design/icons'
import { useCallback, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { Entity, Form, Section } from '@/generated/metadata'

import { useDraggingPart } from '../canvas/drag-context'
import { useDragSource } from '../canvas/use-drag-source'
import { useDropPlace } from '../canvas/use-drop-place'
import { fieldIn, issuesAt } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { CanvasItem } from './canvas-item'
import styles from './form.module.css'
import { InlineLabel } from './inline-label'
import { NO_ISSUES, type ItemIssues } from './item-issues'
import { IssueMark } from './marks'
import { isChosen, useCanvas, useCanvasActions } from './selection'

interface CanvasSectionProps {
  readonly form: Form
  readonly entity: Entity
  readonly section: Section
  readonly index: number
  readonly issues: ItemIssues
  /** What is being made in this section, and before which item. */
  readonly pending: { readonly index: number; readonly entry: ReactNode } | null
}

// Sections have room for this many items in reading order.
const ROOM = 1000

export function CanvasSection({ form, entity, section, index, issues, pending }: CanvasSectionProps) {
  const { language, chosen, isPhone, renaming } = useCanvas()
  const columns = isPhone ? 1 : (section.columns ?? form.columns ?? 2)
  const items = section.items.map((item, at) => {
    const field = fieldIn(entity, item.field)
    if (field === undefined) return null
    return (
      <CanvasItem
        key={item.field}
        item={item}
        field={field}
        section={section.id}
        index={at}
        order={index * ROOM + at}
        columns={columns}
        isLast={at === section.items.length - 1}
        isChosen={isChosen(chosen, 'field', item.field)}
        isRenaming={renaming === item.field}
        language={language}
        issues={issues.get(item.field) ?? NO_ISSUES}
      />
    )
  })
  const drawn: readonly ReactNode[] = items
  const made = pending === null ? drawn : drawn.toSpliced(pending.index, 0, pending.entry)
  return (
    <SectionFrame form={form} section={section} index={index}>
      {section.help !== undefined && <p className={styles['sectionHelp']}>{section.help[language] ?? Object.values(section.help)[0]}</p>}
      <div className={styles['grid']} style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
        {made}
        <SectionEnd section={section} order={index * ROOM + ROOM - 1} isEmpty={section.items.length === 0 && pending === null} />
      </div>
    </SectionFrame>
  )
}

interface SectionFrameProps {
  readonly form: Form
  readonly section: Section
  readonly index: number
  readonly children: ReactNode
}

function SectionFrame({ form, section, index, children }: SectionFrameProps) {
  const { t } = useTranslation()
  const { chosen, language } = useCanvas()
  const { choose } = useCanvasActions()
  const setFrameRef = useDropPlace(`frame:${section.id}`, { kind: 'frame', index, order: index })
  const { setNodeRef, handle, isDragging } = useDragSource({ kind: 'section', section: section.id }, 'canvas')
  const label = section.label?.[language] ?? Object.values(section.label ?? {})[0]
  const setRef = useCallback(
    (element: HTMLElement | null) => {
      setNodeRef(element)
      setFrameRef(element)
    },
    [setNodeRef, setFrameRef],
  )
  return (
    <section
      ref={setRef}
      className={styles['section']}
      data-section={section.id}
      data-chosen={isChosen(chosen, 'section', section.id)}
      data-dragging={isDragging}
      data-mark={useFrameMark(index, form.layout.length)}
      aria-label={label ?? t('designer:section.untitled')}
    >
      <header className={styles['sectionHead']}>
        {form.arrangement === 'steps' && (
          <span className={styles['stepNumber']} aria-hidden>
            {index + 1}
          </span>
        )}
        <SectionTitle section={section} label={label} onChoose={() => choose({ kind: 'section', id: section.id })} />
        <SectionIssues form={form} index={index} />
        <button type="button" {...handle} className={styles['handle']} aria-label={t('designer:section.move', { name: label ?? t('designer:section.untitled') })}>
          <HolderOutlined aria-hidden />
        </button>
      </header>
      {children}
    </section>
  )
}

interface SectionTitleProps {
  readonly section: Section
  readonly label: string | undefined
  readonly onChoose: () => void
}

function SectionTitle({ section, label, onChoose }: SectionTitleProps) {
  const { t } = useTranslation()
  const { renaming, chosen } = useCanvas()
  const { rename, setLabel } = useCanvasActions()
  const finish = (text: string | null) => {
    rename(null)
    if (text !== null) setLabel(section.id, text)
  }
  if (renaming === section.id) return <InlineLabel text={label ?? ''} onDone={finish} />
  return (
    <button
      type="button"
      className={styles['sectionTitle']}
      data-untitled={label === undefined}
      data-id={section.id}
      aria-pressed={isChosen(chosen, 'section', section.id)}
      onDoubleClick={() => rename(section.id)}
      onClick={(event) => {
        event.stopPropagation()
        onChoose()
      }}
    >
      {label ?? t('designer:section.untitled')}
    </button>
  )
}

function SectionIssues({ form, index }: { readonly form: Form; readonly index: number }) {
  const { draft } = useDrafting()
  const issues = issuesAt(draft, `forms/${form.name}.json`, ['layout', index]).filter(({ place }) => place[2] !== 'items')
  return issues.length > 0 && <IssueMark issues={issues} />
}

interface SectionEndProps {
  readonly section: Section
  readonly order: number
  readonly isEmpty: boolean
}

/** The rest of a section: a place to drop at its end, inviting while it is empty. */
function SectionEnd({ section, order, isEmpty }: SectionEndProps) {
  const { t } = useTranslation()
  const count = section.items.length
  const isTarget = useDraggingPart(({ target }) => target?.section === section.id && target.index === count)
  const setRef = useDropPlace(`end:${section.id}`, { kind: 'end', section: section.id, index: count, order })
  return (
    <div ref={setRef} className={styles['end']} data-empty={isEmpty} data-target={isTarget}>
      {isEmpty && t('designer:section.dropHere')}
    </div>
  )
}

function useFrameMark(index: number, count: number): string | undefined {
  return useDraggingPart(({ target }) => {
    if (target === null || target.section !== null || target.lines !== undefined) return undefined
    if (target.index === index) return 'before-row'
    return index === count - 1 && target.index === count ? 'after-row' : undefined
  })
}
