/** The field types by group: dragged between the rows, or added at the end with a click or Enter. */
import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { FieldType } from '@/generated/metadata'

import { KIND_GROUPS, KIND_ICONS } from '../palette/field-kinds'
import { PaletteItem } from '../palette/palette-item'
import styles from '../palette/palette.module.css'

export function TypePalette({ onAdd }: { readonly onAdd: (type: FieldType) => void }) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const matches = (type: FieldType) => [type, t(`designer:type.${type}`), t(`designer:type.${type}.hint`)].some((words) => words.toLowerCase().includes(wanted))
  const groups = KIND_GROUPS.map(({ key, types }) => ({ key, types: types.filter(matches) })).filter(({ types }) => types.length > 0)
  return (
    <nav className={styles['palette']} aria-label={t('designer:palette.title')}>
      <Input
        allowClear
        prefix={<SearchOutlined aria-hidden />}
        placeholder={t('designer:palette.search')}
        aria-label={t('designer:palette.search')}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <div className={styles['groups']}>
        {groups.map(({ key, types }) => (
          <section key={key} className={styles['group']} aria-label={t(`designer:group.${key}`)}>
            <h2 className={styles['groupTitle']}>{t(`designer:group.${key}`)}</h2>
            <div className={styles['items']}>
              {types.map((type) => (
                <PaletteItem
                  key={type}
                  subject={{ kind: 'type', type }}
                  icon={KIND_ICONS[type]}
                  title={t(`designer:type.${type}`)}
                  hint={t(`designer:type.${type}.hint`)}
                  onAdd={() => onAdd(type)}
                />
              ))}
            </div>
          </section>
        ))}
      </div>
    </nav>
  )
}
