/** One section of a form: its text and its items in columns. */
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
import { candidatesOf } from './form-parts'
import styles from './form.module.css'
import type { ChangeSession } from './use-record-session'

export interface RecordFormProps {
  readonly plan: FormPlan
  readonly shown: Entry
  readonly behaviour: FormBehaviour
  readonly faults: Faults
  /** The whole record may only be read. */
  readonly isReadOnly: boolean
  readonly change: ChangeSession
}

const NO_LINES: readonly FormLine[] = []
const NO_CELLS = {}

interface FormSectionProps extends RecordFormProps {
  readonly section: PlannedSection
  /** Its heading stands on the tab or step already. */
  readonly isInPart: boolean
}

export function FormSection({ plan, section, shown, behaviour, faults, isReadOnly, change, isInPart }: FormSectionProps) {
  const { locale } = useFieldScope()
  const onValue = useCallback((name: string, value: Value) => change((session) => setValue(session, name, value)), [change])
  const onLines = useCallback((name: string, lines: readonly FormLine[]) => change((session) => setLines(session, name, lines)), [change])
  const onHistory = useCallback((direction: 'undo' | 'redo') => change(direction === 'undo' ? undo : redo), [change])
  const items = section.items.filter(({ field }) => behaviour.items[field.id]?.isShown !== false)
  if (items.length === 0) return null
  return (
    <section className={styles['section']} aria-label={section.label && text(section.label, locale)}>
      {section.label !== undefined && !isInPart && <h2 className={styles['sectionTitle']}>{text(section.label, locale)}</h2>}
      {section.help !== undefined && <p className={styles['sectionHelp']}>{text(section.help, locale)}</p>}
      <div className={styles['grid']} data-columns={section.columns ?? plan.columns}>
        {items.map((item) => (
          <FormItem
            key={item.field.id}
            item={item}
            isRequired={behaviour.items[item.field.id]?.isRequired === true}
            isLocked={isReadOnly || behaviour.items[item.field.id]?.isLocked !== false}
            value={shown.values[item.field.name]}
            lines={shown.lines[item.field.name] ?? NO_LINES}
            choices={behaviour.items[item.field.id]?.choices}
            candidates={candidatesOf(plan, item, shown)}
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
