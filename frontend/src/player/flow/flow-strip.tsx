/** Over a record: how its flows stand, who is waited for, and the flows that a button starts. */
import { App, Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { formatInstant, formatRelative } from '@/core/i18n/format'
import { text } from '@/core/i18n/text'
import { issueText } from '@/core/issues/issue-text'
import { issuesOf } from '@/shared/api/problem'
import { recordFlowsQuery, useStartFlow } from '@/shared/flows/runs'
import type { FlowButton, RecordRun, RunPlace } from '@/shared/flows/wire'
import type { RecordPlace } from '@/shared/records/one-record'
import { useSession } from '@/shared/session/session-context'
import { useLocale } from '@/ui/locale/interface-language'
import { useNow } from '@/ui/use-now'

import styles from './flow.module.css'
import { RunCommands } from './run-commands'
import { RunDrawer } from './run-drawer'
import { RunStateTag } from './run-state'
import { peopleWords } from './run-words'

interface FlowStripProps {
  readonly place: RecordPlace
  readonly id: string
  /** A flow runs on what is stored: unsaved entries are saved first. */
  readonly isDirty: boolean
}

export function FlowStrip({ place, id, isDirty }: FlowStripProps) {
  const { t } = useTranslation()
  const { data } = useQuery(recordFlowsQuery(place, id))
  const [open, setOpen] = useState<RunPlace | null>(null)
  const shown = data === undefined ? [] : worthShowing(data.items)
  if (data === undefined || (shown.length === 0 && data.buttons.length === 0)) return null
  return (
    <section className={styles['strip']} aria-label={t('flows:strip')}>
      {shown.map((run) => (
        <RunChip key={run.instance} app={place.app} run={run} onOpen={setOpen} />
      ))}
      <span className={styles['grow']} />
      {data.buttons.map((button) => (
        <StartButton key={button.flow} place={place} id={id} button={button} isOff={isDirty} />
      ))}
      <RunDrawer place={open} onClose={() => setOpen(null)} />
    </section>
  )
}

const MOST = 3

/** The latest run of each flow, those under way first. */
function worthShowing(runs: readonly RecordRun[]): readonly RecordRun[] {
  const newestFirst = runs.toSorted((one, other) => other.started_at.localeCompare(one.started_at))
  const latest = newestFirst.filter(({ flow }, at) => newestFirst.findIndex((each) => each.flow.id === flow.id) === at)
  return latest.toSorted((one, other) => Number(other.state === 'running') - Number(one.state === 'running')).slice(0, MOST)
}

interface RunChipProps {
  readonly app: string
  readonly run: RecordRun
  readonly onOpen: (place: RunPlace) => void
}

function RunChip({ app, run, onOpen }: RunChipProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const now = useNow()
  const { user } = useSession()
  const { instance, flow, state, started_at: startedAt, ended_at: endedAt, submitter, waiting_for: waiting } = run
  const place = { app, flow: flow.name, id: instance }
  const at = endedAt ?? startedAt
  // What runs by itself is not for anybody to take back from here.
  const isMine = state === 'running' && waiting.length > 0 && submitter?.id === user.id
  return (
    <span className={styles['chip']}>
      <RunStateTag state={state} />
      <Button type="link" size="small" className={styles['chipName'] ?? ''} onClick={() => onOpen(place)}>
        {text(flow.label, locale, flow.name)}
      </Button>
      {waiting.length > 0 && <span>{t('flows:waiting', { people: peopleWords(waiting, locale) })}</span>}
      <time className={styles['when']} dateTime={at} title={formatInstant(at, locale)}>
        {formatRelative(at, locale, now)}
      </time>
      {isMine && <RunCommands place={place} may={['withdraw']} />}
    </span>
  )
}

interface StartButtonProps {
  readonly place: RecordPlace
  readonly id: string
  readonly button: FlowButton
  readonly isOff: boolean
}

function StartButton({ place, id, button: { flow, label, confirm, danger }, isOff }: StartButtonProps) {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const locale = useLocale()
  const start = useStartFlow(place, id)
  const words = text(label, locale, flow)
  const press = async () => {
    const question = { title: t('flows:button.title', { label: words }), content: text(confirm, locale), okText: words, okButtonProps: { danger }, cancelText: t('common:cancel') }
    if (confirm !== null && !(await modal.confirm(question))) return
    start.mutate(flow, {
      onSuccess: () => void message.success(t('flows:button.started')),
      onError: (fault) => void message.error(issuesOf(fault).map((issue) => issueText(t, issue)).join(' ')),
    })
  }
  return (
    <Button danger={danger} loading={start.isPending} disabled={isOff} title={isOff ? t('flows:button.saveFirst') : words} onClick={() => void press()}>
      {words}
    </Button>
  )
}
