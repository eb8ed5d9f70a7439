/** The form as it will look, section by section; a click beside everything chooses the form itself. */
import { useMemo, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { Entity, Form } from '@/generated/metadata'
import { EmptyState } from '@/ui/feedback/empty-state'

import type { DropTarget } from '../canvas/drag-subject'
import { useDropPlace } from '../canvas/use-drop-place'
import { useDrafting } from '../drafting/draft-context'
import { ArrangementStrip } from './arrangement-strip'
import { CanvasSection } from './canvas-section'
import styles from './form.module.css'
import { issuesByField } from './item-issues'
import { useCanvas, useCanvasActions } from './selection'

interface FormCanvasProps {
  readonly form: Form
  readonly entity: Entity
  /** What is being made, and where. */
  readonly pending: { readonly target: DropTarget; readonly entry: ReactNode } | null
  readonly onKeyDown: (event: KeyboardEvent) => void
}

export function FormCanvas({ form, entity, pending, onKeyDown }: FormCanvasProps) {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const { language, isPhone } = useCanvas()
  const { choose } = useCanvasActions()
  const setRef = useDropPlace('canvas', { kind: 'canvas', order: 0 })
  const issues = useMemo(() => issuesByField(draft.issues, form, entity), [draft.issues, form, entity])
  const pendingIn = (section: string) => (pending?.target.section === section ? { index: pending.target.index, entry: pending.entry } : null)
  return (
    <div ref={setRef} className={styles['canvas']} data-canvas onClick={() => choose(null)} onKeyDown={onKeyDown} role="presentation">
      <div className={styles['paper']} data-phone={isPhone} role="region" aria-label={t('designer:canvas.title')}>
        <h2 className={styles['paperTitle']}>{form.label[language] ?? Object.values(form.label)[0]}</h2>
        <ArrangementStrip form={form} />
        {form.layout.map((section, index) => (
          <CanvasSection key={section.id} form={form} entity={entity} section={section} index={index} issues={issues} pending={pendingIn(section.id)} />
        ))}
        {form.layout.length === 0 && <EmptyState title={t('designer:canvas.empty')} hint={t('designer:canvas.emptyHint')} />}
      </div>
    </div>
  )
}
