/** The fields of the entity: those the view does not show yet to be dragged in, those it shows to be found. */
import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Field } from '@/generated/metadata'
import { listedFields } from '@/plugins/views/columns'
import { useLocale } from '@/ui/locale/interface-language'

import { KIND_ICONS } from '../palette/field-kinds'
import { PaletteItem } from '../palette/palette-item'
import palette from '../palette/palette.module.css'
import { useView } from './view-context'
import styles from './view.module.css'

export function ViewPalette({ onAdd }: { readonly onAdd: (field: string) => void }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { view, entity, choose } = useView()
  const [search, setSearch] = useState('')
  const shown = new Set(view.columns.map(({ field }) => field))
  const label = (field: Field) => text(field.label, locale, field.name)
  const wanted = search.trim().toLowerCase()
  const fields = listedFields(entity).filter((field) => [field.name, label(field)].some((word) => word.toLowerCase().includes(wanted)))
  const missing = fields.filter(({ id }) => !shown.has(id))
  return (
    <nav className={palette['palette']} aria-label={t('viewdesign:palette')}>
      <Input
        allowClear
        prefix={<SearchOutlined aria-hidden />}
        placeholder={t('viewdesign:palette.search')}
        aria-label={t('viewdesign:palette.search')}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <div className={palette['groups']}>
        {missing.length > 0 && (
          <Group title={t('viewdesign:palette.missing')}>
            {missing.map((field) => (
              <PaletteItem
                key={field.id}
                subject={{ kind: 'field', field: field.id }}
                icon={KIND_ICONS[field.type]}
                title={label(field)}
                hint={t('viewdesign:palette.hint')}
                onAdd={() => onAdd(field.id)}
              />
            ))}
          </Group>
        )}
        <Group title={t('viewdesign:palette.shown')}>
          {fields
            .filter(({ id }) => shown.has(id))
            .map((field) => (
              <button key={field.id} type="button" className={styles['known']} onClick={() => choose(field.id)}>
                {label(field)}
              </button>
            ))}
        </Group>
      </div>
    </nav>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={palette['groupTitle']}>
        {title}
      </h2>
      <div className={palette['items']}>{children}</div>
    </section>
  )
}
