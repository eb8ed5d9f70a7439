/** Before saving: who will be asked, in one line, with the reasons behind it. */
import { AuditOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Popover } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { PersonName } from '@/plugins/fields/person-name'
import { useSettled } from '@/plugins/fields/use-settled'
import { forecastQuery } from '@/shared/flows/runs'
import type { ForecastFlow, ForecastStep } from '@/shared/flows/wire'
import type { RecordBody, RecordPlace } from '@/shared/records/one-record'
import { useLocale } from '@/ui/locale/interface-language'

import styles from './flow.module.css'
import { peopleWords } from './run-words'

interface ForecastNoteProps {
  readonly place: RecordPlace
  readonly id: string | null
  readonly values: RecordBody
}

const TYPING_PAUSE = 500

export function ForecastNote({ place, id, values }: ForecastNoteProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const asked = useSettled(JSON.stringify(values), TYPING_PAUSE)
  const source = useMemo(() => ({ place, id, values: JSON.parse(asked) as RecordBody }), [place, id, asked])
  const { data = [] } = useQuery(forecastQuery(source))
  const flows = data.map(({ steps, ...flow }) => ({ ...flow, steps: steps.filter(isAsking) })).filter(({ steps }) => steps.length > 0)
  if (flows.length === 0) return null
  const course = flows.flatMap(({ steps }) => steps.map(({ people }) => (people.length === 0 ? t('flows:forecast.nobody') : peopleWords(people, locale))))
  return (
    <p className={styles['forecast']} role="status">
      <AuditOutlined aria-hidden />
      <span>
        {t('flows:forecast')}：<strong>{course.join(' → ')}</strong>
      </span>
      <Popover trigger="click" placement="bottomLeft" content={<ForecastSteps flows={flows} />}>
        <Button type="link" size="small">
          {t('flows:why')}
        </Button>
      </Popover>
    </p>
  )
}

/** Steps that do their work by themselves ask nobody. */
function isAsking({ kind }: ForecastStep): boolean {
  return kind === 'approval' || kind === 'fill_in'
}

function ForecastSteps({ flows }: { readonly flows: readonly ForecastFlow[] }) {
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <div className={styles['forecastSteps']}>
      <p className={styles['quiet']}>{t('flows:forecast.lead')}</p>
      {flows.map(({ flow, steps }) => (
        <section key={flow.id}>
          <h3 className={styles['whyTitle']}>{text(flow.label, locale)}</h3>
          <ol className={styles['reasons']}>
            {steps.map((step) => (
              <ForecastLine key={step.node} step={step} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function ForecastLine({ step: { label, people, mode, words } }: { readonly step: ForecastStep }) {
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <li>
      <strong>{text(label, locale)}</strong>
      {mode !== null && people.length > 1 && <span className={styles['quiet']}> {t(`flows:mode.${mode}`)}</span>}
      <div className={styles['forecastPeople']}>
        {people.map(({ id, title }) => (
          <PersonName key={id} id={id} name={title} />
        ))}
        {people.length === 0 && t('flows:forecast.nobody')}
      </div>
      {words !== null && <div className={styles['quiet']}>{text(words, locale)}</div>}
    </li>
  )
}
