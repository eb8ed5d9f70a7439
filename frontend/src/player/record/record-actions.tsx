/** What can be done with a whole record besides saving, as far as the person may. */
import { CopyOutlined, DeleteOutlined, PlusOutlined, QuestionCircleOutlined, UndoOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'

export interface RecordAction {
  readonly key: 'save-new' | 'duplicate' | 'revert' | 'explain' | 'delete'
  readonly icon: ReactNode
  readonly isDanger?: boolean
  readonly run: () => void
}

interface ActionSource {
  readonly isNew: boolean
  readonly isDirty: boolean
  readonly canCreate: boolean
  readonly canDelete: boolean
  readonly onSaveNew: () => void
  readonly onDuplicate: () => void
  readonly onRevert: () => void
  readonly onDelete: () => void
  /** Only for those who see to who may do what. */
  readonly onExplain: (() => void) | undefined
}

export function recordActions(source: ActionSource): RecordAction[] {
  const { isNew, isDirty, canCreate, canDelete, onExplain } = source
  const actions: (RecordAction | false)[] = [
    canCreate && { key: 'save-new', icon: <PlusOutlined aria-hidden />, run: source.onSaveNew },
    canCreate && !isNew && { key: 'duplicate', icon: <CopyOutlined aria-hidden />, run: source.onDuplicate },
    isDirty && { key: 'revert', icon: <UndoOutlined aria-hidden />, run: source.onRevert },
    onExplain !== undefined && !isNew && { key: 'explain', icon: <QuestionCircleOutlined aria-hidden />, run: onExplain },
    canDelete && !isNew && { key: 'delete', icon: <DeleteOutlined aria-hidden />, isDanger: true, run: source.onDelete },
  ]
  return actions.filter((action) => action !== false)
}
