/** The list of an entity's records as a view shows them. */
import { useTranslation } from 'react-i18next'

import { Loading } from '@/ui/feedback/loading'
import { Page } from '@/ui/page/page'
import { PageHeader } from '@/ui/page/page-header'

export default function ListPage() {
  const { t } = useTranslation()
  return (
    <Page>
      <PageHeader title={t('pages:list')} />
      <Loading />
    </Page>
  )
}
