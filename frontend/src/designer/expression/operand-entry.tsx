/** What a field is compared with: a value of its kind, a day counted from today, whoever is looking, or another field. */
import { SwapOutlined } from '@ant-design/icons'
import { Button, DatePicker, InputNumber, Select, Tooltip } from 'antd'
import dayjs from 'dayjs'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Reference } from '@/core/values/value'
import { ReferenceSelect } from '@/plugins/fields/reference-select'
import { findPeople } from '@/shared/people/find-people'
import { entityNamed } from '@/shared/definition/definition'
import { listRecords } from '@/shared/records/list-records'
import { recordTitle } from '@/shared/records/record'

import { draftDefinition } from '../drafting/draft-definition'
import { useDrafting } from '../drafting/draft-context'
import { CommittedInput } from '../inspector/committed-input'
import { familyOf } from './comparisons'
import type { Operand } from './condition'
import styles from './expression.module.css'
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

/** Titles of what was picked here, since an expression keeps ids only. */
const TITLES = new Map<string, string>()

function referenceOf(operand: Operand | undefined): Reference | null {
  return operand?.kind === 'text' ? { id: operand.text, title: TITLES.get(operand.text) ?? operand.text } : null
}

function picked(reference: unknown): Operand | undefined {
  const { id, title } = (reference ?? { id: '', title: null }) as Reference
  if (title !== null && id !== '') TITLES.set(id, title)
  return id === '' ? undefined : { kind: 'text', text: id }
}

function PersonEntry({ label, operand, onChange }: OneEntryProps) {
  const { t } = useTranslation()
  const id = useId()
  const { draft } = useDrafting()
  const way = operand === undefined || operand.kind === 'me' ? 'me' : 'one'
  const [isOne, setOne] = useState(way === 'one')
  const options = ['me', 'one'].map((value) => ({ value, label: t(`expressions:person.${value}`) }))
  const change = (next: string) => {
    setOne(next === 'one')
    onChange(next === 'me' ? { kind: 'me' } : undefined)
  }
  return (
    <>
      <Select size="small" className={styles['grow'] ?? ''} aria-label={t('expressions:person.way', { label })} value={isOne ? 'one' : operand?.kind === 'me' ? 'me' : null} placeholder={t('expressions:person.choose')} options={options} onChange={change} />
      {isOne && <ReferenceSelect id={id} ariaLabel={label} value={referenceOf(operand)} place={['people', draft.app]} search={(text, signal) => findPeople(draft.app, text, signal)} onChange={(value) => onChange(picked(value))} />}
    </>
  )
}

const MOST = 30

interface RecordEntryProps extends OneEntryProps {
  readonly target: string
}

function RecordEntry({ label, target, operand, onChange }: RecordEntryProps) {
  const id = useId()
  const { draft } = useDrafting()
  const search = async (typed: string, signal: AbortSignal) => {
    const entity = entityNamed(draftDefinition(draft), target)
    const { items } = await listRecords(draft.app, target, { limit: MOST, expand: '*', ...(typed !== '' && { search: typed }) }, signal)
    return items.map((record) => ({ id: record.id, title: entity === undefined ? record.id : recordTitle(entity, record) }))
  }
  return <ReferenceSelect id={id} ariaLabel={label} value={referenceOf(operand)} place={['design-records', draft.app, target]} search={search} onChange={(value) => onChange(picked(value))} />
}
