/** Fields of linked records that the form's conditions read, such as the level of the customer chosen. */
import { useQueries } from '@tanstack/react-query'

import { linkedReads } from '@/core/forms/behaviour'
import type { LinkedValues } from '@/core/forms/computed'
import type { Entry } from '@/core/forms/entry'
import type { Operand } from '@/core/forms/evaluator'
import type { FormPlan } from '@/core/forms/plan'
import { collapsed, referenceId, type Value } from '@/core/values/value'
import type { Entity, Field } from '@/generated/metadata'
import { useFieldScope } from '@/plugins/fields/scope'
import { shownField } from '@/plugins/fields/shown-field'
import { readRecord } from '@/shared/records/one-record'

interface LinkedRead {
  readonly link: string
  readonly entity: Entity
  readonly fields: readonly Field[]
  readonly id: string
}

export function useLinkedValues(app: string, plan: FormPlan, entry: Entry): LinkedValues {
  const scope = useFieldScope()
  const reads = Object.entries(linkedReads(plan)).flatMap(([link, names]) => linkedRead(plan, entry, link, names, scope.definition.entities))
  return useQueries({
    queries: reads.map(({ entity, fields, id }) => {
      const names = fields.map(({ name }) => name)
      return { queryKey: ['linked', app, entity.name, id, ...names], queryFn: () => readRecord({ app, entity: entity.name }, id, names) }
    }),
    combine: (answers) =>
      Object.fromEntries(
        reads.flatMap(({ link, fields }, at) => {
          const record = answers[at]?.data
          const operands = fields.map((field) => [field.name, { kind: shownField(field, scope).type, value: collapsed((record?.[field.name] ?? null) as Value) } satisfies Operand])
          return record === undefined ? [] : [[link, Object.fromEntries(operands)]]
        }),
      ) as LinkedValues,
  })
}

function linkedRead(plan: FormPlan, entry: Entry, link: string, names: readonly string[], entities: readonly Entity[]): LinkedRead[] {
  const field = plan.entity.fields.find(({ name }) => name === link)
  const entity = field?.type === 'link' ? entities.find((each) => each.id === field.options.entity) : undefined
  const id = referenceId(entry.values[link])
  if (entity === undefined || id === null) return []
  return [{ link, entity, id, fields: entity.fields.filter(({ name }) => names.includes(name)) }]
}
