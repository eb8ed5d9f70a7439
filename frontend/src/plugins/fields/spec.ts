/** What a field type says about itself without a screen: how its values read as text, and what its columns need. */
import type { Parsed } from '@/core/values/parsed'
import type { Value } from '@/core/values/value'
import type { Field, FieldType } from '@/generated/metadata'

import type { FieldScope } from './scope'

export type FieldOf<T extends FieldType> = Extract<Field, { type: T }>

/** By typing, by picking from an opened list, by typing or a calendar, by turning over. */
export type SheetEntry = 'text' | 'picker' | 'calendar' | 'toggle'

export interface FieldSpec<T extends FieldType = FieldType> {
  readonly key: T
  /** Numbers stand at the end, so that their digits line up. */
  readonly align: 'start' | 'end'
  /** Pixels a column needs at first. */
  readonly width: number
  /** How a cell of a sheet is entered; a type without it is entered on a form only. */
  readonly sheetEntry?: SheetEntry
  /** Reads typed and pasted text; a type without it cannot be entered as text. */
  readonly read?: (text: string, field: FieldOf<T>, scope: FieldScope) => Parsed
  /** The text a value is edited and copied as; `read` understands it. */
  readonly write: (value: Value, field: FieldOf<T>, scope: FieldScope) => string
  /** Finds what texts name by asking the server, for types whose `read` cannot know; answers by text. */
  readonly match?: (texts: readonly string[], field: FieldOf<T>, scope: FieldScope) => Promise<ReadonlyMap<string, Parsed>>
  /** For computed types: the field whose values it shows. */
  readonly standsFor?: (field: FieldOf<T>, scope: Pick<FieldScope, 'definition'>) => Field | undefined
}
