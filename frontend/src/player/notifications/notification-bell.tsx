/** The bell in the top bar: how many notifications are unread, and the list of them. */
import { BellOutlined } from '@ant-design/icons'
import { Badge, Button, Drawer, Grid, Popover } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Loading } from '@/ui/feedback/loading'

import { useUnread } from './notifications'

const NotificationList = lazy(() => import('./notification-list'))

export function NotificationBell() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const unread = useUnread()
  // Beside the bell there is no room for a list on a phone.
  const isPhone = Grid.useBreakpoint().md === false
  const words = unread > 0 ? t('shell:bell.unread', { count: unread }) : t('shell:bell')
  const list = (
    <Suspense fallback={<Loading rows={3} />}>
      <NotificationList hasTitle={!isPhone} onChosen={() => setOpen(false)} />
    </Suspense>
  )
  const bell = (
    <Button
      type="text"
      aria-label={words}
      title={words}
      onClick={() => setOpen(!isOpen)}
      icon={
        <Badge count={unread} size="small" offset={[2, -2]}>
          <BellOutlined aria-hidden />
        </Badge>
      }
    />
  )
  if (!isPhone) {
    return (
      <Popover open={isOpen} onOpenChange={(next) => !next && setOpen(false)} trigger="click" placement="bottomRight" content={list} destroyOnHidden>
        {bell}
      </Popover>
    )
  }
  return (
    <>
      {bell}
      <Drawer open={isOpen} onClose={() => setOpen(false)} size="100%" title={t('shell:bell')} destroyOnHidden>
        {list}
      </Drawer>
    </>
  )
}
