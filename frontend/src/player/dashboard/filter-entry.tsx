/** One filter of a board: what it is called, whether it is a period or members, and the fields it holds for. */
import { Button, Input, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'

import { documentLanguage, type Locale } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { DashboardFilter, Entity, Field } from '@/generated/metadata'
import type { Definition } from '@/shared/definition/definition'
import { useLocale } from '@/ui/locale/interface-language'

import { relabelled } from './board-edits'
import styles from './dashboard.module.css'

const DATED: ReadonlySet<Field['type']> = new Set(['date', 'datetime'])
const CHOSEN: ReadonlySet<Field['type']> = new Set(['choice', 'link', 'person', 'text', 'switch'])

type Kind = NonNullable<DashboardFilter['kind']>

interface FilterEntryProps {
  readonly definition: Definition
  readonly filter: DashboardFilter
  readonly onChange: (filter: DashboardFilter) => void
  readonly onRemove: () => void
}

export function FilterEntry({ definition, filter, onChange, onRemove }: FilterEntryProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const language = documentLanguage(locale)
  const name = text(filter.label, locale) || t('dashboards:filter.new')
  const kind = filter.kind ?? 'members'
  const kinds = (['period', 'members'] as const).map((value) => ({ value, label: t(`dashboards:filter.${value}`) }))
  // Fields of another kind cannot stay, and neither can what was preset.
  const setKind = (next: Kind) => onChange({ id: filter.id, label: filter.label, kind: next, fields: [] })
  return (
    <fieldset className={styles['filterEntry']}>
      <legend className="visually-hidden">{name}</legend>
      <label className={styles['entry']}>
        {t('dashboards:filter.label')}
        <Input value={filter.label[language] ?? ''} placeholder={name} maxLength={100} onChange={({ target }) => onChange({ ...filter, label: relabelled(filter.label, language, target.value) })} />
      </label>
      <Segmented<Kind> block aria-label={t('dashboards:filter.kind')} options={kinds} value={kind} onChange={setKind} />
      <Select
        mode="multiple"
        aria-label={t('dashboards:filter.fields')}
        placeholder={t('dashboards:filter.fields')}
        value={[...filter.fields]}
        options={fieldChoices(definition, kind, locale)}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(fields: string[]) => onChange({ ...filter, fields })}
      />
      <Button type="text" danger size="small" onClick={onRemove}>
        {t('dashboards:filter.remove', { filter: name })}
      </Button>
    </fieldset>
  )
}

/** The fields a filter may hold for, each with the entity it is of. */
export function fieldChoices({ entities }: Pick<Definition, 'entities'>, kind: Kind, locale: Locale) {
  const types = kind === 'period' ? DATED : CHOSEN
  return entities.flatMap((entity) =>
    fieldsOf(entity)
      .filter(({ type }) => types.has(type))
      .map(({ id, label, name }) => ({ value: id, label: `${text(entity.label, locale, entity.name)} › ${text(label, locale, name)}` })),
  )
}

function fieldsOf({ fields }: Entity): readonly Field[] {
  return fields.flatMap((field) => (field.type === 'lines' ? field.options.fields : [field]))
}
