/** What of the draft belongs to an entity: forms and lists that show its fields, and how often. */
import type { DocumentLanguage } from '@/core/i18n/locale'
import type { Entity, Field, Form, Label, Options, View } from '@/generated/metadata'

import { appOf, documentsIn, entityWithId, listWithId, type Draft } from '../drafting/draft'
import type { LineField } from './typed-lines'

/** Where new fields are shown at once: the first form that has room for them, and the first list. */
export function firstPlaces(draft: Draft, entity: Entity): { readonly form?: string; readonly view?: string } {
  const form = formsOf(draft, entity).find(({ layout }) => layout.length > 0)
  const view = viewsOf(draft, entity)[0]
  return { ...(form && { form: form.id }), ...(view && { view: view.id }) }
}

export function formsOf(draft: Draft, entity: Entity): Form[] {
  return documentsIn<Form>(draft, 'forms').filter((form) => form.entity === entity.id)
}

export function viewsOf(draft: Draft, entity: Entity): View[] {
  return documentsIn<View>(draft, 'views').filter((view) => view.entity === entity.id)
}

/** How many forms show each field, by its id. */
export function formCounts(draft: Draft, entity: Entity): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { layout } of formsOf(draft, entity)) {
    for (const { field } of layout.flatMap(({ items }) => items)) counts.set(field, (counts.get(field) ?? 0) + 1)
  }
  return counts
}

/** The language a label is typed in: that of the interface where the app has it. */
export function typedLanguage(draft: Draft, language: DocumentLanguage): DocumentLanguage {
  const { languages } = appOf(draft)
  return languages.includes(language) ? language : (languages[0] ?? language)
}

/** Parameters of `add_field` for what was typed; further labels belong to the app's other languages. */
export function fieldParams({ type, labels, options, choices }: LineField, language: string, languages: readonly string[]) {
  const others = languages.filter((each) => each !== language)
  const label: Label = Object.fromEntries([language, ...others].map((each, at) => [each, labels[at] ?? '']).filter(([, words]) => words !== ''))
  const made = { type, label, ...(options && { options }) }
  return choices === undefined ? made : { ...made, choices: choices.map((words) => ({ [language]: words })) }
}

/** The field that came last after the entity was as in `before`. */
export function newField(before: Entity, after: Draft | null): Field | undefined {
  const known = new Set(before.fields.map(({ id }) => id))
  return after === null ? undefined : entityWithId(after, before.id)?.fields.findLast(({ id }) => !known.has(id))
}

/** What a field is made of, in short: its choices, its target, its formula. */
export function settingsInWords(draft: Draft, field: Field, say: (label: Label | undefined) => string): string {
  switch (field.type) {
    case 'choice':
    case 'multi_choice': {
      const list = listWithId(draft, field.options.list)
      return choicesInWords(list, say)
    }
    case 'link':
      return `→ ${say(entityWithId(draft, field.options.entity)?.label)}`
    case 'formula':
      return `= ${field.options.expression ?? ''}`
    case 'sequence':
      return field.options.format
    case 'lines':
      return field.options.fields.map(({ label }) => say(label)).join(' · ')
    default:
      return ''
  }
}

const SHOWN_CHOICES = 4

function choicesInWords(list: Options | undefined, say: (label: Label | undefined) => string): string {
  const offered = list?.choices.filter(({ retired }) => retired !== true) ?? []
  const words = offered.slice(0, SHOWN_CHOICES).map(({ label }) => say(label))
  return words.join(' · ') + (offered.length > SHOWN_CHOICES ? ' …' : '')
}

/** The combination that makes a field alone unique. */
export function ownUnique(entity: Entity, field: string) {
  return entity.unique?.find(({ fields }) => fields.length === 1 && fields[0] === field)
}
