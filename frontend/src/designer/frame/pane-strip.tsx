/** On a narrow screen the canvas has the room; palette and properties open below it, one at a time, from this strip. */
import { ControlOutlined, PlusSquareOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import styles from './panes.module.css'

export type Pane = 'palette' | 'inspector'

interface PaneStripProps {
  /** The panes there are, by what they are called here. */
  readonly titles: Readonly<Partial<Record<Pane, string>>>
  readonly open: Pane | null
  readonly onOpen: (pane: Pane | null) => void
}

const ICONS = { palette: PlusSquareOutlined, inspector: ControlOutlined }

export function PaneStrip({ titles, open, onOpen }: PaneStripProps) {
  const { t } = useTranslation()
  return (
    <div className={styles['strip']} role="group" aria-label={t('frame:pane.title')}>
      {(['palette', 'inspector'] as const).map((pane) => {
        const Drawn = ICONS[pane]
        const isOpen = open === pane
        return (
          titles[pane] !== undefined && (
            <button key={pane} type="button" className={styles['turn']} aria-expanded={isOpen} onClick={() => onOpen(isOpen ? null : pane)}>
              <Drawn aria-hidden />
              <span>{titles[pane]}</span>
            </button>
          )
        )
      })}
    </div>
  )
}

/** Which pane is open; what is chosen shows its properties, unless things are being added one after the other. */
export function useOpenPane(chosen: string | undefined, isCalling: boolean) {
  const [open, setOpen] = useState<Pane | null>(chosen === undefined && !isCalling ? null : 'inspector')
  const subject = isCalling ? 'calling' : chosen
  const [seen, setSeen] = useState(subject)
  if (seen !== subject) {
    setSeen(subject)
    if (isCalling || (subject !== undefined && open === null)) setOpen('inspector')
  }
  return [open, setOpen] as const
}
