/** Findings with an obvious remedy: one click sends the edit that mends them. */
import type { DesignIssue, Draft } from '../drafting/draft'
import { useDrafting, type Params } from '../drafting/draft-context'
import type { AnyDocument } from './document-kinds'

interface Remedy {
  /** Key of the words on its button. */
  readonly label: string
  readonly kind: string
  readonly params: Params
}

interface Mend {
  readonly label: string
  readonly run: () => void
}

/** How a finding is mended, null where somebody has to think. */
export function useMend(issue: DesignIssue): Mend | null {
  const { draft, edit } = useDrafting()
  const remedy = remedyFor(draft, issue)
  return remedy === null ? null : { label: remedy.label, run: () => void edit(remedy.kind, remedy.params) }
}

/** The remedies by the code of a finding. */
export function remedyFor(draft: Draft, issue: DesignIssue): Remedy | null {
  return REMEDIES[issue.code]?.(draft, issue) ?? null
}

type Finder = (draft: Draft, issue: DesignIssue) => Remedy | null

interface FormLike extends AnyDocument {
  readonly columns?: number
  readonly layout: readonly { readonly id: string; readonly items: readonly { readonly field: string }[] }[]
}

const REMEDIES: Readonly<Record<string, Finder>> = {
  'design.field.unplaced': placeField,
  'design.field.unplaced_required': placeField,
  'design.section.empty': removeSection,
  'design.item.too_wide': fitItem,
}

/** Puts the field at the end of the first form of its entity. */
function placeField(draft: Draft, { file, place }: DesignIssue): Remedy | null {
  const entity = file === null ? undefined : (draft.documents[file] as (AnyDocument & { readonly fields: readonly { readonly id: string }[] }) | undefined)
  const field = entity?.fields[Number(place[1])]
  const form = entity && formsOf(draft).find((each) => each.entity === entity.id)
  const section = form?.layout.at(-1)
  if (field === undefined || form === undefined || section === undefined) return null
  return { label: 'frame:mend.place', kind: 'add_form_item', params: { form: form.id, field: field.id, section: section.id } }
}

function removeSection(draft: Draft, { file, place }: DesignIssue): Remedy | null {
  const form = formIn(draft, file)
  const section = form?.layout[Number(place[1])]
  if (form === undefined || section === undefined) return null
  return { label: 'frame:mend.removeSection', kind: 'remove_section', params: { form: form.id, section: section.id } }
}

function fitItem(draft: Draft, { file, place }: DesignIssue): Remedy | null {
  const form = formIn(draft, file)
  const item = form?.layout[Number(place[1])]?.items[Number(place[3])]
  if (form === undefined || item === undefined) return null
  const params = { form: form.id, field: item.field, property: 'span', value: form.columns ?? 2 }
  return { label: 'frame:mend.fit', kind: 'set_form_item', params }
}

function formIn(draft: Draft, file: string | null): FormLike | undefined {
  return file === null ? undefined : (draft.documents[file] as FormLike | undefined)
}

function formsOf(draft: Draft): FormLike[] {
  return Object.entries(draft.documents)
    .filter(([file]) => file.startsWith('forms/'))
    .map(([, form]) => form as FormLike)
}
