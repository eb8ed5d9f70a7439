/** The bell in the top bar: how many notifications are unread, and the list of them. */
import { BellOutlined } from '@ant-design/icons'
import { Badge, Button, Popover } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Loading } from '@/ui/feedback/loading'

import { useUnread } from './notifications'

const NotificationList = lazy(() => import('./notification-list'))

export function NotificationBell() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const unread = useUnread()
  const words = unread > 0 ? t('flows:bell.unread', { count: unread }) : t('flows:bell')
  const list = (
    <Suspense fallback={<Loading rows={3} />}>
      <NotificationList onChosen={() => setOpen(false)} />
    </Suspense>
  )
  return (
    <Popover open={isOpen} onOpenChange={setOpen} trigger="click" placement="bottomRight" content={list} destroyOnHidden>
      <Button
        type="text"
        aria-label={words}
        title={words}
        icon={
          <Badge count={unread} size="small" offset={[2, -2]}>
            <BellOutlined aria-hidden />
          </Badge>
        }
      />
    </Popover>
  )
}
