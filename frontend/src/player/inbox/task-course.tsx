/** The course of a task's run so far, and the way to its drawing. */
import { ApartmentOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { issuesOf } from '@/shared/api/problem'
import { runQuery } from '@/shared/flows/runs'
import type { TaskDetail } from '@/shared/flows/wire'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'

import { FlowPath } from '../flow/flow-path'
import { RunDrawer } from '../flow/run-drawer'
import styles from './inbox.module.css'

export function TaskCourse({ task: { app, flow, instance } }: { readonly task: TaskDetail }) {
  const { t } = useTranslation()
  const place = { app, flow: flow.name, id: instance }
  const { data: run, error } = useQuery(runQuery(place))
  const [isOpen, setOpen] = useState(false)
  return (
    <section className={styles['course']} aria-label={t('flows:path')}>
      <header className={styles['courseHead']}>
        <h3 className={styles['courseTitle']}>{t('flows:path')}</h3>
        <Button type="link" size="small" icon={<ApartmentOutlined aria-hidden />} onClick={() => setOpen(true)}>
          {t('flows:drawing.open')}
        </Button>
      </header>
      {error !== null && <IssueList issues={issuesOf(error)} />}
      {run === undefined && error === null && <Loading rows={3} />}
      {run !== undefined && <FlowPath run={run} />}
      <RunDrawer place={isOpen ? place : null} onClose={() => setOpen(false)} />
    </section>
  )
}
