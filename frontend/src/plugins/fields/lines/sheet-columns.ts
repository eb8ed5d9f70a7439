/** The columns of a sheet: which field each shows, how it is entered, and what it says as text. */
import { text as labelText } from '@/core/i18n/text'
import { isComputed, type FormLine, type LinesField } from '@/core/forms/entry'
import { addableColumns } from '@/core/forms/totals'
import { parsed, unreadable, type Parsed } from '@/core/values/parsed'
import { isBlank } from '@/core/values/value'
import type { Field } from '@/generated/metadata'

import type { FieldScope } from '../scope'
import { shownField } from '../shown-field'
import type { FieldSpec, SheetEntry } from '../spec'
import { specOf } from '../spec-of'

export interface SheetColumn {
  readonly field: Field
  /** The field whose values are shown: the result of a formula, the target of a look-up. */
  readonly shown: Field
  readonly spec: FieldSpec
  readonly label: string
  /** A total stands below it. */
  readonly isAdded: boolean
  /** Undefined when nothing can be entered here. */
  readonly entry: SheetEntry | undefined
}

export function sheetColumns(lines: LinesField, scope: FieldScope, isLocked: boolean): SheetColumn[] {
  const added = addableColumns(lines.options.fields, scope.definition.trees)
  return lines.options.fields.map((field) => {
    const shown = shownField(field, scope)
    const spec = specOf(shown)
    const isOpen = !isLocked && !isComputed(field) && field.read_only !== true
    const label = labelText(field.label, scope.locale, field.name)
    return { field, shown, spec, label, isAdded: added.includes(field), entry: isOpen ? spec.sheetEntry : undefined }
  })
}

/** What a cell is copied and edited as: its value as text, or the text that could not be read. */
export function cellText({ field, shown, spec }: SheetColumn, line: FormLine | undefined, scope: FieldScope): string {
  const rejected = line?.rejected[field.name]
  if (rejected) return rejected.text
  const value = line?.values[field.name] ?? null
  return isBlank(value) ? '' : spec.write(value, shown, scope)
}

/** Reads what was typed into a cell; nothing is blank. */
export function readCell({ field, spec, entry }: SheetColumn, typed: string, scope: FieldScope): Parsed {
  if (entry === undefined) return unreadable('entry.computed')
  if (typed.trim() === '') return parsed(null)
  return spec.read?.(typed, field, scope) ?? unreadable('entry.link.unknown', { text: typed })
}

/** A sheet sits inside a form and is denser than a list. */
const DENSITY = 0.75

/** Tracks of the grid: the head of the line, then the columns; texts share the room that is left. */
export function sheetTracks(columns: readonly SheetColumn[]): string {
  const tracks = columns.map(({ spec }) => `minmax(${Math.round(spec.width * DENSITY)}px, ${spec.align === 'end' ? '0.6fr' : '1fr'})`)
  return ['44px', ...tracks].join(' ')
}
