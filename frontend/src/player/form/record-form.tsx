/** The form: its sections below each other, as tabs, or as steps, as the form document says. */
import type { PlannedSection } from '@/core/forms/plan'

import type { Faults } from './faults'
import { shownSections } from './form-parts'
import { FormSection, type RecordFormProps } from './form-section'
import styles from './form.module.css'
import { SteppedSections } from './stepped-sections'
import { TabbedSections } from './tabbed-sections'

export function RecordForm(props: RecordFormProps) {
  const { plan } = props
  const renderSection = (section: PlannedSection, faults: Faults = props.faults) => (
    <FormSection key={section.id} {...props} faults={faults} section={section} isInPart={plan.arrangement !== 'page'} />
  )
  if (plan.arrangement === 'tabs') return <TabbedSections {...props} renderSection={renderSection} />
  if (plan.arrangement === 'steps') return <SteppedSections {...props} renderSection={renderSection} />
  return <div className={styles['form']}>{shownSections(plan, props.behaviour).map((section) => renderSection(section))}</div>
}
