/** The draft as a definition to ask questions of, beside the one in use that answers them. */
import type { Entity, Form, Options, View } from '@/generated/metadata'
import type { Definition } from '@/shared/definition/definition'
import { useDefinition } from '@/shared/definition/use-definition'

import { appOf, documentsIn, type Draft } from './draft'
import { useDrafting } from './draft-context'

export interface Definitions {
  readonly drafted: Definition
  /** What is in use; nothing while it is being fetched. */
  readonly released: Definition | undefined
}

export function useDefinitions(): Definitions {
  const { draft } = useDrafting()
  const { data, error } = useDefinition(draft.app)
  const drafted = draftedOf(draft)
  // An app that was never published has no figures of anything.
  return { drafted, released: data ?? (error === null ? undefined : { ...drafted, entities: [] }) }
}

function draftedOf(draft: Draft): Definition {
  return {
    release: draft.base_release,
    app: appOf(draft),
    entities: documentsIn<Entity>(draft, 'entities'),
    forms: documentsIn<Form>(draft, 'forms'),
    views: documentsIn<View>(draft, 'views'),
    options: documentsIn<Options>(draft, 'options'),
    rights: {},
    trees: {},
    explore: true,
    design: Object.keys(draft.effect),
  }
}
