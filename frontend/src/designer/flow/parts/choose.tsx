/** One property that is chosen from a list, or switched on. */
import { Select, Switch } from 'antd'

import type { DesignIssue } from '../../drafting/draft'
import inspector from '../../inspector/inspector.module.css'
import { Property } from '../../inspector/property'

export interface Choice {
  readonly value: string
  readonly label: string
}

interface ChooseProps {
  readonly title: string
  readonly hint?: string
  readonly value: string | undefined
  readonly choices: readonly Choice[]
  readonly issues?: readonly DesignIssue[]
  /** What is shown while nothing is chosen; nothing can be chosen again. */
  readonly blank?: string
  readonly onChange: (value: string | null) => void
}

export function Choose({ title, value, choices, blank, onChange, ...more }: ChooseProps) {
  return (
    <Property title={title} {...more}>
      {({ id, describedBy, isInvalid }) => (
        <Select
          id={id}
          aria-describedby={describedBy}
          className={inspector['full'] ?? ''}
          status={isInvalid ? 'error' : ''}
          value={value === undefined || value === '' ? null : value}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear={blank !== undefined}
          {...(blank !== undefined && { placeholder: blank })}
          options={[...choices]}
          onChange={(chosen: string | null | undefined) => onChange(chosen ?? null)}
        />
      )}
    </Property>
  )
}

interface SwitchedProps {
  readonly title: string
  readonly hint?: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

export function Switched({ title, isOn, onChange, ...more }: SwitchedProps) {
  return (
    <Property title={title} isInline {...more}>
      {({ id, describedBy }) => <Switch id={id} size="small" aria-describedby={describedBy} checked={isOn} onChange={onChange} />}
    </Property>
  )
}

export function labelled(values: readonly string[], words: (value: string) => string): Choice[] {
  return values.map((value) => ({ value, label: words(value) }))
}
