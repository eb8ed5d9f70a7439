/** The control of one setting of a field type. */
import { InputNumber, Select, Switch } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Entity, Field, Options } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { documentsIn, entityWithId, type DesignIssue } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { ExpressionEntry } from '../expression/expression-entry'
import { offeredNames } from '../expression/offered-names'
import { CommittedInput } from './committed-input'
import styles from './inspector.module.css'
import type { OptionEntry } from './option-entries'
import { Property } from './property'

interface OptionControlProps {
  readonly entry: OptionEntry
  readonly entity: Entity
  /** The detail lines the field is a column of. */
  readonly lines?: Field | undefined
  /** All settings of the field as they are. */
  readonly options: Readonly<Record<string, unknown>>
  readonly issues?: readonly DesignIssue[]
  /** The setting's new value; null takes it away. */
  readonly onChange: (value: unknown) => void
}

export function OptionControl(props: OptionControlProps) {
  const { entry, options, issues, onChange } = props
  const { t } = useTranslation()
  const title = t(`designer:option.${entry.key}`)
  const shown = issues === undefined ? {} : { issues }
  const value = options[entry.key]
  if (entry.kind === 'expression' || entry.kind === 'linked-expression') return <ExpressionOption {...props} title={title} />
  return (
    <Property title={title} isInline={entry.kind === 'flag'} {...shown} {...hintOf(t, entry)}>
      {(control) => <Control {...props} value={value} onChange={onChange} control={control} />}
    </Property>
  )
}

/** A formula over the record or the line; a filter over the linked records. */
function ExpressionOption({ entry, entity, lines, options, issues, title, onChange }: OptionControlProps & { readonly title: string }) {
  const { draft } = useDrafting()
  const locale = useLocale()
  const isFilter = entry.kind === 'linked-expression'
  const linked = typeof options['entity'] === 'string' ? entityWithId(draft, options['entity']) : undefined
  const home = isFilter ? linked : entity
  const within = isFilter ? undefined : lines
  const names = useMemo(() => (home === undefined ? [] : offeredNames(draft, home, locale, within)), [draft, home, locale, within])
  return (
    <ExpressionEntry
      title={title}
      value={options[entry.key] as string | undefined}
      names={names}
      result={isFilter ? 'boolean' : 'any'}
      lines={within}
      onCommit={onChange}
      {...(home && { sampleEntity: home.name })}
      {...(issues && { issues })}
    />
  )
}

function hintOf(t: (key: string) => string, { key }: OptionEntry): { hint?: string } {
  const hints: Readonly<Record<string, string>> = { pattern: 'designer:option.pattern.hint', format: 'designer:option.format.hint', scale: 'designer:option.scale.hint' }
  const hint = hints[key]
  return hint === undefined ? {} : { hint: t(hint) }
}

interface ControlProps extends OptionControlProps {
  readonly value: unknown
  readonly control: { readonly id: string; readonly describedBy: string; readonly isInvalid: boolean }
}

function Control({ entry, entity, options, value, onChange, control }: ControlProps) {
  const { id, isInvalid } = control
  switch (entry.kind) {
    case 'number':
      return (
        <InputNumber
          id={id}
          className={styles['full'] ?? ''}
          value={typeof value === 'number' ? value : null}
          min={entry.least ?? -Number.MAX_SAFE_INTEGER}
          max={entry.most ?? Number.MAX_SAFE_INTEGER}
          precision={0}
          placeholder={entry.usual === undefined ? '' : String(entry.usual)}
          changeOnWheel={false}
          status={isInvalid ? 'error' : ''}
          onChange={onChange}
        />
      )
    case 'text':
    case 'decimal':
      return <CommittedInput {...control} value={typeof value === 'string' ? value : ''} onCommit={(typed) => onChange(typed.trim() || null)} />
    case 'flag':
      return <Switch id={id} size="small" checked={value !== false} onChange={onChange} />
    case 'one-of':
    case 'some-of':
      return <ValueSelect id={id} entry={entry} value={value} onChange={onChange} />
    default:
      return <ReferenceSelect id={id} kind={entry.kind} entity={entity} options={options} value={value} onChange={onChange} />
  }
}

interface ValueSelectProps {
  readonly id: string
  readonly entry: Extract<OptionEntry, { kind: 'one-of' | 'some-of' }>
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

function ValueSelect({ id, entry, value, onChange }: ValueSelectProps) {
  const { t } = useTranslation()
  const options = entry.values.map((each) => ({ value: each, label: t(`designer:option.${entry.key}.${each}`) }))
  const first = entry.kind === 'one-of' ? (value ?? entry.values[0]) : (value ?? [])
  return <Select id={id} className={styles['full'] ?? ''} {...(entry.kind === 'some-of' && { mode: 'multiple' as const })} value={first} options={options} onChange={onChange} />
}

interface ReferenceSelectProps {
  readonly id: string
  readonly kind: 'entity' | 'link' | 'linked-field' | 'list' | string
  readonly entity: Entity
  readonly options: Readonly<Record<string, unknown>>
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

/** Chooses an entity, a link of this entity, a field behind the chosen link, or an option list. */
function ReferenceSelect({ id, kind, entity, options, value, onChange }: ReferenceSelectProps) {
  const locale = useLocale()
  const { draft } = useDrafting()
  const offered = (): readonly (Entity | Field | Options)[] => {
    if (kind === 'entity') return documentsIn<Entity>(draft, 'entities')
    if (kind === 'list') return documentsIn<Options>(draft, 'options')
    const links = entity.fields.filter(({ type }) => type === 'link')
    if (kind === 'link') return links
    const link = links.find((each) => each.id === options['link'])
    return (link?.type === 'link' ? entityWithId(draft, link.options.entity)?.fields : undefined) ?? []
  }
  const choices = offered().map((each) => ({ value: each.id, label: text(each.label, locale, each.name) }))
  return (
    <Select
      id={id}
      className={styles['full'] ?? ''}
      showSearch={{ optionFilterProp: 'label' }}
      value={typeof value === 'string' ? value : null}
      options={choices}
      onChange={onChange}
    />
  )
}
