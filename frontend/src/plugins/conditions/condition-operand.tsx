/** What a condition compares with: the field's own input, several choices, two bounds, or a number of days. */
import { InputNumber, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { isReference, referenceId, type Value } from '@/core/values/value'
import type { Field } from '@/generated/metadata'
import { FieldInput } from '@/plugins/fields/field-input'
import { linkedEntity } from '@/plugins/fields/link/linked-entity'
import { choicesOf, useFieldScope } from '@/plugins/fields/scope'
import type { FieldOf } from '@/plugins/fields/spec'
import { useNamedReference } from '@/plugins/fields/use-named-reference'

import styles from './conditions.module.css'
import type { OperandShape } from './operators'

interface ConditionOperandProps {
  readonly field: Field
  readonly shape: OperandShape
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

export function ConditionOperand({ field, shape, value, onChange }: ConditionOperandProps) {
  const { t } = useTranslation()
  if (shape === 'none') return <span />
  if (shape === 'days') {
    return <InputNumber aria-label={t('list:filter.days')} min={1} max={3660} precision={0} value={typeof value === 'number' ? value : null} onChange={(days) => onChange(days)} suffix={t('list:days')} />
  }
  if (shape === 'many') return <Choices field={field} value={value} onChange={onChange} />
  if (shape === 'two') return <Bounds field={field} value={value} onChange={onChange} />
  if (field.type === 'multi_choice') return <Choices field={field} value={value} onChange={onChange} isSingle />
  return <One field={field} value={value} onChange={onChange} />
}

type OperandProps = Omit<ConditionOperandProps, 'shape'>

function One(props: OperandProps) {
  const { field } = props
  return field.type === 'link' || field.type === 'person' ? <OneNamed {...props} field={field} /> : <OneValue {...props} />
}

/** Long texts are searched for by a short one. */
function OneValue({ field, value, onChange }: OperandProps) {
  const id = useId()
  const asked = field.type === 'long_text' || field.type === 'sequence' ? ({ ...field, type: 'text', options: {} } as Field) : field
  return <FieldInput id={id} field={asked} value={(value ?? null) as Value} onChange={onChange} />
}

/** Linked records and persons count by their id, and are shown by what they are called. */
function OneNamed({ field, value, onChange }: OperandProps & { readonly field: FieldOf<'link' | 'person'> }) {
  const id = useId()
  const scope = useFieldScope()
  const entity = field.type === 'link' ? linkedEntity(field, scope) : undefined
  const { reference, remember } = useNamedReference({ app: scope.app, ...(entity !== undefined && { entity }) }, referenceId(value as Value))
  const choose = (entered: Value) => {
    if (isReference(entered)) remember(entered)
    onChange(referenceId(entered))
  }
  return <FieldInput id={id} field={field} value={reference} onChange={choose} />
}

function Bounds({ field, value, onChange }: OperandProps) {
  const [low, high] = Array.isArray(value) ? (value as readonly unknown[]) : [null, null]
  return (
    <span className={styles['bounds']}>
      <One field={field} value={low} onChange={(changed) => onChange([changed, high])} />
      <One field={field} value={high} onChange={(changed) => onChange([low, changed])} />
    </span>
  )
}

function Choices({ field, value, onChange, isSingle = false }: OperandProps & { readonly isSingle?: boolean }) {
  const { t } = useTranslation()
  const scope = useFieldScope()
  if (field.type !== 'choice' && field.type !== 'multi_choice') return null
  const options = choicesOf(scope, field.options.list).map((choice) => ({ value: choice.value, label: text(choice.label, scope.locale, choice.value) }))
  return (
    <Select
      aria-label={t('list:filter.value')}
      {...(isSingle ? {} : { mode: 'multiple' as const })}
      value={value ?? (isSingle ? undefined : [])}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={onChange}
    />
  )
}
