/** Conditions clicked together: field, comparison, value; all of them must hold. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Entity, Field } from '@/generated/metadata'
import { useFieldScope } from '@/plugins/fields/scope'
import { shownField } from '@/plugins/fields/shown-field'
import type { NamedCondition } from '@/shared/records/list-records'
import { useLocale } from '@/ui/locale/interface-language'

import { listedFields } from '@/plugins/views/columns'
import { ConditionOperand } from './condition-operand'
import styles from './conditions.module.css'
import { operandOf, operatorsFor } from './operators'

interface ConditionEditorProps {
  readonly entity: Entity
  readonly conditions: readonly NamedCondition[]
  readonly onChange: (conditions: readonly NamedCondition[]) => void
  /** One below the other, where there is little room. */
  readonly isNarrow?: boolean
}

/** A row keeps its place while it is typed; it counts once it is complete. */
interface Row extends NamedCondition {
  readonly key: number
}

let lastKey = 0
const withKey = (condition: NamedCondition): Row => ({ ...condition, key: (lastKey += 1) })

function withoutKey({ field, operator, value }: Row): NamedCondition {
  return { field, operator, ...(value !== undefined && { value }) }
}

export function ConditionEditor({ entity, conditions, onChange, isNarrow = false }: ConditionEditorProps) {
  const { t } = useTranslation()
  const scope = useFieldScope()
  const fields = listedFields(entity).filter((field) => operatorsFor(shownField(field, scope)).length > 0)
  const [rows, setRows] = useState<readonly Row[]>(() => conditions.map(withKey))
  const change = (changed: readonly Row[]) => {
    setRows(changed)
    onChange(changed.filter(isComplete).map(withoutKey))
  }
  const [first] = fields
  return (
    <div className={styles['conditions']} data-narrow={isNarrow}>
      {rows.length === 0 && <p className={styles['hint']}>{t('list:filter.none')}</p>}
      {rows.map((row) => (
        <ConditionRow
          key={row.key}
          row={row}
          fields={fields}
          onChange={(changed) => change(rows.map((each) => (each.key === row.key ? { ...changed, key: row.key } : each)))}
          onRemove={() => change(rows.filter(({ key }) => key !== row.key))}
        />
      ))}
      <div className={styles['conditionActions']}>
        <Button type="dashed" icon={<PlusOutlined aria-hidden />} disabled={first === undefined} onClick={() => first && setRows([...rows, withKey(fresh(first, shownField(first, scope)))])}>
          {t('list:filter.add')}
        </Button>
        {rows.length > 0 && (
          <Button type="link" onClick={() => change([])}>
            {t('list:filter.clear')}
          </Button>
        )}
      </div>
    </div>
  )
}

function fresh(field: Field, shown: Field): NamedCondition {
  return { field: field.name, operator: operatorsFor(shown)[0] ?? 'is_not_empty' }
}

function isComplete({ operator, value }: NamedCondition): boolean {
  const shape = operandOf(operator)
  if (shape === 'none') return true
  if (Array.isArray(value)) return value.length > 0 && value.every((each) => each !== null && each !== '')
  return value !== undefined && value !== null && value !== ''
}

interface ConditionRowProps {
  readonly row: NamedCondition
  readonly fields: readonly Field[]
  readonly onChange: (condition: NamedCondition) => void
  readonly onRemove: () => void
}

function ConditionRow({ row, fields, onChange, onRemove }: ConditionRowProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const scope = useFieldScope()
  const field = fields.find(({ name }) => name === row.field)
  if (field === undefined) return null
  const shown = shownField(field, scope)
  const choose = (name: string) => {
    const chosen = fields.find((each) => each.name === name)
    if (chosen) onChange(fresh(chosen, shownField(chosen, scope)))
  }
  return (
    <div className={styles['condition']}>
      <Select
        aria-label={t('list:filter.field')}
        value={row.field}
        showSearch={{ optionFilterProp: 'label' }}
        options={fields.map(({ name, label }) => ({ value: name, label: text(label, locale, name) }))}
        onChange={choose}
      />
      <Select
        aria-label={t('list:filter.operator')}
        value={row.operator}
        options={operatorsFor(shown).map((operator) => ({ value: operator, label: t(`list:operator.${operator}`) }))}
        onChange={(operator) => onChange({ field: row.field, operator, ...(operandOf(operator) === operandOf(row.operator) && { value: row.value }) })}
      />
      <ConditionOperand field={shown} shape={operandOf(row.operator)} value={row.value} onChange={(value) => onChange({ ...row, value })} />
      <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('list:filter.remove')} onClick={onRemove} />
    </div>
  )
}
