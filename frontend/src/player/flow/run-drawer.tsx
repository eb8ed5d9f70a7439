/** One run over the page: its drawing, how it stands, and what its people may do about it. */
import { useQuery } from '@tanstack/react-query'
import { Drawer, Grid } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { issuesOf } from '@/shared/api/problem'
import { runQuery } from '@/shared/flows/runs'
import type { RunPlace } from '@/shared/flows/wire'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'

import styles from './flow.module.css'
import { RunCommands } from './run-commands'
import { RunStateTag } from './run-state'
import { RunView } from './run-view'

interface RunDrawerProps {
  /** Null keeps it closed. */
  readonly place: RunPlace | null
  readonly onClose: () => void
}

export function RunDrawer({ place, onClose }: RunDrawerProps) {
  const { t } = useTranslation()
  const hasRoom = Grid.useBreakpoint().md === true
  return (
    <Drawer open={place !== null} size={hasRoom ? 'min(1120px, 92vw)' : '100%'} title={t('flows:run')} onClose={onClose} destroyOnHidden>
      {place !== null && <OpenRun place={place} />}
    </Drawer>
  )
}

function OpenRun({ place }: { readonly place: RunPlace }) {
  const locale = useLocale()
  const { data: run, error } = useQuery(runQuery(place))
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  if (run === undefined) return <Loading />
  return (
    <div className={styles['run']}>
      <div className={styles['runHead']}>
        <h2 className={styles['runTitle']}>{text(run.flow.label, locale, run.flow.name)}</h2>
        <RunStateTag state={run.state} />
        <span className={styles['grow']} />
        <RunCommands place={place} may={run.may} />
      </div>
      <RunView run={run} />
    </div>
  )
}
