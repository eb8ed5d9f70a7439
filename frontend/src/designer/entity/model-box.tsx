/** An entity as a box of the picture: its name to take hold of, its fields below. */
import { ShareAltOutlined } from '@ant-design/icons'
import { Handle, Position, type Node, type NodeProps } from '@xyflow/react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { Icon } from '@/ui/icon'
import { useLocale } from '@/ui/locale/interface-language'

import type { Box } from './model-graph'
import styles from './model.module.css'
import { KindIcon } from './type-menu'

export interface BoxData extends Record<string, unknown> {
  readonly box: Box
  readonly isChosen: boolean
  readonly faults: number
}

export function ModelBox({ data: { box, isChosen, faults } }: NodeProps<Node<BoxData>>) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { entity, shown, hidden } = box
  const name = text(entity.label, locale, entity.name)
  return (
    <div className={styles['box']} data-chosen={isChosen} data-faults={faults > 0}>
      <Handle type="target" position={Position.Left} className={styles['target'] ?? ''} isConnectableStart={false} />
      <button type="button" className={styles['head']} data-entity={entity.id} aria-pressed={isChosen} aria-label={t('entities:model.box', { name, count: entity.fields.length })}>
        <Icon name={entity.icon} />
        <span>{name}</span>
      </button>
      <Handle type="source" position={Position.Right} className={styles['grip'] ?? ''} title={t('entities:model.grip')}>
        <ShareAltOutlined aria-hidden />
      </Handle>
      <ul className={styles['fields']}>
        {shown.map((field) => (
          <li key={field.id} data-title={field.id === entity.title}>
            <KindIcon type={field.type} />
            <span>{text(field.label, locale, field.name)}</span>
          </li>
        ))}
        {hidden > 0 && <li className={styles['more']}>{t('entities:model.more', { count: hidden })}</li>}
        {shown.length === 0 && <li className={styles['more']}>{t('entities:model.bare')}</li>}
      </ul>
    </div>
  )
}
