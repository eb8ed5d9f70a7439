/** The drawer in which one thing is set up: what a server said against saving stands on top, the button to save below. */
import { Button, Drawer } from 'antd'
import type { ReactNode } from 'react'

import { issuesOf } from '@/shared/api/problem'
import { IssueList } from '@/ui/feedback/issue-list'

interface EntryDrawerProps {
  readonly open: boolean
  readonly title: string
  readonly saveLabel: string
  /** The attempt to save, as it stands. */
  readonly save: { readonly isPending: boolean; readonly error: Error | null }
  readonly onSave: () => void
  readonly onClose: () => void
  readonly size?: number
  readonly children: ReactNode
}

export function EntryDrawer({ open, title, saveLabel, save, onSave, onClose, size = 440, children }: EntryDrawerProps) {
  return (
    <Drawer
      open={open}
      size={size}
      title={title}
      onClose={onClose}
      footer={
        <Button type="primary" block loading={save.isPending} onClick={onSave}>
          {saveLabel}
        </Button>
      }
    >
      {save.error !== null && <IssueList issues={issuesOf(save.error)} />}
      {children}
    </Drawer>
  )
}
