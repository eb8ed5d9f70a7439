/** What happened in one step of a run: when, who, how, and why; by which published state of the app. */
import { useTranslation } from 'react-i18next'

import { formatInstant } from '@/core/i18n/format'
import { text } from '@/core/i18n/text'
import { TRIGGER } from '@/plugins/nodes/flow-graph'
import { PersonName } from '@/plugins/fields/person-name'
import type { Run, RunStep } from '@/shared/flows/wire'
import { useLocale } from '@/ui/locale/interface-language'

import { TaskLine } from './flow-path'
import styles from './flow.module.css'
import { nodeOf, outcomeWords } from './run-words'
import { StepReasons } from './step-reasons'
import { tasksOf } from './step-tasks'

interface StepPanelProps {
  readonly run: Run
  readonly node: string
}

export function StepPanel({ run, node: id }: StepPanelProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const node = nodeOf(run, id)
  const visits = run.steps.filter((step) => step.node === id)
  const kind = node && t(`flows:node.${node.kind}`)
  return (
    <aside className={styles['panel']} aria-label={t('flows:panel')} aria-live="polite">
      <p className={styles['panelKind']}>{id === TRIGGER ? t('flows:trigger') : kind}</p>
      <h3 className={styles['panelTitle']}>{panelTitle()}</h3>
      {id === TRIGGER && <StartFacts run={run} />}
      {visits.map((step) => (
        <Visit key={step.entered_at} run={run} step={step} />
      ))}
      {node !== undefined && visits.length === 0 && <p className={styles['quiet']}>{t('flows:notReached')}</p>}
      <p className={styles['release']}>{t('flows:release', { release: run.release })}</p>
    </aside>
  )

  function panelTitle(): string {
    if (id === TRIGGER) return t(`flows:trigger.${run.flow.trigger.kind}`)
    return node === undefined ? t('flows:node.end') : text(node.label, locale, kind)
  }
}

function StartFacts({ run: { submitter, started_at: at } }: { readonly run: Run }) {
  return (
    <div className={styles['visit']}>
      {submitter !== null && <PersonName id={submitter.id} name={submitter.title} />}
      <time dateTime={at}>{formatInstant(at, useLocale())}</time>
    </div>
  )
}

function Visit({ run, step }: { readonly run: Run; readonly step: RunStep }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const outcome = outcomeWords(run, step, { t, locale })
  return (
    <section className={styles['visit']}>
      <p className={styles['quiet']}>
        {t('flows:entered', { at: formatInstant(step.entered_at, locale) })}
        {step.left_at !== null && <> · {t('flows:left', { at: formatInstant(step.left_at, locale) })}</>}
      </p>
      {outcome !== '' && <p className={styles['outcome']}>{outcome}</p>}
      {tasksOf(run, step).map((task) => (
        <TaskLine key={task.id} task={task} />
      ))}
      {step.words.length > 0 && (
        <>
          <h4 className={styles['whyTitle']}>{t('flows:why')}</h4>
          <StepReasons step={step} />
        </>
      )}
    </section>
  )
}
