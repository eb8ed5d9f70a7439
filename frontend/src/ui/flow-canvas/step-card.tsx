/** A step of a drawing as a card: icon, name, what kind it is or how it went. The canvas hears the click of its button. */
import { Handle, Position, type Node, type NodeProps } from '@xyflow/react'

import type { CardData } from './drawn-data'
import styles from './flow-canvas.module.css'

export function StepCard({ data: { card, isSelected } }: NodeProps<Node<CardData>>) {
  const { label, kind, icon, tone, state, note } = card
  return (
    <>
      <Handle type="target" position={Position.Top} className={styles['handle'] ?? ''} isConnectable={false} />
      <button
        type="button"
        className={styles['card']}
        data-state={state}
        data-tone={tone}
        aria-pressed={isSelected}
        aria-label={[...new Set([kind, label, note ?? ''])].filter((words) => words !== '').join(', ')}
      >
        <span className={styles['icon']}>{icon}</span>
        <span className={styles['words']}>
          <span className={styles['name']}>{label}</span>
          <span className={styles['note']}>{note ?? (kind === label ? '' : kind)}</span>
        </span>
      </button>
      <Handle type="source" position={Position.Bottom} className={styles['handle'] ?? ''} isConnectable={false} />
    </>
  )
}
