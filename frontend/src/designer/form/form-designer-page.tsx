/** The designer of a form. */
import { useTranslation } from 'react-i18next'

import { Loading } from '@/ui/feedback/loading'
import { Page } from '@/ui/page/page'
import { PageHeader } from '@/ui/page/page-header'

export default function FormDesignerPage() {
  const { t } = useTranslation()
  return (
    <Page>
      <PageHeader title={t('pages:designer')} />
      <Loading />
    </Page>
  )
}
