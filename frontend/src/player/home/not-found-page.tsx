/** An address that leads nowhere. */
import { CompassOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { EmptyState } from '@/ui/feedback/empty-state'
import { Page } from '@/ui/page/page'

export default function NotFoundPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const home = (
    <Button type="primary" onClick={() => void navigate('/')}>
      {t('common:fault.home')}
    </Button>
  )
  return (
    <Page>
      <EmptyState
        icon={<CompassOutlined aria-hidden />}
        title={t('home:notFound')}
        hint={t('home:notFound.hint')}
        actions={home}
      />
    </Page>
  )
}
