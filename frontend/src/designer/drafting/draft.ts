/** The draft of an app as the server describes it, and look-ups in its documents. */
import type { Locale } from '@/core/i18n/locale'
import { documentLanguage } from '@/core/i18n/locale'
import type { App, Entity, Field, FieldAccess, Form, FormItem, Label, Options, Rule, Section } from '@/generated/metadata'

export type Words = Readonly<Record<string, string>>

export interface Edit {
  readonly n: number
  readonly kind: string
  readonly words: Words
  readonly at: string
  readonly by: { readonly id: string; readonly name: Label } | null
  readonly undone: boolean
  /** Whether the person who looks made it. */
  readonly own?: boolean
}

export interface DesignIssue {
  readonly code: string
  readonly file: string | null
  readonly place: readonly (string | number)[]
  readonly pointer: string
  readonly severity: 'error' | 'warning'
  readonly words: Words
}

/** The folders of an app's documents. */
export type DocumentFolder =
  | 'entities'
  | 'forms'
  | 'views'
  | 'pages'
  | 'flows'
  | 'rules'
  | 'reports'
  | 'dashboards'
  | 'roles'
  | 'options'
  | 'templates'

export type Effect = 'propose' | 'publish'

/** A document whose kind is told by its file. */
type AnyDocument = App | Entity | Form | Options | Rule | { readonly id: string; readonly label: Label }

export interface Draft {
  readonly app: string
  readonly base_release: number
  readonly newest_release: number
  readonly revision: number
  readonly documents: Readonly<Record<string, AnyDocument>>
  readonly commands: readonly Edit[]
  readonly can_undo: boolean
  readonly can_redo: boolean
  readonly issues: readonly DesignIssue[]
  /** How far changes may go, by document id. */
  readonly effect: Readonly<Record<string, Effect>>
}

/** Documents by file, of a draft or of a release. */
export type Documented = Pick<Draft, 'documents'>

/** A sentence the server said in every language. */
export function say(words: Words, locale: Locale): string {
  return words[documentLanguage(locale)] ?? Object.values(words)[0] ?? ''
}

export function appOf(draft: Draft): App {
  return draft.documents['app.json'] as App
}

export function documentsIn<T>(draft: Documented, folder: DocumentFolder): T[] {
  return Object.entries(draft.documents)
    .filter(([file]) => file.startsWith(`${folder}/`))
    .map(([, document]) => document as T)
}

export function formNamed(draft: Draft, name: string): Form | undefined {
  return draft.documents[`forms/${name}.json`] as Form | undefined
}

export function ruleNamed(draft: Draft, name: string): Rule | undefined {
  return documentsIn<Rule>(draft, 'rules').find((rule) => rule.name === name)
}

export function ruleWithId(draft: Draft, id: string | undefined): Rule | undefined {
  return documentsIn<Rule>(draft, 'rules').find((rule) => rule.id === id)
}

export function entityWithId(draft: Documented, id: string): Entity | undefined {
  return documentsIn<Entity>(draft, 'entities').find((entity) => entity.id === id)
}

export function listWithId(draft: Documented, id: string): Options | undefined {
  return documentsIn<Options>(draft, 'options').find((options) => options.id === id)
}

export function fieldIn(entity: Entity, id: string): Field | undefined {
  return entity.fields.find((field) => field.id === id)
}

export interface Placed {
  readonly item: FormItem
  readonly section: Section
  readonly index: number
}

/** Where a field stands on a form. */
export function placedItem(form: Form, field: string): Placed | undefined {
  for (const section of form.layout) {
    const index = section.items.findIndex((item) => item.field === field)
    const item = section.items[index]
    if (item !== undefined) return { item, section, index }
  }
  return undefined
}

/** Fields of the entity that are not on the form yet. */
export function unplacedFields(entity: Entity, form: Form): Field[] {
  return entity.fields.filter(({ id }) => placedItem(form, id) === undefined)
}

/** Findings at a place of a document or below it. */
export function issuesAt(draft: Draft, file: string, place: readonly (string | number)[]): DesignIssue[] {
  return draft.issues.filter((issue) => issue.file === file && place.every((step, at) => issue.place[at] === step))
}

export function isBlocked(draft: Draft): boolean {
  return draft.issues.some(({ severity }) => severity === 'error')
}

export type { FieldAccess }
