/** My inbox at /inbox: what waits for me, what I have done, what I have started; the list beside what is open, on a phone one after the other. */
import { Grid } from 'antd'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'

import { Page } from '@/ui/page/page'
import { PageHeader } from '@/ui/page/page-header'

import { useInboxPlace } from './inbox-place'
import { BoxTabs } from './box-tabs'
import styles from './inbox.module.css'
import { StartedBox } from './started-box'
import { TaskBoxes } from './task-boxes'

export default function InboxPage() {
  const { t } = useTranslation()
  const { open } = useParams()
  const { box } = useInboxPlace()
  const isPhone = Grid.useBreakpoint().md === false
  const isDetail = isPhone && open !== undefined
  return (
    <Page wide filling>
      {!isDetail && <PageHeader title={t('shell:inbox')} actions={<BoxTabs box={box} />} />}
      <div className={styles['columns']} data-phone={isPhone}>
        {box === 'started' ? <StartedBox open={open} isPhone={isPhone} /> : <TaskBoxes key={box} box={box} open={open} isPhone={isPhone} />}
      </div>
    </Page>
  )
}
