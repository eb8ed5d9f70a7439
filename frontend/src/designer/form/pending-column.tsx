/** The room behind the last column: a column is made there, from a type dropped on the lines or chosen from a menu. */
import { PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'

import type { FieldType } from '@/generated/metadata'

import { COLUMN_TYPES } from '../canvas/drag-subject'
import { KIND_ICONS } from '../palette/field-kinds'
import { PendingColumnContext } from './pending-context'

interface PendingColumnProps {
  readonly lines: string
  readonly isEmpty: boolean
}

export function PendingColumn({ lines, isEmpty }: PendingColumnProps) {
  const { t } = useTranslation()
  const { pending, begin } = useContext(PendingColumnContext)
  if (pending?.lines === lines) return pending.entry
  const items = COLUMN_TYPES.map((type) => {
    const Drawn = KIND_ICONS[type]
    return { key: type, label: t(`designer:type.${type}`), icon: <Drawn aria-hidden /> }
  })
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key, domEvent }) => (domEvent.stopPropagation(), begin(lines, key as FieldType)) }}>
      <Button type="text" size="small" icon={<PlusOutlined aria-hidden />} aria-label={t('designer:column.add')} onClick={(event) => event.stopPropagation()}>
        {isEmpty ? t('designer:column.add') : null}
      </Button>
    </Dropdown>
  )
}
