/** What happens when nobody acts in time. */
import { useTranslation } from 'react-i18next'

import type { Timeout } from '@/generated/metadata'

import { Property } from '../../inspector/property'
import { Choose, labelled, Switched } from './choose'
import { DurationEntry } from './duration-entry'
import { timeoutOf } from './timeout'

interface TimeoutEntryProps {
  readonly timeout: Timeout | undefined
  readonly onChange: (timeout: Timeout | null) => void
}

const THEN = ['remind', 'escalate', 'approve', 'reject'] as const
const USUAL = timeoutOf('PT8H', 'remind')

export function TimeoutEntry({ timeout, onChange }: TimeoutEntryProps) {
  const { t } = useTranslation()
  return (
    <>
      <Switched title={t('flowdesign:timeout.title')} isOn={timeout !== undefined} onChange={(isOn) => onChange(isOn ? USUAL : null)} />
      {timeout !== undefined && (
        <>
          <Property title={t('flowdesign:timeout.after')}>{({ id }) => <DurationEntry id={id} value={timeout.after} onChange={(after) => onChange({ ...timeout, after })} />}</Property>
          <Choose
            title={t('flowdesign:timeout.then')}
            value={timeout.then}
            choices={labelled(THEN, (each) => t(`flowdesign:timeout.${each}`))}
            onChange={(then) => onChange(timeoutOf(timeout.after, (then ?? 'remind') as Timeout['then']))}
          />
        </>
      )}
    </>
  )
}
