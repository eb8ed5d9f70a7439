/** The wizard that brings a sheet's rows into an entity. */
import { useTranslation } from 'react-i18next'

import { Loading } from '@/ui/feedback/loading'
import { Page } from '@/ui/page/page'
import { PageHeader } from '@/ui/page/page-header'

export default function ImportPage() {
  const { t } = useTranslation()
  return (
    <Page>
      <PageHeader title={t('pages:import')} />
      <Loading />
    </Page>
  )
}
