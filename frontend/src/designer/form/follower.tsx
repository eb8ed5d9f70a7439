/** The small card that follows the pointer while something is dragged. */
import { BorderOuterOutlined } from '@ant-design/icons'

import type { Entity } from '@/generated/metadata'

import type { DragSubject } from '../canvas/drag-subject'
import { anyField } from '../inspector/field-place'
import { KIND_ICONS } from '../palette/field-kinds'
import styles from './form.module.css'

interface FollowerProps {
  readonly subject: DragSubject
  readonly entity: Entity
  readonly name: string
  /** How many go along, itself included. */
  readonly count: number
}

export function Follower({ subject, entity, name, count }: FollowerProps) {
  const type = subject.kind === 'type' ? subject.type : subject.kind === 'field' || subject.kind === 'column' ? anyField(entity, subject.field)?.type : undefined
  const Drawn = type === undefined ? BorderOuterOutlined : KIND_ICONS[type]
  return (
    <span className={styles['follower']}>
      <Drawn aria-hidden />
      {name}
      {count > 1 && <span className={styles['followerCount']}>{count}</span>}
    </span>
  )
}
