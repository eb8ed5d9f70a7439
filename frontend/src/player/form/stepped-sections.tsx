/** Sections as steps: one after the other, the next one once this one is filled in; what is missing is said at its place. */
import { CheckOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { PlannedItem } from '@/core/forms/plan'
import { stepsOf, type Step } from '@/core/forms/steps'
import { useFieldScope } from '@/plugins/fields/scope'

import { focusIssue } from './focus-issue'
import type { Faults } from './faults'
import { faultsIn } from './form-parts'
import styles from './form.module.css'
import type { ArrangedProps } from './tabbed-sections'
import { useRevealed } from './use-revealed'

export function SteppedSections(props: ArrangedProps) {
  const { plan, shown, behaviour, isReadOnly, renderSection } = props
  const { t } = useTranslation()
  const parts = useRef<HTMLDivElement>(null)
  const [chosen, choose] = useState<string>()
  const [tried, setTried] = useState<readonly string[]>([])
  const steps = stepsOf(plan, shown, behaviour)
  const at = Math.max(steps.findIndex(({ section }) => section.id === chosen), 0)
  useRevealed(parts, steps[at]?.section.id, choose)
  const go = (to: number) => choose(steps[to]?.section.id)
  const next = () => {
    const step = steps[at]
    const [first] = step?.open ?? []
    if (step === undefined || first === undefined || isReadOnly) return go(at + 1)
    setTried([...tried, step.section.id])
    focusIssue({ code: '', pointer: `/${first.field.name}`, params: {} }, plan)
  }
  const open = steps.filter(({ section }) => tried.includes(section.id)).flatMap((step) => step.open)
  const faults = { ...props.faults, fields: { ...faultsOfOpen(open, t('issues:entry.required')), ...props.faults.fields } }
  return (
    <div ref={parts} className={styles['form']}>
      <StepList steps={steps} at={at} isFree={isReadOnly} faults={faults} onGo={go} />
      {steps.map(({ section }, index) => (
        <div key={section.id} data-part={section.id} hidden={index !== at}>
          {renderSection(section, faults)}
        </div>
      ))}
      <div className={styles['stepping']}>
        {at > 0 && <Button onClick={() => go(at - 1)}>{t('record:step.back')}</Button>}
        {at < steps.length - 1 && (
          <Button type="primary" ghost onClick={next}>
            {t('record:step.next')}
          </Button>
        )}
      </div>
    </div>
  )
}

function faultsOfOpen(open: readonly PlannedItem[], sentence: string): Readonly<Record<string, string>> {
  return Object.fromEntries(open.map(({ field }) => [field.name, sentence]))
}

interface StepListProps {
  readonly steps: readonly Step[]
  readonly at: number
  /** Every step may be looked at. */
  readonly isFree: boolean
  readonly faults: Faults
  readonly onGo: (to: number) => void
}

function StepList({ steps, at, isFree, faults, onGo }: StepListProps) {
  const { t } = useTranslation()
  const { locale } = useFieldScope()
  return (
    <nav aria-label={t('record:steps')}>
      <ol className={styles['steps']}>
        {steps.map(({ section, open, isReachable }, index) => {
          const isFaulty = faultsIn(section, faults) > 0
          const isDone = index < at && open.length === 0 && !isFaulty
          return (
            <li key={section.id} className={styles['step']}>
              <button
                type="button"
                className={styles['stepButton']}
                aria-current={index === at ? 'step' : undefined}
                data-state={isFaulty ? 'faulty' : isDone ? 'done' : 'open'}
                disabled={!isFree && !isReachable && index > at}
                onClick={() => onGo(index)}
              >
                <span className={styles['stepNumber']}>{isDone ? <CheckOutlined aria-label={t('record:step.done')} /> : index + 1}</span>
                <span className={styles['stepTitle']}>{text(section.label, locale, t('record:part', { n: index + 1 }))}</span>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
