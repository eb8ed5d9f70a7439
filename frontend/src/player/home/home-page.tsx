/** The first page after sign-in: the apps this person may use. */
import { AppstoreOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { useApps } from '@/shared/apps/use-apps'
import { useSession } from '@/shared/session/session-context'
import { issuesOf } from '@/shared/api/problem'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { Page } from '@/ui/page/page'
import { PageHeader } from '@/ui/page/page-header'
import { useNow } from '@/ui/use-now'

import { AppCard } from './app-card'
import { greetingKey } from './greeting'
import styles from './home.module.css'
import { WaitingTasks } from './waiting-tasks'

export default function HomePage() {
  const { t } = useTranslation()
  const { user, administer } = useSession()
  const now = useNow()
  return (
    <Page>
      <PageHeader
        title={t(greetingKey(now), { name: user.name })}
        tabTitle={t('home:apps')}
        description={t('home:apps.description')}
        actions={administer.includes('apps') && <NewAppButton />}
      />
      <WaitingTasks />
      <Apps />
    </Page>
  )
}

function NewAppButton() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void navigate('/design/new')}>
      {t('home:apps.new')}
    </Button>
  )
}

function Apps() {
  const { t } = useTranslation()
  const { data: apps, error } = useApps()
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  if (apps === undefined) return <Loading />
  if (apps.length === 0)
    return (
      <EmptyState icon={<AppstoreOutlined aria-hidden />} title={t('home:apps.none')} hint={t('home:apps.none.hint')} />
    )
  return (
    <ul className={styles['cards']}>
      {apps.map((app) => (
        <li key={app.name}>
          <AppCard app={app} />
        </li>
      ))}
    </ul>
  )
}
