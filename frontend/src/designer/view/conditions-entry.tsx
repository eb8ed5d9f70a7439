/** Conditions clicked together; kept by the ids of fields, so that renaming breaks nothing. */
import { useMemo, useState } from 'react'

import type { Condition } from '@/generated/metadata'
import { FieldScopeProvider } from '@/plugins/fields/scope-provider'
import { ConditionEditor } from '@/plugins/conditions/condition-editor'
import type { Definition } from '@/shared/definition/definition'
import type { NamedCondition } from '@/shared/records/list-records'
import { collapsed, type Value } from '@/core/values/value'
import type { Entity, Options } from '@/generated/metadata'

import { appOf, documentsIn, type Draft } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { useView } from './view-context'

export function ConditionsEntry({ onSet }: { readonly onSet: (conditions: readonly Condition[]) => void }) {
  const { draft } = useDrafting()
  const { view, entity } = useView()
  const given = JSON.stringify(view.conditions ?? [])
  const own = useOwnChanges(given)
  const named = (view.conditions ?? []).flatMap(({ field, ...rest }): NamedCondition[] => {
    const name = entity.fields.find(({ id }) => id === field)?.name
    return name === undefined ? [] : [{ field: name, ...rest }]
  })
  const change = (conditions: readonly NamedCondition[]) => {
    const stored = conditions.flatMap(({ field: name, operator, value }): Condition[] => {
      const field = entity.fields.find((each) => each.name === name)?.id
      return field === undefined ? [] : [{ field, operator, ...(value !== undefined && { value: collapsed(value as Value) }) }]
    })
    const next = JSON.stringify(stored)
    if (next === own.latest) return
    own.remember(next)
    onSet(stored)
  }
  const definition = useMemo(() => asDefinition(draft), [draft])
  return (
    <FieldScopeProvider definition={definition}>
      <ConditionEditor key={own.key} entity={entity} conditions={named} onChange={change} isNarrow />
    </FieldScopeProvider>
  )
}

/** The rows keep what is being typed; they begin anew only when others, or undo, changed the conditions. */
function useOwnChanges(given: string) {
  const [state, setState] = useState({ seen: given, latest: given, key: 0 })
  if (state.seen !== given) {
    setState({ seen: given, latest: given, key: given === state.latest ? state.key : state.key + 1 })
  }
  return { key: state.key, latest: state.latest, remember: (latest: string) => setState((before) => ({ ...before, latest })) }
}

function asDefinition(draft: Draft): Definition {
  return {
    release: draft.base_release,
    app: appOf(draft),
    entities: documentsIn<Entity>(draft, 'entities'),
    forms: [],
    views: [],
    options: documentsIn<Options>(draft, 'options'),
    rights: {},
    trees: {},
    design: [],
  }
}
