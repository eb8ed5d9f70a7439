/** The draft seen as a definition, so that fields on the canvas can be drawn by the inputs people will use. */
import type { Entity, Form, Options, View } from '@/generated/metadata'
import type { Definition } from '@/shared/definition/definition'

import { appOf, documentsIn, type Draft } from './draft'

export function draftDefinition(draft: Draft): Definition {
  return {
    release: draft.base_release,
    app: appOf(draft),
    entities: documentsIn<Entity>(draft, 'entities'),
    forms: documentsIn<Form>(draft, 'forms'),
    views: documentsIn<View>(draft, 'views'),
    options: documentsIn<Options>(draft, 'options'),
    rights: {},
    trees: {},
    design: Object.keys(draft.effect),
  }
}
