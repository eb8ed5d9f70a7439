/** What a field is compared with: a value of its kind, a day counted from today, whoever is looking, or another field. */
import { SwapOutlined } from '@ant-design/icons'
import { Button, DatePicker, InputNumber, Select, Tooltip } from 'antd'
import dayjs from 'dayjs'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { isReference, referenceId, type Reference, type Value } from '@/core/values/value'
import { ReferenceSelect } from '@/plugins/fields/reference-select'
import type { Entity } from '@/generated/metadata'
import { useNamedReference } from '@/plugins/fields/use-named-reference'
import { findPeople } from '@/shared/people/find-people'
import { listRecords } from '@/shared/records/list-records'
import { recordTitle } from '@/shared/records/record'

import { documentsIn } from '../drafting/draft'
import { CommittedInput } from '../inspector/committed-input'
import { familyOf } from './comparisons'
import type { Operand } from './condition'
import styles from './expression.module.css'
import { useExpressionSite } from './expression-site'
import type { OfferedName } from './offered-names'

interface OperandEntryProps {
  readonly name: OfferedName
  /** Names it can be compared with. */
  readonly names: readonly OfferedName[]
  readonly isSeveral: boolean
  readonly operand: Operand | undefined
  readonly onChange: (operand: Operand | undefined) => void
}

export function OperandEntry(props: OperandEntryProps) {
  const { name, names, operand, onChange } = props
  const { t } = useTranslation()
  const family = familyOf(name.type)
  const others = names.filter((each) => each.name !== name.name && each.isMany !== true && familyOf(each.type) === family)
  const isName = operand?.kind === 'name'
  const canName = others.length > 0 && family !== 'choices' && !props.isSeveral
  return (
    <div className={styles['operand']}>
      {isName ? (
        <Select
          size="small"
          className={styles['grow'] ?? ''}
          aria-label={t('expressions:value.field')}
          showSearch={{ optionFilterProp: 'label' }}
          value={operand.name === '' ? null : operand.name}
          placeholder={t('expressions:value.chooseField')}
          options={others.map((each) => ({ value: each.name, label: each.label }))}
          onChange={(chosen) => onChange({ kind: 'name', name: chosen })}
        />
      ) : (
        <ValueEntry {...props} />
      )}
      {canName && (
        <Tooltip title={t(isName ? 'expressions:value.useValue' : 'expressions:value.useField')}>
          <Button
            type="text"
            size="small"
            icon={<SwapOutlined aria-hidden />}
            aria-label={t(isName ? 'expressions:value.useValue' : 'expressions:value.useField')}
            onClick={() => onChange(isName ? undefined : { kind: 'name', name: others[0]?.name ?? '' })}
          />
        </Tooltip>
      )}
    </div>
  )
}

function ValueEntry(props: OperandEntryProps) {
  const { name, isSeveral, operand, onChange } = props
  const { t } = useTranslation()
  const label = t('expressions:value', { name: name.label })
  switch (familyOf(name.type)) {
    case 'number':
      return <NumberEntry label={label} isPercent={name.type === 'percent'} value={operand?.kind === 'number' ? operand.number : ''} onChange={(number) => onChange(number === '' ? undefined : { kind: 'number', number })} />
    case 'date':
      return <DayEntry label={label} operand={operand} onChange={onChange} />
    case 'choice':
    case 'choices':
      return <ChoiceEntry name={name} label={label} isSeveral={isSeveral} operand={operand} onChange={onChange} />
    case 'person':
      return <PersonEntry label={label} operand={operand} onChange={onChange} />
    case 'link':
      return <RecordEntry label={label} target={name.target ?? ''} operand={operand} onChange={onChange} />
    default:
      return (
        <CommittedInput ariaLabel={label} className={styles['grow']} value={operand?.kind === 'text' ? operand.text : ''} onCommit={(text) => onChange(text === '' ? undefined : { kind: 'text', text })} />
      )
  }
}

interface NumberEntryProps {
  readonly label: string
  readonly isPercent: boolean
  readonly value: string
  readonly onChange: (number: string) => void
}

/** Handed on once it is finished, so that half a number is no edit. */
function NumberEntry({ label, value, onChange }: NumberEntryProps) {
  const [typed, setTyped] = useState({ from: value, number: value })
  if (typed.from !== value) setTyped({ from: value, number: value })
  const commit = () => typed.number !== value && onChange(typed.number)
  return (
    <InputNumber<string>
      stringMode
      size="small"
      className={styles['grow'] ?? ''}
      aria-label={label}
      value={typed.number === '' ? null : typed.number}
      changeOnWheel={false}
      onChange={(number) => setTyped({ from: value, number: number === null ? '' : String(number) })}
      onBlur={commit}
      onPressEnter={commit}
    />
  )
}

interface OneEntryProps {
  readonly label: string
  readonly operand: Operand | undefined
  readonly onChange: (operand: Operand | undefined) => void
}

