/** Deleted records of an entity, to restore. */
import { useTranslation } from 'react-i18next'

import { Loading } from '@/ui/feedback/loading'
import { Page } from '@/ui/page/page'
import { PageHeader } from '@/ui/page/page-header'

export default function TrashPage() {
  const { t } = useTranslation()
  return (
    <Page>
      <PageHeader title={t('pages:trash')} />
      <Loading />
    </Page>
  )
}
