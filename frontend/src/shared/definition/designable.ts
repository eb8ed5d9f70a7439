/** What of an app this person may design. */
import type { Form } from '@/generated/metadata'

import { entityNamed, viewNamed, type Definition } from './definition'

/** Forms that may be designed themselves or through their entity. */
export function designableForms(definition: Definition): readonly Form[] {
  const allowed = new Set(definition.design)
  return definition.forms.filter(({ id, entity }) => allowed.has(id) || allowed.has(entity))
}

/** The page a person is on, by the names in its address. */
export interface PlaceInUse {
  readonly entity?: string | undefined
  readonly view?: string | undefined
  readonly dashboard?: string | undefined
  readonly page?: string | undefined
}

/** The form behind a list or a record, when it may be designed. */
export function designableFormAt(definition: Definition, place: PlaceInUse): Form | undefined {
  const view = place.view === undefined ? undefined : viewNamed(definition, place.view)
  const entity = view?.entity ?? entityNamed(definition, place.entity ?? '')?.id
  const forms = designableForms(definition)
  return forms.find(({ id }) => id === view?.form) ?? forms.find((form) => form.entity === entity)
}

/** A document by the kind of its designer and its name. */
export interface Designable {
  readonly kind: 'form' | 'view' | 'dashboard' | 'page'
  readonly name: string
}

/** What is behind the page in view and may be designed: the list, the page, the board itself, else the form of its records. */
export function designableAt(definition: Definition, place: PlaceInUse): Designable | undefined {
  const allowed = new Set(definition.design)
  const shown = [
    ...named('view', definition.views, place.view),
    ...named('dashboard', definition.dashboards ?? [], place.dashboard),
    ...named('page', definition.pages ?? [], place.page),
  ]
  const itself = shown.find(({ id }) => allowed.has(id))
  if (itself !== undefined) return { kind: itself.kind, name: itself.name }
  const form = designableFormAt(definition, place)
  return form && { kind: 'form', name: form.name }
}

interface Named {
  readonly id: string
  readonly name: string
}

function named(kind: Designable['kind'], documents: readonly Named[], wanted: string | undefined) {
  return documents.filter(({ name }) => name === wanted).map(({ id, name }) => ({ kind, id, name }))
}