function DayEntry({ label, operand, onChange }: OneEntryProps) {
  const { t } = useTranslation()
  const way = operand?.kind === 'today' ? (operand.days === 0 ? 'today' : operand.days < 0 ? 'ago' : 'ahead') : 'day'
  const days = operand?.kind === 'today' ? Math.abs(operand.days) : 0
  const first: Readonly<Record<string, Operand | undefined>> = { today: { kind: 'today', days: 0 }, ago: { kind: 'today', days: -7 }, ahead: { kind: 'today', days: 7 }, day: undefined }
  const options = ['today', 'ago', 'ahead', 'day'].map((value) => ({ value, label: t(`expressions:day.${value}`) }))
  return (
    <>
      <Select size="small" className={styles['grow'] ?? ''} aria-label={t('expressions:day.way', { label })} value={way} options={options} onChange={(next) => onChange(first[next])} />
      {way === 'day' && (
        <DatePicker
          size="small"
          aria-label={label}
          className={styles['grow'] ?? ''}
          value={operand?.kind === 'day' ? dayjs(operand.day) : null}
          onChange={(next) => onChange(next === null ? undefined : { kind: 'day', day: next.format('YYYY-MM-DD') })}
        />
      )}
      {(way === 'ago' || way === 'ahead') && (
        <InputNumber
          size="small"
          className={styles['days'] ?? ''}
          aria-label={t('expressions:day.count')}
          min={1}
          max={3650}
          precision={0}
          value={days}
          onChange={(count) => count !== null && onChange({ kind: 'today', days: way === 'ago' ? -count : count })}
        />
      )}
    </>
  )
}

interface ChoiceEntryProps extends OneEntryProps {
  readonly name: OfferedName
  readonly isSeveral: boolean
}

function ChoiceEntry({ name, label, isSeveral, operand, onChange }: ChoiceEntryProps) {
  const options = (name.choices ?? []).map(({ value, label: words }) => ({ value, label: words }))
  const shared = { size: 'small' as const, className: styles['grow'] ?? '', 'aria-label': label, options, showSearch: { optionFilterProp: 'label' } }
  if (!isSeveral) return <Select {...shared} value={operand?.kind === 'text' ? operand.text : null} onChange={(text: string) => onChange({ kind: 'text', text })} />
  const texts = operand?.kind === 'texts' ? operand.texts : operand?.kind === 'text' ? [operand.text] : []
  return <Select {...shared} mode="multiple" value={[...texts]} onChange={(chosen: string[]) => onChange({ kind: 'texts', texts: chosen })} />
}

/** An expression keeps ids only. */
function idIn(operand: Operand | undefined): string | null {
  return operand?.kind === 'text' ? operand.text : null
}

/** What is chosen is remembered by its title and kept by its id. */
function choosing(remember: (chosen: Reference) => void, onChange: OneEntryProps['onChange']): (value: Value) => void {
  return (value) => {
    if (isReference(value)) remember(value)
    const id = referenceId(value)
    onChange(id === null ? undefined : { kind: 'text', text: id })
  }
}

function PersonEntry({ label, operand, onChange }: OneEntryProps) {
  const { t } = useTranslation()
  const id = useId()
  const site = useExpressionSite()
  const way = operand === undefined || operand.kind === 'me' ? 'me' : 'one'
  const [isOne, setOne] = useState(way === 'one')
  const { reference, remember } = useNamedReference({ app: site.app }, idIn(operand))
  const options = ['me', 'one'].map((value) => ({ value, label: t(`expressions:person.${value}`) }))
  const change = (next: string) => {
    setOne(next === 'one')
    onChange(next === 'me' ? { kind: 'me' } : undefined)
  }
  return (
    <>
      <Select size="small" className={styles['grow'] ?? ''} aria-label={t('expressions:person.way', { label })} value={isOne ? 'one' : operand?.kind === 'me' ? 'me' : null} placeholder={t('expressions:person.choose')} options={options} onChange={change} />
      {isOne && <ReferenceSelect id={id} ariaLabel={label} value={reference} place={['people', site.app]} search={(text, signal) => findPeople(site.app, text, signal)} onChange={choosing(remember, onChange)} />}
    </>
  )
}

const MOST = 30

interface RecordEntryProps extends OneEntryProps {
  readonly target: string
}

function RecordEntry({ label, target, operand, onChange }: RecordEntryProps) {
  const id = useId()
  const site = useExpressionSite()
  const entity = documentsIn<Entity>(site, 'entities').find(({ name }) => name === target)
  const { reference, remember } = useNamedReference({ app: site.app, ...(entity !== undefined && { entity }) }, entity === undefined ? null : idIn(operand))
  const search = async (typed: string, signal: AbortSignal) => {
    const { items } = await listRecords(site.app, target, { limit: MOST, expand: '*', ...(typed !== '' && { search: typed }) }, signal)
    return items.map((record) => ({ id: record.id, title: entity === undefined ? record.id : recordTitle(entity, record) }))
  }
  return <ReferenceSelect id={id} ariaLabel={label} value={reference} place={['design-records', site.app, target]} search={search} onChange={choosing(remember, onChange)} />
}
