/** Running the flow step by step in thought: nothing is written, and it is said what would be. */
import { CheckOutlined, CloseOutlined, FastForwardOutlined, RedoOutlined, RollbackOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Empty, Space, Tag } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Entity, Flow } from '@/generated/metadata'
import { END, TRIGGER } from '@/plugins/nodes/flow-graph'
import { useLocale } from '@/ui/locale/interface-language'

import { say } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import inspector from '../inspector/inspector.module.css'
import styles from './flow.module.css'
import { SampleEntry } from './parts/sample-entry'
import { useSample } from './sample'
import { trialQuery, type Move, type Tried, type TriedTask } from './trying'
import { stepWithId } from './ways'

/** How far a trial is, by card. */
export type Progress = ReadonlyMap<string, 'passed' | 'current' | 'failed'>

interface TrialPanelProps {
  readonly flow: Flow
  readonly entity: Entity
  readonly onTried: (progress: Progress | null) => void
  readonly onClose: () => void
  readonly onShow: (step: string) => void
}

export function TrialPanel({ flow, entity, onTried, onClose, onShow }: TrialPanelProps) {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const { sample } = useSample()
  const [state, setState] = useState<{ readonly of: unknown; readonly moves: readonly Move[] }>({ of: sample, moves: [] })
  const moves = state.of === sample ? state.moves : NO_MOVES
  const setMoves = (next: readonly Move[]) => setState({ of: sample, moves: next })
  const { data: tried, error } = useQuery(trialQuery(draft, flow.id, sample, moves))
  const progress = useMemo(() => tried && progressOf(tried), [tried])
  useEffect(() => onTried(progress ?? null), [progress, onTried])
  useEffect(() => () => onTried(null), [onTried])
  return (
    <div className={inspector['panel']}>
      <header className={styles['trialHead']}>
        <h2 className={inspector['headTitle']}>{t('flowdesign:trial.title')}</h2>
        <Button size="small" type="text" icon={<CloseOutlined aria-hidden />} aria-label={t('flowdesign:trial.close')} onClick={onClose} />
      </header>
      <p className={styles['about']}>{t('flowdesign:trial.about')}</p>
      <SampleEntry entity={entity} />
      <Space size="small">
        <Button size="small" icon={<RollbackOutlined aria-hidden />} disabled={moves.length === 0} onClick={() => setMoves(moves.slice(0, -1))}>
          {t('flowdesign:trial.back')}
        </Button>
        <Button size="small" icon={<RedoOutlined aria-hidden />} disabled={moves.length === 0} onClick={() => setMoves(NO_MOVES)}>
          {t('flowdesign:trial.again')}
        </Button>
      </Space>
      {error !== null && <Alert type="error" showIcon title={t('flowdesign:trial.failed')} />}
      {tried === undefined ? error === null && <Empty description={false} /> : <Course flow={flow} tried={tried} onShow={onShow} onMove={(move) => setMoves([...moves, move])} />}
    </div>
  )
}

const NO_MOVES: readonly Move[] = []

interface CourseProps {
  readonly flow: Flow
  readonly tried: Tried
  readonly onShow: (step: string) => void
  readonly onMove: (move: Move) => void
}

function Course({ flow, tried, onShow, onMove }: CourseProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const name = (node: string) => text(stepWithId(flow, node)?.label, locale, node)
  return (
    <>
      {tried.issues.map((issue) => (
        <Alert key={issue.code + say(issue.words, locale)} type="error" showIcon title={say(issue.words, locale)} />
      ))}
      {!tried.fires && <Alert type="warning" showIcon title={tried.why === null ? t('flowdesign:trial.notFired') : say(tried.why, locale)} />}
      <ol className={styles['course']} aria-label={t('flowdesign:trial.course')}>
        {tried.steps.map((step, at) => (
          <li
            // A step can be come to again; its place in the course is its identity.
            key={at} // eslint-disable-line react/no-array-index-key
          >
            <Button type="link" size="small" className={styles['courseStep'] ?? ''} onClick={() => onShow(step.node)}>
              {name(step.node)}
            </Button>
            {[...step.reasons, ...step.effects].map((words) => (
              <p key={say(words, locale)} className={styles['about']}>
                {say(words, locale)}
              </p>
            ))}
          </li>
        ))}
      </ol>
      <div role="status" className={styles['moves']}>
        {tried.tasks.map((task) => (
          <TaskMoves key={task.number} task={task} step={name(task.node)} onMove={onMove} />
        ))}
        {tried.timers.map((node) => (
          <Button key={node} size="small" icon={<FastForwardOutlined aria-hidden />} onClick={() => onMove({ kind: 'time', task: null, node })}>
            {t('flowdesign:trial.time', { step: name(node) })}
          </Button>
        ))}
        {tried.state !== 'running' && <Tag color={tried.state === 'completed' ? 'success' : 'warning'}>{t(`flows:state.${tried.state}`)}</Tag>}
        {tried.failed.length > 0 && <Tag color="error">{t('flowdesign:trial.stopped', { step: tried.failed.map(name).join('、') })}</Tag>}
      </div>
    </>
  )
}

interface TaskMovesProps {
  readonly task: TriedTask
  readonly step: string
  readonly onMove: (move: Move) => void
}

function TaskMoves({ task, step, onMove }: TaskMovesProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const move = (kind: Move['kind']) => onMove({ kind, task: task.number, node: task.node })
  const who = text(task.person?.name, locale, t('flowdesign:trial.somebody'))
  return (
    <div className={styles['taskMoves']}>
      <p>{t('flowdesign:trial.waits', { who, step })}</p>
      <Space size="small">
        {task.kind === 'approval' ? (
          <>
            <Button size="small" type="primary" icon={<CheckOutlined aria-hidden />} onClick={() => move('approve')}>
              {t('flows:action.approve')}
            </Button>
            <Button size="small" danger icon={<CloseOutlined aria-hidden />} onClick={() => move('reject')}>
              {t('flows:action.reject')}
            </Button>
          </>
        ) : (
          <Button size="small" type="primary" onClick={() => move('submit')}>
            {t('flows:action.submit')}
          </Button>
        )}
      </Space>
    </div>
  )
}

/** Where the trial has been and where it stands, by card. */
function progressOf(tried: Tried): Progress {
  const waiting = new Set([...tried.tasks.map(({ node }) => node), ...tried.timers])
  const passed = [TRIGGER, ...tried.steps.map(({ node }) => node)].map((node) => [node, 'passed'] as const)
  const current = [...waiting].map((node) => [node, 'current'] as const)
  const failed = tried.failed.map((node) => [node, 'failed'] as const)
  const end = tried.state === 'completed' ? [[END, 'passed'] as const] : []
  return new Map([...passed, ...current, ...failed, ...end])
}
