/** What tells the record of a task apart: its customer, its amount; shown as fields show them. */
import { Fragment } from 'react'

import { text } from '@/core/i18n/text'
import type { Value } from '@/core/values/value'
import { FieldCell } from '@/plugins/fields/field-cell'
import { FieldScopeProvider } from '@/plugins/fields/scope-provider'
import { entityNamed, type Definition } from '@/shared/definition/definition'
import { useDefinition } from '@/shared/definition/use-definition'
import type { SummaryItem, TaskItem } from '@/shared/flows/wire'
import { useLocale } from '@/ui/locale/interface-language'

import styles from './inbox.module.css'

export function TaskSummary({ task: { app, entity, summary } }: { readonly task: TaskItem }) {
  const { data: definition } = useDefinition(app)
  const locale = useLocale()
  const items = (summary ?? []).filter(({ value }) => value !== null && value !== '')
  if (items.length === 0 || definition === undefined) return null
  return (
    <FieldScopeProvider definition={definition}>
      <div className={styles['summary']}>
        {items.map((item, at) => (
          <Fragment key={item.field}>
            {at > 0 && <span aria-hidden> · </span>}
            <span title={text(item.label, locale)}>
              <SummaryValue item={item} definition={definition} entity={entity} />
            </span>
          </Fragment>
        ))}
      </div>
    </FieldScopeProvider>
  )
}

interface SummaryValueProps {
  readonly item: SummaryItem
  readonly definition: Definition
  readonly entity: string
}

/** References and choices are words already; others need their field, which a step may show beyond the definition. */
function SummaryValue({ item: { field: name, value, title }, definition, entity }: SummaryValueProps) {
  if (title !== undefined) return title
  const field = entityNamed(definition, entity)?.fields.find((each) => each.name === name)
  return field === undefined ? String(value) : <FieldCell field={field} value={value as Value} />
}
