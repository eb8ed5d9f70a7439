/** `/design/new`: three ways to begin an app: blank, from a file of tables, from a complete app. */
import { ArrowRightOutlined, FileAddOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { issuesOf } from '@/shared/api/problem'
import { useSession } from '@/shared/session/session-context'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { Page } from '@/ui/page/page'
import { PageHeader } from '@/ui/page/page-header'

import { BeginDialog } from './begin-dialog'
import { FileDrop } from './file-drop'
import styles from './start.module.css'
import { StarterCard } from './starter-card'
import { useStarters, type Starter } from './starts'

/** What was chosen to begin with; a blank app has no starter. */
interface Chosen {
  readonly starter?: Starter
}

export default function StartPage() {
  const { t } = useTranslation()
  const { administer } = useSession()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  if (!administer.includes('apps')) return <EmptyState title={t('starts:denied')} hint={t('starts:denied.hint')} />
  return (
    <Page>
      <PageHeader title={t('starts:title')} description={t('starts:description')} crumbs={[{ title: t('home:apps'), to: '/' }, { title: t('starts:title') }]} />
      <div className={styles['ways']}>
        <section className={styles['way']} aria-labelledby="start-blank">
          <FileAddOutlined className={styles['wayIcon']} aria-hidden />
          <h2 id="start-blank" className={styles['wayTitle']}>
            <button type="button" className={styles['cover']} onClick={() => setChosen({})}>
              {t('starts:blank')}
            </button>
          </h2>
          <p className={styles['quiet']}>{t('starts:blank.hint')}</p>
          <ArrowRightOutlined className={styles['wayGo']} aria-hidden />
        </section>
        <FileDrop />
      </div>
      <Starters onChoose={(starter) => setChosen({ starter })} />
      {chosen !== null && <BeginDialog starter={chosen.starter} onClose={() => setChosen(null)} />}
    </Page>
  )
}

function Starters({ onChoose }: { readonly onChoose: (starter: Starter) => void }) {
  const { t } = useTranslation()
  const { data: starters, error } = useStarters()
  return (
    <section aria-labelledby="start-starters">
      <h2 id="start-starters" className={styles['heading']}>
        {t('starts:starters')}
      </h2>
      <p className={styles['quiet']}>{t('starts:starters.hint')}</p>
      {error !== null && <IssueList issues={issuesOf(error)} />}
      {starters === undefined && error === null && <Loading />}
      <ul className={styles['starters']}>
        {starters?.map((starter) => (
          <li key={starter.key}>
            <StarterCard starter={starter} onChoose={() => onChoose(starter)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
