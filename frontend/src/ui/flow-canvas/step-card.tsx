/** A step of a drawing as a card: icon, name, what kind it is or how it went, what is wrong. The canvas hears its click. */
import { ExclamationCircleFilled, WarningFilled } from '@ant-design/icons'
import { Handle, Position, type Node, type NodeProps } from '@xyflow/react'
import { Tooltip } from 'antd'
import { memo } from 'react'

import { useEditing } from './canvas-editing'
import type { CanvasFlag } from './canvas-model'
import type { CardData } from './drawn-data'
import styles from './flow-canvas.module.css'

export const StepCard = memo(({ id, data: { card, isSelected } }: NodeProps<Node<CardData>>) => {
  const editing = useEditing()
  const { label, kind, icon, tone, state, note, flag } = card
  return (
    <>
      <Handle type="target" position={Position.Top} className={styles['handle'] ?? ''} isConnectable={false} />
      <button
        type="button"
        className={`${styles['card'] ?? ''} ${editing === null ? '' : 'nopan'}`}
        data-card={id}
        data-state={state}
        data-tone={tone}
        data-editing={editing !== null}
        data-flag={flag?.severity}
        aria-pressed={isSelected}
        aria-label={[...new Set([kind, label, note ?? '', flag?.words ?? ''])].filter((words) => words !== '').join(', ')}
        onPointerDown={(event) => editing?.onGrab(id, event)}
      >
        <span className={styles['icon']}>{icon}</span>
        <span className={styles['words']}>
          <span className={styles['name']}>{label}</span>
          <span className={styles['note']}>{note ?? (kind === label ? '' : kind)}</span>
        </span>
        {flag !== undefined && <Flag flag={flag} />}
      </button>
      <Handle type="source" position={Position.Bottom} className={styles['handle'] ?? ''} isConnectable={false} />
    </>
  )
})
StepCard.displayName = 'StepCard'

function Flag({ flag: { severity, words } }: { readonly flag: CanvasFlag }) {
  return (
    <Tooltip title={words}>
      <span className={styles['flag']} data-severity={severity}>
        {severity === 'error' ? <ExclamationCircleFilled aria-hidden /> : <WarningFilled aria-hidden />}
      </span>
    </Tooltip>
  )
}
