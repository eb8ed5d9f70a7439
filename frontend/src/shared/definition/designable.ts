/** What of an app this person may design. */
import type { Form } from '@/generated/metadata'

import { entityNamed, viewNamed, type Definition } from './definition'

/** Forms that may be designed themselves or through their entity. */
export function designableForms(definition: Definition): readonly Form[] {
  const allowed = new Set(definition.design)
  return definition.forms.filter(({ id, entity }) => allowed.has(id) || allowed.has(entity))
}

/** The page a person is on, by the names in its address. */
interface Place {
  readonly entity?: string | undefined
  readonly view?: string | undefined
}

/** The form behind a list or a record, when it may be designed. */
export function designableFormAt(definition: Definition, place: Place): Form | undefined {
  const view = place.view === undefined ? undefined : viewNamed(definition, place.view)
  const entity = view?.entity ?? entityNamed(definition, place.entity ?? '')?.id
  const forms = designableForms(definition)
  return forms.find(({ id }) => id === view?.form) ?? forms.find((form) => form.entity === entity)
}

/** The list or the page somebody looks at, when it may be designed itself: the folder of its designer, and its name. */
export function designableScreenAt(definition: Definition, place: { readonly view?: string | undefined; readonly page?: string | undefined }) {
  const allowed = new Set(definition.design)
  const view = place.view === undefined ? undefined : viewNamed(definition, place.view)
  if (view !== undefined && allowed.has(view.id)) return { kind: 'view', name: view.name } as const
  const page = definition.pages?.find(({ name }) => name === place.page)
  return page !== undefined && allowed.has(page.id) ? ({ kind: 'page', name: page.name } as const) : undefined
}
