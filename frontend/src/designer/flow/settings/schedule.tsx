/** At which times, for which records. */
import { InputNumber, Select, Space } from 'antd'
import { useTranslation } from 'react-i18next'

import { CommittedInput } from '../../inspector/committed-input'
import { Property } from '../../inspector/property'
import { Choose, labelled } from '../parts/choose'
import { readSchedule, writeSchedule, type Rhythm, type Schedule } from '../parts/schedule'
import type { TriggerOf } from '../parts/step-props'
import { WhenEntry } from '../parts/when-entry'

const RHYTHMS: readonly Rhythm[] = ['hourly', 'daily', 'weekly', 'monthly', 'other']
const WEEK = [1, 2, 3, 4, 5, 6, 0] as const

export function ScheduleSettings(props: TriggerOf<'schedule'>) {
  const { trigger, set, issues } = props
  const { t } = useTranslation()
  const schedule = readSchedule(trigger.cron)
  const change = (more: Partial<Schedule>) => set('cron', writeSchedule({ ...schedule, ...more }))
  // Another rhythm written out in full can be told from no other by its five fields alone, so it gets a list of days.
  const rhythm = (next: Rhythm) => set('cron', next === 'other' ? `${schedule.minute} ${schedule.hour} * * 1-5` : writeSchedule({ ...schedule, rhythm: next }))
  return (
    <>
      <Choose title={t('flowdesign:schedule.title')} value={schedule.rhythm} choices={labelled(RHYTHMS, (each) => t(`flowdesign:schedule.${each}`))} onChange={(next) => rhythm((next ?? 'daily') as Rhythm)} />
      {schedule.rhythm === 'other' ? (
        <Property title={t('flowdesign:schedule.cron')} hint={t('flowdesign:schedule.cronHint')} issues={issues('cron')}>
          {({ id, describedBy, isInvalid }) => <CommittedInput id={id} describedBy={describedBy} isInvalid={isInvalid} value={trigger.cron} maxLength={100} onCommit={(cron) => set('cron', cron.trim())} />}
        </Property>
      ) : (
        <Property title={t('flowdesign:schedule.time')} issues={issues('cron')}>
          {({ id }) => <Time id={id} schedule={schedule} onChange={change} />}
        </Property>
      )}
      <WhenEntry {...props} />
    </>
  )
}

interface TimeProps {
  readonly id: string
  readonly schedule: Schedule
  readonly onChange: (more: Partial<Schedule>) => void
}

function Time({ id, schedule: { rhythm, minute, hour, weekday, day }, onChange }: TimeProps) {
  const { t } = useTranslation()
  const number = (key: 'minute' | 'hour' | 'day', value: number, most: number) => (
    <InputNumber
      {...(key === 'minute' && { id })}
      key={key}
      aria-label={t(`flowdesign:schedule.of.${key}`)}
      prefix={t(`flowdesign:schedule.of.${key}`)}
      min={key === 'day' ? 1 : 0}
      max={most}
      value={value}
      onChange={(next) => next !== null && onChange({ [key]: next })}
    />
  )
  return (
    <Space.Compact block>
      {rhythm === 'weekly' && (
        <Select aria-label={t('flowdesign:schedule.of.weekday')} value={weekday} options={WEEK.map((each) => ({ value: each, label: t(`flowdesign:weekday.${each}`) }))} onChange={(next: number) => onChange({ weekday: next })} />
      )}
      {rhythm === 'monthly' && number('day', day, 31)}
      {rhythm !== 'hourly' && number('hour', hour, 23)}
      {number('minute', minute, 59)}
    </Space.Compact>
  )
}
