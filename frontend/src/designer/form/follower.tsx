/** The small card that follows the pointer while something is dragged. */
import { BorderOuterOutlined } from '@ant-design/icons'

import type { Entity } from '@/generated/metadata'

import type { DragSubject } from '../canvas/drag-subject'
import { fieldIn } from '../drafting/draft'
import { KIND_ICONS } from '../palette/field-kinds'
import styles from './form.module.css'

interface FollowerProps {
  readonly subject: DragSubject
  readonly entity: Entity
  readonly name: string
}

export function Follower({ subject, entity, name }: FollowerProps) {
  const type = subject.kind === 'type' ? subject.type : subject.kind === 'field' ? fieldIn(entity, subject.field)?.type : undefined
  const Drawn = type === undefined ? BorderOuterOutlined : KIND_ICONS[type]
  return (
    <span className={styles['follower']}>
      <Drawn aria-hidden />
      {name}
    </span>
  )
}
