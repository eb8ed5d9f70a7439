/** A panel beside the form where there is room, else a drawer; either is opened by the button it comes with. */
import { HistoryOutlined } from '@ant-design/icons'
import { Button, Drawer, Grid, Tooltip } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { readChoice, writeChoice } from '@/ui/stored-choice'

import styles from './record.module.css'

export interface SidePanel {
  /** Opens and closes the panel; null when there is nothing to show. */
  readonly button: ReactNode
  readonly isBeside: boolean
  readonly panel: ReactNode
}

/** Beside the page it takes room from the form, so that only wide screens begin with it open. */
export function useSidePanel(side: ReactNode): SidePanel {
  const { t } = useTranslation()
  const { xl: hasRoom = false, xxl: isWide = false } = Grid.useBreakpoint()
  const [choice, setChoice] = useState(() => readChoice('history-panel'))
  const [isDrawn, setIsDrawn] = useState(false)
  if (side === null) return { button: null, isBeside: false, panel: null }

  const isKept = choice === null ? isWide : choice === 'open'
  const toggle = () => {
    if (!hasRoom) return setIsDrawn(true)
    const next = isKept ? 'closed' : 'open'
    writeChoice('history-panel', next)
    return setChoice(next)
  }
  const isBeside = hasRoom && isKept
  const button = (
    <Tooltip title={t('record:history')}>
      <Button type="text" icon={<HistoryOutlined aria-hidden />} aria-label={t('record:history')} aria-expanded={isBeside || isDrawn} onClick={toggle} />
    </Tooltip>
  )
  const panel = isBeside ? (
    <aside className={styles['side']}>{side}</aside>
  ) : (
    <Drawer open={isDrawn && !hasRoom} size={380} onClose={() => setIsDrawn(false)} title={t('record:history')} styles={{ body: { padding: 0 } }}>
      {side}
    </Drawer>
  )
  return { button, isBeside, panel }
}
