/** The formulas of an entity and its detail lines, ordered so that each comes after those it reads. */
import type { Entity, Field } from '@/generated/metadata'

import { linesFieldsOf } from './entry'
import { namesIn, type NamePath } from './names'

export interface Formula {
  readonly field: Extract<Field, { type: 'formula' }>
  /** Name of the lines field it is computed in, once per line; undefined for the record's own. */
  readonly lines: string | undefined
  readonly tree: unknown
  readonly names: readonly NamePath[]
}

/** Formulas whose tree is known; those in a circle, which design checks refuse, stand last in their order. */
export function orderedFormulas(entity: Entity, trees: Readonly<Record<string, unknown>>): Formula[] {
  const formulas = [
    ...formulasOf(entity.fields, undefined, trees),
    ...linesFieldsOf(entity).flatMap((lines) => formulasOf(lines.options.fields, lines.name, trees)),
  ]
  return afterTheirReads(formulas)
}

function formulasOf(fields: readonly Field[], lines: string | undefined, trees: Readonly<Record<string, unknown>>): Formula[] {
  return fields.flatMap((field) => {
    const tree = field.type === 'formula' ? trees[field.options.expression ?? ''] : undefined
    return field.type === 'formula' && tree !== undefined ? [{ field, lines, tree, names: namesIn(tree) }] : []
  })
}

function afterTheirReads(formulas: readonly Formula[]): Formula[] {
  const byPlace = new Map(formulas.map((formula) => [placeOf(formula), formula]))
  const ordered = new Set<Formula>()
  const visiting = new Set<Formula>()
  const visit = (formula: Formula): void => {
    if (ordered.has(formula) || visiting.has(formula)) return
    visiting.add(formula)
    for (const place of readPlaces(formula)) {
      const read = byPlace.get(place)
      if (read) visit(read)
    }
    ordered.add(formula)
  }
  formulas.forEach(visit)
  return [...ordered]
}

function placeOf({ field, lines }: Formula): string {
  return lines === undefined ? field.name : `${lines}.${field.name}`
}

/** In lines a bare name is the line's own, and `parent.name` the record's. */
function readPlaces({ lines, names }: Formula): string[] {
  return names.map((path) => {
    if (lines === undefined) return path.join('.')
    return path[0] === 'parent' ? path.slice(1).join('.') : `${lines}.${path[0]}`
  })
}
