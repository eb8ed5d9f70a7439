/** The form: sections of items in columns, as the form document lays them out. */
import { useCallback } from 'react'

import { text } from '@/core/i18n/text'
import type { FormBehaviour } from '@/core/forms/behaviour'
import type { Entry, FormLine } from '@/core/forms/entry'
import type { FormPlan, PlannedSection } from '@/core/forms/plan'
import { redo, setLines, setValue, undo } from '@/core/forms/session'
import type { Value } from '@/core/values/value'
import { useFieldScope } from '@/plugins/fields/scope'

import type { Faults } from './faults'
import { FormItem } from './form-item'
import styles from './form.module.css'
import type { ChangeSession } from './use-record-session'

interface RecordFormProps {
  readonly plan: FormPlan
  readonly shown: Entry
  readonly behaviour: FormBehaviour
  readonly faults: Faults
  /** The whole record may only be read. */
  readonly isReadOnly: boolean
  readonly change: ChangeSession
}

export function RecordForm(props: RecordFormProps) {
  const { plan, behaviour } = props
  return (
    <div className={styles['form']}>
      {plan.sections
        .filter(({ id }) => behaviour.sections[id] !== false)
        .map((section) => (
          <FormSection key={section.id} {...props} section={section} />
        ))}
    </div>
  )
}

const NO_LINES: readonly FormLine[] = []
const NO_CELLS = {}

function FormSection({ plan, section, shown, behaviour, faults, isReadOnly, change }: RecordFormProps & { readonly section: PlannedSection }) {
  const { locale } = useFieldScope()
  const onValue = useCallback((name: string, value: Value) => change((session) => setValue(session, name, value)), [change])
  const onLines = useCallback((name: string, lines: readonly FormLine[]) => change((session) => setLines(session, name, lines)), [change])
  const onHistory = useCallback((direction: 'undo' | 'redo') => change(direction === 'undo' ? undo : redo), [change])
  const items = section.items.filter(({ field }) => behaviour.items[field.id]?.isShown !== false)
  if (items.length === 0) return null
  return (
    <section className={styles['section']} aria-label={section.label && text(section.label, locale)}>
      {section.label !== undefined && <h2 className={styles['sectionTitle']}>{text(section.label, locale)}</h2>}
      <div className={styles['grid']} data-columns={plan.columns}>
        {items.map((item) => (
          <FormItem
            key={item.field.id}
            item={item}
            isRequired={behaviour.items[item.field.id]?.isRequired === true}
            isLocked={isReadOnly || behaviour.items[item.field.id]?.isLocked !== false}
            value={shown.values[item.field.name]}
            lines={shown.lines[item.field.name] ?? NO_LINES}
            fault={faults.fields[item.field.name]}
            cellFaults={faults.cells[item.field.name] ?? NO_CELLS}
            onValue={onValue}
            onLines={onLines}
            onHistory={onHistory}
          />
        ))}
      </div>
    </section>
  )
}
