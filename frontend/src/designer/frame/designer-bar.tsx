/** The bar over every designer: the way back to use, what is designed, undo and redo, what a designer adds, publishing. */
import { Badge, Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { useDrafting } from '../drafting/draft-context'
import { UseOrDesign } from '../drafting/use-or-design'
import { HistoryButtons } from '../history/history-buttons'
import styles from './frame.module.css'

interface DesignerBarProps {
  readonly label: string
  readonly title: string
  /** Where it is used. */
  readonly back: string
  readonly onPublish: () => void
  readonly children?: ReactNode
}

export function DesignerBar({ label, title, back, onPublish, children }: DesignerBarProps) {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const edits = draft.commands.filter(({ undone }) => !undone).length
  return (
    <div className={styles['bar']} role="toolbar" aria-label={label}>
      <UseOrDesign back={back} />
      <h1 className={styles['title']}>{title}</h1>
      <HistoryButtons />
      <span className={styles['space']} />
      {children}
      <Badge count={edits} size="small" color="gold">
        <Button type="primary" disabled={edits === 0} onClick={onPublish}>
          {t('designer:publish.open')}
        </Button>
      </Badge>
    </div>
  )
}
