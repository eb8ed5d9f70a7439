/** New records: for which of them. */
import type { TriggerOf } from '../parts/step-props'
import { WhenEntry } from '../parts/when-entry'

export function RecordCreatedSettings(props: TriggerOf<'record_created'>) {
  return <WhenEntry {...props} />
}
