/** The course of a run as a list: every step, who decided what with which words, and why it went that way. */
import type { ReactNode } from 'react'
import { createElement } from 'react'
import { useTranslation } from 'react-i18next'

import { formatInstant, formatRelative } from '@/core/i18n/format'
import { text } from '@/core/i18n/text'
import { PersonName } from '@/plugins/fields/person-name'
import { NODES } from '@/plugins/nodes/specs.generated'
import { TRIGGERS } from '@/plugins/triggers/specs.generated'
import type { Run, RunStep, TaskItem } from '@/shared/flows/wire'
import { useLocale } from '@/ui/locale/interface-language'
import { useNow } from '@/ui/use-now'

import styles from './flow.module.css'
import { nodeOf, outcomeWords } from './run-words'
import { StepReasons } from './step-reasons'
import { tasksOf } from './step-tasks'

interface FlowPathProps {
  readonly run: Run
}

export function FlowPath({ run }: FlowPathProps) {
  const { t } = useTranslation()
  return (
    <ol className={styles['path']} aria-label={t('flows:path')}>
      <StartEntry run={run} />
      {run.steps.map((step) => (
        <StepEntry key={`${step.node}${step.entered_at}`} run={run} step={step} />
      ))}
    </ol>
  )
}

function StartEntry({ run: { flow, submitter, started_at: at } }: FlowPathProps) {
  const { t } = useTranslation()
  const { icon } = TRIGGERS[flow.trigger.kind]
  return (
    <Entry icon={createElement(icon, { 'aria-hidden': true })} state="passed" at={at} title={t(`flows:trigger.${flow.trigger.kind}`)}>
      {submitter === null ? <span>{t('flows:byItself')}</span> : <PersonName id={submitter.id} name={submitter.title} />}
    </Entry>
  )
}

function StepEntry({ run, step }: FlowPathProps & { readonly step: RunStep }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const node = nodeOf(run, step.node)
  const isStopped = step.outcome === 'error' || run.tokens.some((token) => token.node === step.node && token.incident === true)
  const outcome = outcomeWords(run, step, { t, locale })
  const title = text(node?.label, locale, step.node)
  return (
    <Entry
      icon={node && createElement(NODES[node.kind].icon, { 'aria-hidden': true })}
      state={isStopped ? 'failed' : step.left_at === null ? 'current' : 'passed'}
      at={step.left_at ?? step.entered_at}
      title={outcome === '' ? title : `${title} · ${outcome}`}
    >
      {tasksOf(run, step).map((task) => (
        <TaskLine key={task.id} task={task} />
      ))}
      {step.words.length > 0 && (
        <details className={styles['why']}>
          <summary>{t('flows:why')}</summary>
          <StepReasons step={step} />
        </details>
      )}
    </Entry>
  )
}

interface EntryProps {
  readonly icon: ReactNode
  readonly state: 'passed' | 'current' | 'failed'
  readonly at: string
  readonly title: string
  readonly children: ReactNode
}

function Entry({ icon, state, at, title, children }: EntryProps) {
  const locale = useLocale()
  return (
    <li className={styles['entry']} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
      <span className={styles['dot']}>{icon}</span>
      <div className={styles['entryText']}>
        <div className={styles['entryHead']}>
          <span className={styles['entryTitle']}>{title}</span>
          <time dateTime={at} className={styles['when']} title={formatInstant(at, locale)}>
            {formatRelative(at, locale, useNow())}
          </time>
        </div>
        {children}
      </div>
    </li>
  )
}

export function TaskLine({ task: { person, decided_by: decider, state, opinion } }: { readonly task: TaskItem }) {
  const { t } = useTranslation()
  const { id, title } = decider ?? person
  return (
    <div className={styles['task']}>
      <div className={styles['taskHead']}>
        <PersonName id={id} name={title} />
        <span className={styles['taskState']} data-state={state}>
          {t(`flows:task.${state}`)}
        </span>
      </div>
      {opinion !== '' && <q className={styles['opinion']}>{opinion}</q>}
    </div>
  )
}
