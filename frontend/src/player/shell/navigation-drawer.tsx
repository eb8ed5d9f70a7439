/** The navigation on narrow screens: slides in from the left over the page. */
import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import styles from './shell.module.css'

interface NavigationDrawerProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

export function NavigationDrawer({ isOpen, onClose, children }: NavigationDrawerProps) {
  const { t } = useTranslation()
  return (
    <Drawer
      open={isOpen}
      onClose={onClose}
      placement="left"
      size={280}
      title={t('shell:navigation')}
      className={styles['drawer']}
      styles={{ body: { padding: 8 } }}
      destroyOnHidden
    >
      {children}
    </Drawer>
  )
}
