/** Picks from an option list: coloured tags, found by typing in any language of the list. Retired choices stay where they stand. */
import { Select } from 'antd'

import { text } from '@/core/i18n/text'
import type { Choice } from '@/generated/metadata'

import { ChoiceTag } from './choice-tag'
import styles from './fields.module.css'
import type { FieldInputProps } from './input-props'
import { choicesOf, useFieldScope } from './scope'
import { useSearchText } from './use-search-text'

interface ChoiceSelectProps extends Omit<FieldInputProps, 'field' | 'value' | 'onChange'> {
  readonly list: string
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
  readonly isMultiple?: boolean
  readonly most?: number | undefined
}

export function ChoiceSelect(props: ChoiceSelectProps) {
  const { list, value, onChange, isMultiple = false, most, id, isDisabled, isInvalid, describedBy, ariaLabel, isInSheet } = props
  const scope = useFieldScope()
  const { typed, onSearch, onInputKeyDown } = useSearchText(props.typed ?? '')
  const isOffered = (choice: Choice) => choice.retired !== true && props.offered?.includes(choice.value) !== false
  const offered = choicesOf(scope, list).filter((choice) => isOffered(choice) || value.includes(choice.value))
  return (
    <Select<readonly string[] | string | undefined>
      id={id}
      className={styles['fullWidth']}
      {...(isMultiple && { mode: 'multiple', maxCount: most })}
      value={isMultiple ? value : value[0]}
      onChange={(next) => onChange(typeof next === 'string' ? [next] : (next ?? []))}
      options={offered.map((choice) => ({ value: choice.value, label: text(choice.label, scope.locale, choice.value), search: searchText(choice) }))}
      showSearch={{ optionFilterProp: 'search', searchValue: typed, onSearch }}
      onInputKeyDown={onInputKeyDown}
      optionRender={tagRenderer(list)}
      labelRender={tagRenderer(list)}
      allowClear
      disabled={isDisabled}
      status={isInvalid ? 'error' : ''}
      {...(isInSheet && { variant: 'borderless', autoFocus: true, defaultOpen: true })}
      aria-describedby={describedBy}
      aria-label={ariaLabel}
    />
  )
}

function tagRenderer(list: string) {
  return ({ value }: { readonly value?: string | number | undefined }) => <ChoiceTag list={list} value={String(value)} />
}

function searchText({ value, label }: Choice): string {
  return [value, ...Object.values(label)].join(' ')
}
