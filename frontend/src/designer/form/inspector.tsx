/** The panel on the right: what is chosen decides what it shows. */
import { useDeferredValue } from 'react'

import type { Entity, Form } from '@/generated/metadata'

import { anyField } from '../inspector/field-place'
import { FieldPanel } from '../inspector/field-panel'
import { FormPanel } from '../inspector/form-panel'
import { ItemsPanel } from '../inspector/items-panel'
import { SectionPanel } from '../inspector/section-panel'
import { useCanvas, useCanvasActions } from './selection'

interface InspectorProps {
  readonly form: Form
  readonly entity: Entity
  readonly actions: { readonly remove: () => void; readonly duplicate: () => void }
}

export function Inspector({ form, entity, actions }: InspectorProps) {
  // The canvas answers at once; the panel follows when there is time.
  const chosen = useDeferredValue(useCanvas().chosen)
  const { choose } = useCanvasActions()
  if (chosen?.kind === 'field') {
    const field = anyField(entity, chosen.id)
    const select = (id: string | null) => choose(id === null ? null : { kind: 'field', id })
    if (field !== undefined) return <FieldPanel key={field.id} entity={entity} form={form} field={field} onSelect={select} />
  }
  if (chosen?.kind === 'fields') return <ItemsPanel entity={entity} form={form} fields={chosen.ids} onRemove={actions.remove} onDuplicate={actions.duplicate} />
  if (chosen?.kind === 'section') {
    const section = form.layout.find(({ id }) => id === chosen.id)
    if (section !== undefined) return <SectionPanel key={section.id} entity={entity} form={form} section={section} />
  }
  return <FormPanel form={form} />
}
