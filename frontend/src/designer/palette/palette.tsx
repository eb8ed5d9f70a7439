/** What can be put on a form: field types by group with a search, a section, and fields that are on no place yet. */
import { BorderOuterOutlined, SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Field, FieldType } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import type { DragSubject } from '../canvas/drag-subject'
import { KIND_GROUPS, KIND_ICONS } from './field-kinds'
import { PaletteItem } from './palette-item'
import styles from './palette.module.css'

interface PaletteProps {
  /** Fields of the entity that the canvas does not show yet. */
  readonly unplaced: readonly Field[]
  readonly onAdd: (subject: DragSubject) => void
}

export function Palette({ unplaced, onAdd }: PaletteProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [search, setSearch] = useState('')
  const matches = (...words: string[]) => words.some((word) => word.toLowerCase().includes(search.trim().toLowerCase()))
  const groups = KIND_GROUPS.map(({ key, types }) => ({
    key,
    types: types.filter((type) => matches(type, t(`designer:type.${type}`), t(`designer:type.${type}.hint`))),
  })).filter(({ types }) => types.length > 0)
  const fields = unplaced.filter(({ name, label }) => matches(name, text(label, locale)))
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
        {fields.length > 0 && (
          <Group title={t('designer:palette.unplaced')}>
            {fields.map((field) => (
              <PaletteItem
                key={field.id}
                subject={{ kind: 'field', field: field.id }}
                icon={KIND_ICONS[field.type]}
                title={text(field.label, locale, field.name)}
                onAdd={() => onAdd({ kind: 'field', field: field.id })}
              />
            ))}
          </Group>
        )}
        {groups.map(({ key, types }) => (
          <Group key={key} title={t(`designer:group.${key}`)}>
            {types.map((type) => (
              <TypeItem key={type} type={type} onAdd={() => onAdd({ kind: 'type', type })} />
            ))}
          </Group>
        ))}
        {matches(t('designer:palette.section')) && (
          <Group title={t('designer:group.layout')}>
            <PaletteItem
              subject={{ kind: 'new-section' }}
              icon={BorderOuterOutlined}
              title={t('designer:palette.section')}
              hint={t('designer:palette.sectionHint')}
              onAdd={() => onAdd({ kind: 'new-section' })}
            />
          </Group>
        )}
      </div>
    </nav>
  )
}

function TypeItem({ type, onAdd }: { readonly type: FieldType; readonly onAdd: () => void }) {
  const { t } = useTranslation()
  return (
    <PaletteItem
      subject={{ kind: 'type', type }}
      icon={KIND_ICONS[type]}
      title={t(`designer:type.${type}`)}
      hint={t(`designer:type.${type}.hint`)}
      onAdd={onAdd}
    />
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section className={styles['group']} aria-labelledby={id}>
      <h2 id={id} className={styles['groupTitle']}>
        {title}
      </h2>
      <div className={styles['items']}>{children}</div>
    </section>
  )
}
