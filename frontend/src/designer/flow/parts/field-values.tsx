/** Values that are written into fields: a choice is picked, anything else is computed. */
import { DeleteOutlined, FunctionOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Entity, Field, Flow, Node } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import type { DesignIssue } from '../../drafting/draft'
import { useDrafting } from '../../drafting/draft-context'
import inspector from '../../inspector/inspector.module.css'
import { Property } from '../../inspector/property'
import { choicesOf, writable } from '../documents'
import styles from '../flow.module.css'
import { FlowExpression } from './flow-expression'

type Values = Readonly<Record<string, string>>

interface FieldValuesProps {
  readonly title: string
  readonly flow: Flow
  /** What expressions see. */
  readonly entity: Entity
  readonly lines?: Field | undefined
  readonly node: Node
  /** The fields that can be written. */
  readonly fields: readonly Field[]
  readonly values: Values
  readonly issues: (field: string) => DesignIssue[]
  readonly onChange: (values: Values) => void
}

export function FieldValues({ title, flow, entity, lines, node, fields, values, issues, onChange }: FieldValuesProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const free = writable(fields).filter(({ id }) => values[id] === undefined)
  const add = (id: string) => {
    const field = fields.find((each) => each.id === id)
    if (field) onChange({ ...values, [id]: firstValue(field, choicesOf(draft, field)[0]?.value) })
  }
  const without = (id: string) => onChange(Object.fromEntries(Object.entries(values).filter(([each]) => each !== id)))
  return (
    <section className={styles['values']} aria-label={title}>
      <h3 className={styles['partTitle']}>{title}</h3>
      {Object.entries(values).map(([id, value]) => (
        <div key={id} className={styles['value']}>
          <ValueEntry
            flow={flow}
            entity={entity}
            lines={lines}
            node={node}
            field={fields.find((each) => each.id === id)}
            value={value}
            issues={issues(id)}
            onChange={(next) => (next === null ? without(id) : onChange({ ...values, [id]: next }))}
          />
          <Button size="small" type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('flowdesign:values.remove', { name: nameOf(fields, id, locale) })} onClick={() => without(id)} />
        </div>
      ))}
      <Dropdown trigger={['click']} disabled={free.length === 0} menu={{ className: inspector['names'] ?? '', items: free.map(({ id, label }) => ({ key: id, label: text(label, locale) })), onClick: ({ key }) => add(key) }}>
        <Button size="small" icon={<PlusOutlined aria-hidden />}>
          {t('flowdesign:values.add')}
        </Button>
      </Dropdown>
    </section>
  )
}

function nameOf(fields: readonly Field[], id: string, locale: ReturnType<typeof useLocale>): string {
  return text(fields.find((each) => each.id === id)?.label, locale, id)
}

/** A value of the field's type to begin with. */
function firstValue(field: Field, choice: string | undefined): string {
  switch (field.type) {
    case 'choice':
      return `"${choice ?? ''}"`
    case 'switch':
      return 'TRUE'
    case 'integer':
    case 'decimal':
    case 'money':
    case 'percent':
      return '0'
    case 'date':
      return 'TODAY()'
    case 'datetime':
      return 'NOW()'
    default:
      return '""'
  }
}

interface ValueEntryProps {
  readonly flow: Flow
  readonly entity: Entity
  readonly lines: Field | undefined
  readonly node: Node
  readonly field: Field | undefined
  readonly value: string
  readonly issues: DesignIssue[]
  readonly onChange: (value: string | null) => void
}

function ValueEntry({ flow, entity, lines, node, field, value, issues, onChange }: ValueEntryProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const picks = usePicks(field)
  const [isComputed, setComputed] = useState(picks.length === 0 || !picks.some((pick) => pick.value === value))
  const title = text(field?.label, locale, t('flowdesign:values.gone'))
  if (isComputed) return <FlowExpression title={title} flow={flow} entity={entity} lines={lines} node={node} value={value} issues={issues} onCommit={onChange} />
  return (
    <Property title={title} issues={issues}>
      {({ id }) => (
        <div className={styles['picked']}>
          <Select id={id} className={inspector['full'] ?? ''} value={value} options={picks} onChange={onChange} />
          <Button size="small" type="text" icon={<FunctionOutlined aria-hidden />} aria-label={t('flowdesign:values.compute', { name: title })} title={t('flowdesign:values.compute', { name: title })} onClick={() => setComputed(true)} />
        </div>
      )}
    </Property>
  )
}

/** Values that can be picked rather than computed, as expressions. */
function usePicks(field: Field | undefined) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  if (field?.type === 'choice') return choicesOf(draft, field).map(({ value, label }) => ({ value: `"${value}"`, label: text(label, locale, value) }))
  if (field?.type === 'switch') return ['TRUE', 'FALSE'].map((value) => ({ value, label: t(`flowdesign:values.${value.toLowerCase()}`) }))
  return []
}
