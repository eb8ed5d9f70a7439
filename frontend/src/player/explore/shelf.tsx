/** A shelf: what lies on it as chips with their settings, and a place to put more down. */
import { CloseOutlined, DownOutlined } from '@ant-design/icons'
import { useDroppable } from '@dnd-kit/core'
import { Dropdown, type MenuProps } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { ShelfName } from '@/core/query/shelves'

import styles from './explore.module.css'

interface ShelfProps {
  readonly name: ShelfName
  readonly children: ReactNode
}

export function Shelf({ name, children }: ShelfProps) {
  const { t } = useTranslation()
  const { setNodeRef, isOver } = useDroppable({ id: name })
  const isEmpty = Array.isArray(children) && children.length === 0
  return (
    <section ref={setNodeRef} className={styles['shelf']} data-over={isOver} data-shelf={name} aria-label={t(`explore:shelf.${name}`)}>
      <span className={styles['shelfName']}>{t(`explore:shelf.${name}`)}</span>
      <div className={styles['chips']}>
        {isEmpty && <span className={styles['hint']}>{t(`explore:shelf.${name}.hint`)}</span>}
        {children}
      </div>
    </section>
  )
}

interface ChipProps {
  readonly name: string
  /** Settings to choose from; none for chips without. */
  readonly items?: MenuProps['items']
  readonly isRefused?: boolean
  readonly onRemove: () => void
  readonly children?: ReactNode
}

export function Chip({ name, items, isRefused = false, onRemove, children }: ChipProps) {
  const { t } = useTranslation()
  const face = (
    <>
      {name} <DownOutlined aria-hidden />
    </>
  )
  return (
    <span className={styles['chip']} data-refused={isRefused}>
      {items === undefined ? (
        <span>{name}</span>
      ) : (
        <Dropdown menu={{ items }} trigger={['click']}>
          <button type="button" className={styles['chipName']}>
            {face}
          </button>
        </Dropdown>
      )}
      {children}
      <button type="button" className={styles['chipRemove']} aria-label={t('explore:remove', { name })} onClick={onRemove}>
        <CloseOutlined aria-hidden />
      </button>
    </span>
  )
}
