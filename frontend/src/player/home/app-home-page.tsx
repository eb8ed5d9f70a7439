/** The overview of an app: shortcuts to its views with live counts, and what changed last. */
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'

import { text } from '@/core/i18n/text'
import { issuesOf } from '@/shared/api/problem'
import type { Definition } from '@/shared/definition/definition'
import { useDefinition } from '@/shared/definition/use-definition'
import { useSession } from '@/shared/session/session-context'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'
import { Page } from '@/ui/page/page'
import { PageHeader } from '@/ui/page/page-header'
import { useNow } from '@/ui/use-now'

import { greetingKey } from './greeting'
import styles from './overview.module.css'
import { RecentChanges } from './recent-changes'
import { Shortcuts } from './shortcuts'
import { WaitingTasks } from './waiting-tasks'

export default function AppHomePage() {
  const { app = '' } = useParams()
  const { data: definition, error } = useDefinition(app)
  if (error !== null) {
    return (
      <Page>
        <IssueList issues={issuesOf(error)} />
      </Page>
    )
  }
  if (definition === undefined) return <Loading />
  return <AppHome app={app} definition={definition} />
}

interface AppHomeProps {
  readonly app: string
  readonly definition: Definition
}

function AppHome({ app, definition }: AppHomeProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const now = useNow()
  const { user } = useSession()
  const { label, description } = definition.app
  return (
    <Page>
      <PageHeader
        title={t(greetingKey(now), { name: user.name })}
        tabTitle={text(label, locale, app)}
        description={text(description, locale)}
      />
      <WaitingTasks />
      <div className={styles['overview']}>
        <Shortcuts app={app} definition={definition} />
        <RecentChanges app={app} definition={definition} />
      </div>
    </Page>
  )
}
