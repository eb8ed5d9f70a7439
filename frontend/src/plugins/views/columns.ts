/** Which columns a list shows: those of its view, or those the reader chose, kept per view in this browser. */
import { useMemo, useState } from 'react'

import type { Entity, Field, View } from '@/generated/metadata'
import { fieldWithId, type Definition } from '@/shared/definition/definition'
import { readChoice, writeChoice } from '@/ui/stored-choice'

export interface ShownColumn {
  readonly field: Field
  readonly width: number | undefined
}

/** Fields a list can show at all; detail lines have their place on the form. */
export function listedFields(entity: Entity): readonly Field[] {
  return entity.fields.filter(({ type }) => type !== 'lines')
}

function viewColumns(entity: Entity, view: View): readonly ShownColumn[] {
  return view.columns.flatMap(({ field: id, width }) => {
    const field = fieldWithId(entity, id)
    return field === undefined || field.type === 'lines' ? [] : [{ field, width }]
  })
}

export function columnsFor(entity: Entity, view: View, chosen: readonly string[] | undefined): readonly ShownColumn[] {
  const usual = viewColumns(entity, view)
  if (chosen === undefined) return usual
  const listed = listedFields(entity)
  return chosen.flatMap((id) => {
    const field = listed.find((each) => each.id === id)
    return field === undefined ? [] : [{ field, width: usual.find((column) => column.field.id === id)?.width }]
  })
}

export function useColumns(definition: Definition, entity: Entity, view: View) {
  const key = `columns:${definition.app.name}:${view.id}`
  const [chosen, setChosen] = useState(() => readIds(readChoice(key)))
  const choose = (ids: readonly string[] | undefined) => {
    writeChoice(key, ids === undefined ? '' : ids.join(' '))
    setChosen(ids)
  }
  const columns = useMemo(() => columnsFor(entity, view, chosen), [entity, view, chosen])
  return { columns, isChosen: chosen !== undefined, choose }
}

function readIds(text: string | null): readonly string[] | undefined {
  const ids = (text ?? '').split(' ').filter((id) => id !== '')
  return ids.length > 0 ? ids : undefined
}
