/** The edits of an entity's fields, as the table and its keys make them. */
import { useLayoutEffect, useState } from 'react'

import { documentLanguage, type DocumentLanguage } from '@/core/i18n/locale'
import type { Entity, FieldType } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { appOf, type Draft } from '../drafting/draft'
import { useDrafting, type Drafting, type Params } from '../drafting/draft-context'
import { fieldParams, firstPlaces, ownUnique, typedLanguage } from './entity-draft'
import type { LineField } from './typed-lines'

export interface FieldEdits {
  readonly add: (lines: readonly LineField[], position?: number) => Promise<Draft | null>
  readonly set: (field: string, property: string, value: unknown) => void
  readonly setAll: (fields: readonly string[], property: string, value: unknown) => void
  readonly rename: (field: string, name: string) => void
  readonly move: (field: string, index: number) => void
  readonly setUnique: (field: string, isUnique: boolean) => void
  readonly changeType: (field: string, type: FieldType, options?: Readonly<Record<string, unknown>>) => void
  readonly duplicate: (fields: readonly string[]) => void
  readonly remove: (fields: readonly string[]) => Promise<void>
}

/** The same functions as long as the table is there, so that rows need not be drawn again: they look at the newest draft. */
export function useFieldEdits(entity: Entity): FieldEdits {
  const { draft, edit } = useDrafting()
  const language = documentLanguage(useLocale())
  const [{ edits, look }] = useState(() => looking({ draft, edit, entity, language }))
  useLayoutEffect(() => look({ draft, edit, entity, language }), [look, draft, edit, entity, language])
  return edits
}

function looking(first: Newest) {
  let newest = first
  return {
    edits: editsOf(() => newest),
    look: (now: Newest) => {
      newest = now
    },
  }
}

interface Newest extends Pick<Drafting, 'draft' | 'edit'> {
  readonly entity: Entity
  readonly language: DocumentLanguage
}

function editsOf(newest: () => Newest): FieldEdits {
  const send = (kind: string, params: Params) => newest().edit(kind, { entity: newest().entity.id, ...params })
  return {
    add: (lines, position) => {
      const { draft, entity, language } = newest()
      const fields = lines.map((line) => fieldParams(line, typedLanguage(draft, language), appOf(draft).languages))
      const placed = position === undefined ? fields : fields.map((field, at) => ({ ...field, position: position + at }))
      return send('add_fields', { fields: placed, ...firstPlaces(draft, entity) })
    },
    set: (field, property, value) => void send('set_field_property', { field, property, value }),
    setAll: (fields, property, value) => void send('set_fields_property', { fields, property, value }),
    rename: (field, name) => void send('rename_field', { field, name }),
    move: (field, index) => void send('move_field', { field, index }),
    setUnique: (field, isUnique) => {
      const unique = ownUnique(newest().entity, field)
      if (isUnique) void send('add_unique', { fields: [field] })
      else if (unique) void send('remove_unique', { unique: unique.id })
    },
    changeType: (field, type, options = {}) => void send('change_field_type', { field, type, options }),
    duplicate: (fields) => {
      for (const field of fields) void send('duplicate_field', { field })
    },
    remove: async (fields) => {
      for (const field of fields) await send('remove_field', { field })
    },
  }
}
