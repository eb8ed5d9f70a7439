/** The form as it will look, section by section; a click beside everything chooses the form itself. */
import { useTranslation } from 'react-i18next'

import type { Entity, Form } from '@/generated/metadata'
import { FieldScopeProvider } from '@/plugins/fields/scope-provider'
import { EmptyState } from '@/ui/feedback/empty-state'

import { useDropPlace } from '../canvas/use-drop-place'
import { useDrafting } from '../drafting/draft-context'
import { CanvasSection } from './canvas-section'
import { draftDefinition } from '../drafting/draft-definition'
import styles from './form.module.css'
import { useCanvas } from './selection'

interface FormCanvasProps {
  readonly form: Form
  readonly entity: Entity
}

export function FormCanvas({ form, entity }: FormCanvasProps) {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const { choose, language, isPhone } = useCanvas()
  const setRef = useDropPlace('canvas', { kind: 'canvas', order: 0 })
  return (
    <div ref={setRef} className={styles['canvas']} onClick={() => choose(null)} onKeyDown={(event) => event.key === 'Escape' && choose(null)} role="presentation">
      <FieldScopeProvider definition={draftDefinition(draft)}>
        <div className={styles['paper']} data-phone={isPhone} role="region" aria-label={t('designer:canvas.title')}>
          <h2 className={styles['paperTitle']}>{form.label[language] ?? Object.values(form.label)[0]}</h2>
          {form.layout.map((section, index) => (
            <CanvasSection key={section.id} form={form} entity={entity} section={section} index={index} />
          ))}
          {form.layout.length === 0 && <EmptyState title={t('designer:canvas.empty')} hint={t('designer:canvas.emptyHint')} />}
        </div>
      </FieldScopeProvider>
    </div>
  )
}
