/** Documents of the draft that flows speak of, by folder or by id. */
import type { Connector, Entity, Field, Flow, Label, Options, Role, Rule, Template } from '@/generated/metadata'

import { entityWithId, listWithId, type Draft } from '../drafting/draft'

interface Known {
  readonly connectors: Connector
  readonly entities: Entity
  readonly flows: Flow
  readonly roles: Role
  readonly rules: Rule
  readonly templates: Template
}

export function allOf<F extends keyof Known>(draft: Draft, folder: F): Known[F][] {
  const files = Object.entries(draft.documents).filter(([file]) => file.startsWith(`${folder}/`))
  return files.map(([, document]) => document as unknown as Known[F])
}

export function documentWithId(draft: Draft, id: string | undefined): { readonly id: string; readonly name?: string; readonly label: Label } | undefined {
  return id === undefined ? undefined : Object.values(draft.documents).find((each) => each.id === id)
}

export function templateWithId(draft: Draft, id: string | undefined): Template | undefined {
  return allOf(draft, 'templates').find((each) => each.id === id)
}

/** Whether a person may make new documents, which is a matter of the whole app. */
export function mayDesignApp(draft: Draft): boolean {
  const app = draft.documents['app.json']
  return app !== undefined && draft.effect[app.id] !== undefined
}

export function choicesOf(draft: Draft, field: Field): Options['choices'] {
  return field.type === 'choice' || field.type === 'multi_choice' ? (listWithId(draft, field.options.list)?.choices ?? []) : []
}

/** Fields that are entered, and so can be written. */
export function writable(fields: readonly Field[]): Field[] {
  return fields.filter(({ type }) => !['formula', 'lookup', 'rollup', 'sequence', 'lines'].includes(type))
}

export function linesOf(entity: Entity | undefined): Extract<Field, { type: 'lines' }>[] {
  return (entity?.fields ?? []).filter((field) => field.type === 'lines')
}

export function linksOf(fields: readonly Field[]): Extract<Field, { type: 'link' }>[] {
  return fields.filter((field) => field.type === 'link')
}

export interface Target {
  /** How it is written: the name of a link or of what a step found; nothing for the flow's own record. */
  readonly name: string
  readonly entity: Entity
}

/** Records a step can work on: the flow's own, what it links to, what other steps found or made. */
export function targetsOf(draft: Draft, flow: Flow): Target[] {
  const own = entityWithId(draft, flow.trigger.entity)
  if (own === undefined) return []
  const known = flow.nodes.flatMap((node) => (node.kind === 'create_record' || node.kind === 'find_records') && node.as !== undefined ? [[node.as, node.entity] as const] : [])
  const named = [...linksOf(own.fields).map(({ name, options }) => [name, options.entity] as const), ...known]
  const found = named.flatMap(([name, id]) => {
    const entity = entityWithId(draft, id)
    return entity === undefined ? [] : [{ name, entity }]
  })
  return [{ name: '', entity: own }, ...found]
}
