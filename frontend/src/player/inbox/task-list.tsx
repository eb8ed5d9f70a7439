/** The tasks of a list as rows: which record, what is asked, by whom, since when. */
import { ApartmentOutlined } from '@ant-design/icons'
import { Avatar, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { formatInstant, formatRelative } from '@/core/i18n/format'
import { text } from '@/core/i18n/text'
import type { TaskItem } from '@/shared/flows/wire'
import { useLocale } from '@/ui/locale/interface-language'
import { PersonAvatar } from '@/ui/person/person-avatar'
import { useNow } from '@/ui/use-now'

import { BatchBar } from './batch-bar'
import { inboxAddress } from './inbox-place'
import styles from './inbox.module.css'
import { TaskSummary } from './task-summary'

export interface MoreItems {
  readonly isLoading: boolean
  readonly load: () => void
}

interface TaskListProps {
  readonly box: 'todo' | 'done'
  readonly tasks: readonly TaskItem[]
  readonly shown: string | undefined
  /** Absent once all are shown. */
  readonly more: MoreItems | undefined
}

export function TaskList({ box, tasks, shown, more }: TaskListProps) {
  const { t } = useTranslation()
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const chosen = tasks.filter(({ id }) => marked.has(id))
  const mark = (id: string) => setMarked((now) => (now.has(id) ? new Set([...now].filter((each) => each !== id)) : new Set([...now, id])))
  return (
    <section className={styles['list']} aria-label={t(`flows:box.${box}`)}>
      {chosen.length > 0 && <BatchBar tasks={chosen} onDone={() => setMarked(new Set())} />}
      <ul className={styles['rows']}>
        {tasks.map((task) => (
          <TaskRow
            key={task.id}
            task={task}
            box={box}
            isShown={task.id === shown}
            {...(box === 'todo' && task.kind === 'approval' && { isMarked: marked.has(task.id), onMark: () => mark(task.id) })}
          />
        ))}
      </ul>
      {more !== undefined && (
        <Button type="text" block loading={more.isLoading} onClick={more.load}>
          {t('flows:more')}
        </Button>
      )}
    </section>
  )
}

interface TaskRowProps {
  readonly task: TaskItem
  readonly box: 'todo' | 'done'
  readonly isShown: boolean
  readonly isMarked?: boolean
  readonly onMark?: () => void
}

function TaskRow({ task, box, isShown, isMarked = false, onMark }: TaskRowProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const now = useNow()
  const { id, record, flow, node, submitter, since, due, decided_at: decidedAt, state } = task
  const at = decidedAt ?? since
  const who = submitter?.title ?? t('flows:byItself')
  return (
    <li className={styles['row']} data-shown={isShown}>
      {submitter === null ? <Avatar className={styles['flowIcon'] ?? ''} size={32} icon={<ApartmentOutlined aria-hidden />} aria-hidden /> : <PersonAvatar name={who} size={32} />}
      <div className={styles['rowText']}>
        <div className={styles['rowHead']}>
          <Link to={inboxAddress(box, id)} className={styles['cover']} aria-current={isShown || undefined}>
            {record.title}
          </Link>
          <time className={styles['when']} dateTime={at} title={formatInstant(at, locale)}>
            {formatRelative(at, locale, now)}
          </time>
        </div>
        <div className={styles['rowWhat']}>{[text(flow.label, locale, flow.name), text(node.label, locale)].filter(Boolean).join(' · ')}</div>
        <TaskSummary task={task} />
        <div className={styles['rowMeta']}>
          <span>{who}</span>
          {box === 'done' && <span data-state={state}>{t(`flows:task.${state}`)}</span>}
          {box === 'todo' && due !== null && <DueWords due={due} now={now} />}
        </div>
      </div>
      {onMark !== undefined && <Checkbox className={styles['mark'] ?? ''} checked={isMarked} onChange={onMark} aria-label={t('flows:mark', { record: record.title })} />}
    </li>
  )
}

export function DueWords({ due, now }: { readonly due: string; readonly now: Date }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const isLate = Date.parse(due) < now.getTime()
  return (
    <span className={styles['due']} data-late={isLate} title={formatInstant(due, locale)}>
      {t(isLate ? 'flows:late' : 'flows:due', { when: formatRelative(due, locale, now) })}
    </span>
  )
}
