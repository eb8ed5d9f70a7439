/** Findings by the field they are about, sorted once per draft rather than by every item. */
import type { Entity, Form } from '@/generated/metadata'

import type { DesignIssue } from '../drafting/draft'

export const NO_ISSUES: readonly DesignIssue[] = []

export type ItemIssues = ReadonlyMap<string, readonly DesignIssue[]>

export function issuesByField(issues: readonly DesignIssue[], form: Form, entity: Entity): ItemIssues {
  const found = new Map<string, DesignIssue[]>()
  for (const issue of issues) {
    const field = fieldOf(issue, form, entity)
    if (field !== undefined) found.set(field, [...(found.get(field) ?? []), issue])
  }
  return found
}

function fieldOf({ file, place }: DesignIssue, form: Form, entity: Entity): string | undefined {
  const [part, at, items, index] = place
  if (file === `forms/${form.name}.json`) return part === 'layout' && items === 'items' ? form.layout[Number(at)]?.items[Number(index)]?.field : undefined
  if (file === `entities/${entity.name}.json`) return part === 'fields' ? entity.fields[Number(at)]?.id : undefined
  return undefined
}
