/** A section on the canvas: its heading, its grid of fields, and the places to drop between them. */
import { HolderOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'

import type { Entity, Form, Section } from '@/generated/metadata'

import { useDragging } from '../canvas/drag-context'
import { useDragSource } from '../canvas/use-drag-source'
import { useDropPlace } from '../canvas/use-drop-place'
import { issuesAt } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { CanvasItem, IssueMark } from './canvas-item'
import styles from './form.module.css'
import { isChosen, useCanvas } from './selection'

interface CanvasSectionProps {
  readonly form: Form
  readonly entity: Entity
  readonly section: Section
  readonly index: number
}

const ROOM = 1000

export function CanvasSection({ form, entity, section, index }: CanvasSectionProps) {
  const { t } = useTranslation()
  const { chosen, choose, language, isPhone } = useCanvas()
  const { draft } = useDrafting()
  const setFrameRef = useDropPlace(`frame:${section.id}`, { kind: 'frame', index, order: index })
  const { setNodeRef, setActivatorNodeRef, handle, isDragging } = useDragSource({ kind: 'section', section: section.id }, 'canvas')
  const issues = issuesAt(draft, `forms/${form.name}.json`, ['layout', index]).filter(({ place }) => place[2] !== 'items')
  const label = section.label?.[language] ?? Object.values(section.label ?? {})[0]
  return (
    <section
      ref={(element) => {
        setNodeRef(element)
        setFrameRef(element)
      }}
      className={styles['section']}
      data-section={section.id}
      data-chosen={isChosen(chosen, 'section', section.id)}
      data-dragging={isDragging}
      data-mark={useFrameMark(index, form.layout.length)}
      aria-label={label ?? t('designer:section.untitled')}
    >
      <header className={styles['sectionHead']}>
        <button
          type="button"
          className={styles['sectionTitle']}
          data-untitled={label === undefined}
          onClick={(event) => {
            event.stopPropagation()
            choose({ kind: 'section', id: section.id })
          }}
        >
          {label ?? t('designer:section.untitled')}
        </button>
        {issues.length > 0 && <IssueMark issues={issues} />}
        <button
          type="button"
          ref={setActivatorNodeRef}
          {...handle}
          className={styles['handle']}
          aria-label={t('designer:section.move', { name: label ?? t('designer:section.untitled') })}
        >
          <HolderOutlined aria-hidden />
        </button>
      </header>
      <div className={styles['grid']} style={{ gridTemplateColumns: `repeat(${isPhone ? 1 : (form.columns ?? 2)}, minmax(0, 1fr))` }}>
        {section.items.map((item, at) => (
          <CanvasItem key={item.field} form={form} entity={entity} section={section} item={item} index={at} />
        ))}
        <SectionEnd section={section} order={index * ROOM + ROOM - 1} />
      </div>
    </section>
  )
}

/** The rest of a section: a place to drop at its end, inviting while it is empty. */
function SectionEnd({ section, order }: { readonly section: Section; readonly order: number }) {
  const { t } = useTranslation()
  const { target } = useDragging()
  const setRef = useDropPlace(`end:${section.id}`, { kind: 'end', section: section.id, index: section.items.length, order })
  const isEmpty = section.items.length === 0
  const isTarget = target?.section === section.id && target.index === section.items.length
  return (
    <div ref={setRef} className={styles['end']} data-empty={isEmpty} data-target={isTarget}>
      {isEmpty && t('designer:section.dropHere')}
    </div>
  )
}

function useFrameMark(index: number, count: number): string | undefined {
  const { target } = useDragging()
  if (target === null || target.section !== null) return undefined
  if (target.index === index) return 'before-row'
  return index === count - 1 && target.index === count ? 'after-row' : undefined
}
