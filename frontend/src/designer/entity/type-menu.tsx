/** The type of a field as a button; pressed, all types to choose from, those that ask for more say so themselves. */
import { Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { FieldType } from '@/generated/metadata'

import { KIND_GROUPS, KIND_ICONS } from '../palette/field-kinds'
import styles from './entity.module.css'

interface TypeMenuProps {
  readonly type: FieldType
  readonly label: string
  /** Types that are not offered. */
  readonly without?: readonly FieldType[]
  readonly isDisabled?: boolean
  readonly cell?: string
  readonly onChosen: (type: FieldType) => void
}

const NOTHING: readonly FieldType[] = []
// The menu was asked for: keys go to it at once.
const FOCUSED = { autoFocus: true }

/** The menu is made when it is first opened: a table has one of these in every row. */
export function TypeMenu({ type, label, without = NOTHING, isDisabled = false, cell, onChosen }: TypeMenuProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const Drawn = KIND_ICONS[type]
  const button = (
    <button
      type="button"
      className={styles['type']}
      data-cell={cell}
      disabled={isDisabled}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      aria-label={`${label}: ${t(`designer:type.${type}`)}`}
      onClick={() => setOpen(true)}
    >
      <Drawn aria-hidden />
      <span>{t(`designer:type.${type}`)}</span>
    </button>
  )
  if (!isOpen) return button
  const items = KIND_GROUPS.map(({ key, types }) => ({
    key,
    type: 'group' as const,
    label: t(`designer:group.${key}`),
    children: types.filter((each) => !without.includes(each)).map((each) => ({ key: each, label: t(`designer:type.${each}`), icon: <KindIcon type={each} /> })),
  })).filter(({ children }) => children.length > 0)
  return (
    <Dropdown
      open
      {...FOCUSED}
      trigger={['click']}
      onOpenChange={(open) => setOpen(open)}
      menu={{ items, selectedKeys: [type], onClick: ({ key }) => onChosen(key as FieldType), className: styles['types'] ?? '' }}
    >
      {button}
    </Dropdown>
  )
}

export function KindIcon({ type }: { readonly type: FieldType }) {
  const Drawn = KIND_ICONS[type]
  return <Drawn aria-hidden />
}
