/** The navigation at the left on wide screens; it folds to icons and remembers it. */
import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons'
import { Button, Layout } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { readChoice, writeChoice } from '@/ui/stored-choice'

import styles from './shell.module.css'

interface NavigationPanelProps {
  readonly children: (isCollapsed: boolean) => ReactNode
}

export function NavigationPanel({ children }: NavigationPanelProps) {
  const { t } = useTranslation()
  const [isCollapsed, setCollapsed] = useState(readChoice('navigation') === 'collapsed')
  const toggle = () => {
    writeChoice('navigation', isCollapsed ? 'open' : 'collapsed')
    setCollapsed(!isCollapsed)
  }
  return (
    <Layout.Sider width={236} collapsedWidth={60} collapsed={isCollapsed} trigger={null} className={styles['panel']} aria-label={t('shell:panel')}>
      <div className={styles['panelScroll']}>{children(isCollapsed)}</div>
      <FoldButton isCollapsed={isCollapsed} onToggle={toggle} />
    </Layout.Sider>
  )
}

function FoldButton({ isCollapsed, onToggle }: { readonly isCollapsed: boolean; readonly onToggle: () => void }) {
  const { t } = useTranslation()
  const words = t(isCollapsed ? 'shell:navigation.unfold' : 'shell:navigation.fold')
  const icon = isCollapsed ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />
  return (
    <Button
      type="text"
      className={styles['fold']}
      icon={icon}
      aria-label={words}
      title={words}
      aria-expanded={!isCollapsed}
      onClick={onToggle}
    />
  )
}
