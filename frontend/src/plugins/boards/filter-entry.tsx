/** One filter of a board: what it is called, whether it is a period or members, and the fields it holds for. */
import { Button, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'

import { documentLanguage, type Locale } from '@/core/i18n/locale'
import { relabelled } from '@/core/i18n/relabelled'
import { text } from '@/core/i18n/text'
import { fieldAt } from '@/core/query/field-tree'
import { presetValue } from '@/core/query/narrowing'
import type { DashboardFilter, Entity, Field } from '@/generated/metadata'
import type { Definition } from '@/shared/definition/definition'
import { TypedInput } from '@/ui/entry/typed-input'
import { useLocale } from '@/ui/locale/interface-language'

import { MemberPicker, type MemberSource } from '../reporting/member-picker'
import { PeriodPicker } from '../reporting/period-picker'
import styles from './boards.module.css'

const DATED: ReadonlySet<Field['type']> = new Set(['date', 'datetime'])
const CHOSEN: ReadonlySet<Field['type']> = new Set(['choice', 'link', 'person', 'text', 'switch'])

type Kind = NonNullable<DashboardFilter['kind']>

interface FilterEntryProps {
  readonly app: string
  readonly definition: Definition
  readonly filter: DashboardFilter
  readonly onChange: (filter: DashboardFilter) => void
  readonly onRemove: () => void
}

export function FilterEntry({ app, definition, filter, onChange, onRemove }: FilterEntryProps) {
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
        <TypedInput label={t('dashboards:filter.label')} value={filter.label[language] ?? ''} placeholder={name} onCommit={(typed) => onChange({ ...filter, label: relabelled(filter.label, language, typed.trim()) })} />
      </label>
      <Segmented<Kind> block aria-label={t('dashboards:filter.kind')} options={kinds} value={kind} onChange={setKind} />
      <Select
        mode="multiple"
        aria-label={t('dashboards:filter.fields')}
        placeholder={t('dashboards:filter.fields')}
        value={[...filter.fields]}
        options={fieldChoices(definition, kind, locale)}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(fields: string[]) => onChange(named({ ...filter, fields }, definition))}
      />
      {filter.fields.length > 0 && <Preset app={app} definition={definition} filter={filter} name={name} onChange={onChange} />}
      <Button type="text" danger size="small" onClick={onRemove}>
        {t('dashboards:filter.remove', { filter: name })}
      </Button>
    </fieldset>
  )
}

/** What it is set to when the board is opened. */
function Preset({ app, definition, filter, name, onChange }: Omit<FilterEntryProps, 'onRemove'> & { readonly name: string }) {
  const { t } = useTranslation()
  const { entities } = definition
  const preset = presetValue(filter)
  const [field = ''] = filter.fields
  const words = t('dashboards:filter.preset', { filter: name })
  if (filter.kind === 'period') {
    return (
      <div className={styles['entry']}>
        <span>{t('dashboards:filter.presetShort')}</span>
        <PeriodPicker label={words} value={preset?.kind === 'period' ? preset.period : null} onChange={(period) => onChange({ ...bare(filter), ...period })} />
      </div>
    )
  }
  const home = entities.find(({ fields }) => fields.some(({ id }) => id === field))?.id
  return (
    <div className={styles['entry']}>
      <span>{t('dashboards:filter.presetShort')}</span>
      <MemberPicker
        app={app}
        definition={definition}
        field={fieldAt(entities, { ...(home === undefined ? {} : { home }), field })}
        source={home === undefined ? undefined : memberSource(home, field)}
        label={words}
        value={preset?.kind === 'members' ? preset.members : []}
        onChange={(members) => onChange(members.length === 0 ? bare(filter) : { ...bare(filter), operator: 'in', value: members.map(({ value }) => value) })}
      />
    </div>
  )
}

/** A filter without a preset. */
function bare({ id, label, kind, fields }: DashboardFilter): DashboardFilter {
  return { id, label, fields, ...(kind === undefined ? {} : { kind }) }
}

/** A question whose only dimension is the field, to read its members from. */
function memberSource(home: string, field: string): MemberSource {
  return { query: { measures: [{ id: 'n', home, aggregate: 'count' }], dimensions: [{ id: 'd', home, field }] }, dimension: 'd' }
}

/** A filter nobody has named is called like its first field. */
function named(filter: DashboardFilter, { entities }: Pick<Definition, 'entities'>): DashboardFilter {
  const [first] = filter.fields
  const label = first === undefined ? undefined : fieldAt(entities, { field: first })?.label
  return Object.keys(filter.label).length > 0 || label === undefined ? filter : { ...filter, label }
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
