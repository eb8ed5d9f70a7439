/** A page of blocks with the reports on it, and what this person may be shown of it. */
import { queryOptions } from '@tanstack/react-query'

import type { Block, Entity, Form, Page, PageButton, Report, View } from '@/generated/metadata'
import { request } from '@/shared/api/request'

import { entityWithId, viewWithId, type Definition } from './definition'

export interface OpenPage {
  readonly page: Page
  readonly reports: readonly Report[]
}

export function pageQuery(app: string, name: string) {
  return queryOptions({
    queryKey: ['page', app, name],
    queryFn: ({ signal }) => request<OpenPage>(`/apps/${encodeURIComponent(app)}/pages/${encodeURIComponent(name)}`, { signal }),
    staleTime: 60_000,
  })
}

/** The view of a list block with what it lists, where this person may see both. */
export function viewOf(definition: Definition, { view: id }: Pick<Block, 'view'>): { readonly view: View; readonly entity: Entity } | undefined {
  const view = id === undefined ? undefined : viewWithId(definition, id)
  const entity = view && entityWithId(definition, view.entity)
  return view && entity && definition.rights[entity.name]?.read === true ? { view, entity } : undefined
}

/** The form of an entry block with what it enters, where this person may enter it. */
export function formOf(definition: Definition, { form: id }: Pick<Block, 'form'>): { readonly form: Form; readonly entity: Entity } | undefined {
  const form = definition.forms.find((each) => each.id === id)
  const entity = form && entityWithId(definition, form.entity)
  return form && entity && definition.rights[entity.name]?.create === true ? { form, entity } : undefined
}

export interface ButtonTarget {
  readonly to: string
  readonly isOutside: boolean
  /** What it leads to is called; an address is its own name. */
  readonly label: Readonly<Record<string, string>> | string
  readonly icon: string | undefined
}

/** Where a button leads this person; nowhere where they may not go. */
export function targetOf(definition: Definition, button: PageButton): ButtonTarget | undefined {
  const base = `/a/${definition.app.name}`
  if (button.link !== undefined) return { to: button.link, isOutside: true, label: button.link, icon: undefined }
  if (button.view !== undefined) {
    const found = viewOf(definition, { view: button.view })
    return found && inside(`${base}/v/${found.view.name}`, found.view.label, found.view.icon ?? found.entity.icon)
  }
  if (button.form !== undefined) {
    const found = formOf(definition, { form: button.form })
    return found && inside(`${base}/e/${found.entity.name}/new`, found.form.label, found.entity.icon)
  }
  const [kind, id] = button.page === undefined ? (['dashboards', button.dashboard] as const) : (['pages', button.page] as const)
  const entry = definition[kind]?.find((each) => each.id === id)
  return entry && inside(`${base}/${kind}/${entry.name}`, entry.label, entry.icon ?? undefined)
}

function inside(to: string, label: ButtonTarget['label'], icon: string | undefined): ButtonTarget {
  return { to, label, icon, isOutside: false }
}
