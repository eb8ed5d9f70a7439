/** The bar over every page: product, app switcher, inbox, notifications, language, appearance, the person. */
import { MenuOutlined } from '@ant-design/icons'
import { Button, Layout } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { useSession } from '@/shared/session/session-context'
import { useSavePreferences } from '@/shared/session/use-session'
import { BrandMark } from '@/ui/brand/brand-mark'
import { AppearanceSwitch } from '@/ui/switches/appearance-switch'
import { LanguageSwitch } from '@/ui/switches/language-switch'

import { NotificationBell } from '../notifications/notification-bell'
import { AppSwitcher } from './app-switcher'
import { ConnectionWarning } from './connection-warning'
import { InboxLink } from './inbox-link'
import styles from './shell.module.css'
import { UserMenu } from './user-menu'

interface TopBarProps {
  readonly app: string | undefined
  readonly onOpenNavigation: (() => void) | undefined
}

export function TopBar({ app, onOpenNavigation }: TopBarProps) {
  const { t } = useTranslation()
  const { mutate: save } = useSavePreferences()
  const isOwn = !useSession().seen_by
  return (
    <Layout.Header className={styles['bar']}>
      {onOpenNavigation !== undefined && (
        <Button
          type="text"
          className={styles['hamburger']}
          icon={<MenuOutlined aria-hidden />}
          aria-label={t('shell:navigation.open')}
          onClick={onOpenNavigation}
        />
      )}
      <Link to="/" className={styles['brand']} title={t('shell:home')}>
        <BrandMark />
        <span className={styles['brandName']}>{t('common:product')}</span>
      </Link>
      <AppSwitcher app={app} />
      <div className={styles['space']} />
      <ConnectionWarning />
      {isOwn && <InboxLink />}
      {isOwn && <NotificationBell />}
      <LanguageSwitch onChosen={(language) => isOwn && save({ language })} />
      <AppearanceSwitch onChosen={(theme) => isOwn && save({ theme })} />
      {isOwn && <UserMenu />}
    </Layout.Header>
  )
}
