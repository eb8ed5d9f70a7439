/** The columns of detail lines: chosen to be set up, added and taken away. */
import { PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'

import { documentLanguage } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Entity, Field } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { useDrafting } from '../drafting/draft-context'
import { KIND_ICONS } from '../palette/field-kinds'
import styles from './inspector.module.css'

/** Types that need nothing more than a label to be added. */
const COLUMN_TYPES = ['text', 'integer', 'decimal', 'money', 'percent', 'switch', 'date', 'choice', 'person'] as const

interface ColumnListProps {
  readonly entity: Entity
  readonly lines: Extract<Field, { type: 'lines' }>
  readonly onSelect: (field: string) => void
}

export function ColumnList({ entity, lines, onSelect }: ColumnListProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { edit } = useDrafting()
  const add = (type: string) =>
    void edit('add_field', {
      entity: entity.id,
      lines: lines.id,
      type,
      label: { [documentLanguage(locale)]: t(`designer:type.${type}`) },
    })
  const items = COLUMN_TYPES.map((type) => ({ key: type, label: t(`designer:type.${type}`) }))
  return (
    <div className={styles['columns']}>
      {lines.options.fields.map((column) => {
        const Drawn = KIND_ICONS[column.type]
        return (
          <Button key={column.id} type="text" className={styles['column'] ?? ''} icon={<Drawn aria-hidden />} onClick={() => onSelect(column.id)}>
            {text(column.label, locale, column.name)}
          </Button>
        )
      })}
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => add(key) }}>
        <Button size="small" type="dashed" block icon={<PlusOutlined aria-hidden />}>
          {t('designer:column.add')}
        </Button>
      </Dropdown>
    </div>
  )
}
