/** The seven steps from nothing to an app in use: where each is done, what to point at, and how to tell that it was done. */
import type { Draft } from '../drafting/draft'

export const STEP_KEYS = ['entity', 'fields', 'form', 'list', 'approval', 'publish', 'use'] as const
export type StepKey = (typeof STEP_KEYS)[number]

/** What is known of the work so far; the draft is the last one seen. */
export interface Facts {
  readonly app: string
  readonly draft: Draft | undefined
  readonly path: string
}

export interface TourStep {
  readonly key: StepKey
  /** The address of the page where it is done. */
  readonly place: (facts: Facts) => string
  /** What on that page to point at: the first that is there. */
  readonly targets: readonly string[]
  readonly isDone: (facts: Facts) => boolean
}

const FIELDS_ENOUGH = 3
const FORM_EDITS = /(form_item|form_items|section|set_form_property|paste_fields)$/
const VIEW_EDITS = /view/

interface Named {
  readonly name: string
  readonly fields?: readonly unknown[]
  readonly nodes?: readonly { readonly kind: string }[]
}

const home = ({ app }: Facts) => `/design/${encodeURIComponent(app)}`
const first = (facts: Facts, folder: string) => named(facts, folder)[0]?.name

export const STEPS: readonly TourStep[] = [
  {
    key: 'entity',
    place: home,
    targets: ['.ant-modal-container input', '[data-tour="new-entity"]', '[data-tour="new"]'],
    isDone: (facts) => named(facts, 'entities').length > 0,
  },
  {
    key: 'fields',
    place: (facts) => inside(facts, 'entity', first(facts, 'entities')),
    targets: ['[data-quick]'],
    isDone: (facts) => named(facts, 'entities').some(({ fields = [] }) => fields.length >= FIELDS_ENOUGH),
  },
  {
    key: 'form',
    place: (facts) => inside(facts, 'form', first(facts, 'forms')),
    targets: ['[data-pane="palette"]'],
    isDone: ({ draft }) => hasEdit(draft, FORM_EDITS),
  },
  {
    key: 'list',
    place: (facts) => inside(facts, 'view', first(facts, 'views')),
    targets: ['[data-pane="palette"]'],
    isDone: ({ draft }) => hasEdit(draft, VIEW_EDITS),
  },
  {
    key: 'approval',
    place: (facts) => `${home(facts)}?new=approval`,
    targets: ['.ant-modal-container input', '[data-tour="new-approval"]', '[data-tour="new"]'],
    isDone: (facts) => named(facts, 'flows').some(({ nodes = [] }) => nodes.some(({ kind }) => kind === 'approval')),
  },
  {
    key: 'publish',
    place: home,
    targets: ['[data-tour="publish"]'],
    isDone: ({ draft }) => (draft?.newest_release ?? 1) > 1,
  },
  {
    key: 'use',
    place: ({ app }) => `/a/${encodeURIComponent(app)}`,
    targets: ['[data-tour="use"]'],
    isDone: ({ app, path }) => path.startsWith(`/a/${encodeURIComponent(app)}`) || path.startsWith(`/a/${app}`),
  },
]

/** Whether the page of a step is open. */
export function isThere(step: TourStep, facts: Facts): boolean {
  const [path = ''] = step.place(facts).split('?')
  return decodeURIComponent(facts.path) === decodeURIComponent(path)
}

function named({ draft }: Facts, folder: string): readonly Named[] {
  const files = Object.entries(draft?.documents ?? {}).filter(([file]) => file.startsWith(`${folder}/`))
  return files.map(([, document]) => document as unknown as Named)
}

function inside(facts: Facts, kind: string, name: string | undefined): string {
  return name === undefined ? home(facts) : `${home(facts)}/${kind}/${encodeURIComponent(name)}`
}

function hasEdit(draft: Draft | undefined, kinds: RegExp): boolean {
  return draft?.commands.some(({ kind, undone }) => !undone && kinds.test(kind)) ?? false
}
