/** A panel beside the page where there is room, else a drawer; either is opened by the button handed down. */
import { HistoryOutlined } from '@ant-design/icons'
import { Button, Drawer, Grid, Tooltip } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { readChoice, writeChoice } from '@/ui/stored-choice'

import styles from './record.module.css'

interface SidePanelProps {
  /** Null when there is nothing to show beside the page. */
  readonly side: ReactNode
  readonly children: (toggleButton: ReactNode) => ReactNode
}

export function SidePanel({ side, children }: SidePanelProps) {
  const { t } = useTranslation()
  const hasRoom = Grid.useBreakpoint().xl === true
  const [isKept, setIsKept] = useState(() => readChoice('history-panel') !== 'closed')
  const [isDrawn, setIsDrawn] = useState(false)
  const isBeside = hasRoom && isKept && side !== null
  const toggle = () => {
    if (!hasRoom) return setIsDrawn(true)
    writeChoice('history-panel', isKept ? 'closed' : 'open')
    return setIsKept(!isKept)
  }
  const button = side !== null && (
    <Tooltip title={t('record:history')}>
      <Button type="text" icon={<HistoryOutlined aria-hidden />} aria-label={t('record:history')} aria-expanded={isBeside || isDrawn} onClick={toggle} />
    </Tooltip>
  )
  return (
    <div className={isBeside ? `${styles['layout']} ${styles['withSide']}` : styles['layout']}>
      {children(button)}
      {isBeside && <aside className={styles['side']}>{side}</aside>}
      <Drawer open={isDrawn && !hasRoom} size={380} onClose={() => setIsDrawn(false)} title={null} styles={{ body: { padding: 0 } }}>
        {side}
      </Drawer>
    </div>
  )
}
