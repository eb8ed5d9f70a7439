/** Who I am here, and what belongs to me: tokens, administration when I have it, the way out. */
import { AlertOutlined, KeyOutlined, LogoutOutlined, SafetyCertificateOutlined } from '@ant-design/icons'
import { Button, Dropdown, type MenuProps } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { useSession } from '@/shared/session/session-context'
import { useSignOut } from '@/shared/session/use-session'
import { PersonAvatar } from '@/ui/person/person-avatar'

import styles from './shell.module.css'

export function UserMenu() {
  const { t } = useTranslation()
  const { user } = useSession()
  const items = useUserItems()
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button type="text" className={styles['user']} title={t('shell:user.menu', { name: user.name })}>
        <PersonAvatar name={user.name} />
        <span className={styles['userName']}>{user.name}</span>
      </Button>
    </Dropdown>
  )
}

function useUserItems(): MenuProps['items'] {
  const { t } = useTranslation()
  const { user, administer } = useSession()
  const signOut = useSignOut()
  const leave = () => signOut.mutate()
  const admin = {
    key: 'admin',
    icon: <SafetyCertificateOutlined aria-hidden />,
    label: <Link to="/admin">{t('shell:admin')}</Link>,
  }
  const incidents = { key: 'incidents', icon: <AlertOutlined aria-hidden />, label: <Link to="/incidents">{t('shell:incidents')}</Link> }
  return [
    { key: 'who', type: 'group', label: `${user.name} · ${user.login}` },
    { key: 'tokens', icon: <KeyOutlined aria-hidden />, label: <Link to="/account/tokens">{t('shell:tokens')}</Link> },
    ...(administer.includes('flows') ? [incidents] : []),
    ...(administer.length > 0 ? [admin] : []),
    { type: 'divider' },
    { key: 'leave', icon: <LogoutOutlined aria-hidden />, label: t('shell:signOut'), onClick: leave },
  ]
}
