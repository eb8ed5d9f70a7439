/** A condition clicked together: rows of field, comparison and value that must all hold, or any of them. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { isFault, parse } from '@/core/expressions/parse'

import { COMPARISONS, familyOf, needsValue, type Comparison } from './comparisons'
import { NOTHING, type Group, type Operand, type Row } from './condition'
import { conditionText } from './condition-text'
import { readCondition } from './condition-tree'
import styles from './expression.module.css'
import type { OfferedName } from './offered-names'
import { OperandEntry } from './operand-entry'

interface ConditionBuilderProps {
  readonly title: string
  /** As stored. */
  readonly value: string
  readonly names: readonly OfferedName[]
  readonly onCommit: (stored: string) => void
}

export function ConditionBuilder({ title, value, names, onCommit }: ConditionBuilderProps) {
  const { t } = useTranslation()
  const { condition, change } = useCondition(value, names, onCommit)
  if (condition === undefined) return isReadable(value) ? <p className={styles['free']}>{t('expressions:builder.free')}</p> : null
  return (
    <div role="group" aria-label={t('expressions:builder.title', { title })}>
      <GroupEntry group={condition} names={names} isOutermost onChange={change} />
    </div>
  )
}

/** The rows in hand, with those that are not finished; rows read anew once somebody else changes the text. */
function useCondition(value: string, names: readonly OfferedName[], onCommit: (stored: string) => void) {
  const [state, setState] = useState(() => ({ text: value, group: groupOf(value, names) }))
  if (state.text !== value) setState({ text: value, group: groupOf(value, names) })
  const change = (group: Group) => {
    const text = conditionText(group)
    setState({ text: text === state.text ? state.text : text, group })
    if (text !== value) onCommit(text)
  }
  return { condition: state.group, change }
}

function groupOf(value: string, names: readonly OfferedName[]): Group | undefined {
  if (value.trim() === '') return NOTHING
  const tree = parse(value)
  return isFault(tree) ? undefined : readCondition(tree, names)
}

function isReadable(value: string): boolean {
  return !isFault(parse(value))
}

interface GroupEntryProps {
  readonly group: Group
  readonly names: readonly OfferedName[]
  readonly isOutermost?: boolean
  readonly onChange: (group: Group) => void
}

function GroupEntry({ group, names, isOutermost = false, onChange }: GroupEntryProps) {
  const { t } = useTranslation()
  const set = (at: number, part: Row | Group | undefined) => {
    const parts = part === undefined ? group.parts.toSpliced(at, 1) : group.parts.with(at, part)
    onChange({ ...group, parts })
  }
  const add = (part: Row | Group) => onChange({ ...group, parts: [...group.parts, part] })
  return (
    <div className={styles['group']} data-nested={!isOutermost}>
      {group.parts.length > 1 && <Joint isAll={group.isAll} onChange={(isAll) => onChange({ ...group, isAll })} />}
      {group.parts.map((part, at) =>
        part.kind === 'row' ? (
          // Rows have no name of their own; their place is what they are.
          // eslint-disable-next-line react/no-array-index-key
          <RowEntry key={at} row={part} names={names} onChange={(row) => set(at, row)} />
        ) : (
          // eslint-disable-next-line react/no-array-index-key
          <GroupEntry key={at} group={part} names={names} onChange={(inner) => set(at, inner.parts.length === 0 ? undefined : inner)} />
        ),
      )}
      <div className={styles['adding']}>
        <Button size="small" type="dashed" icon={<PlusOutlined aria-hidden />} onClick={() => add(NEW)}>
          {t('expressions:builder.add')}
        </Button>
        {isOutermost && group.parts.length > 0 && (
          <Button size="small" type="text" onClick={() => add({ kind: 'group', isAll: !group.isAll, parts: [NEW] })}>
            {t('expressions:builder.addGroup')}
          </Button>
        )}
      </div>
    </div>
  )
}

const NEW: Row = { kind: 'row', name: '', comparison: 'equals' }

function Joint({ isAll, onChange }: { readonly isAll: boolean; readonly onChange: (isAll: boolean) => void }) {
  const { t } = useTranslation()
  const options = [
    { value: 'all', label: t('expressions:builder.all') },
    { value: 'any', label: t('expressions:builder.any') },
  ]
  return <Segmented size="small" aria-label={t('expressions:builder.joint')} value={isAll ? 'all' : 'any'} options={options} onChange={(joint) => onChange(joint === 'all')} />
}

interface RowEntryProps {
  readonly row: Row
  readonly names: readonly OfferedName[]
  readonly onChange: (row: Row | undefined) => void
}

function RowEntry({ row, names, onChange }: RowEntryProps) {
  const { t } = useTranslation()
  const name = names.find((each) => each.name === row.name)
  const comparisons = COMPARISONS[familyOf(name?.type ?? 'text')]
  const isNew = row.name === ''
  const choose = (chosen: string) => {
    const next = names.find((each) => each.name === chosen)
    if (next !== undefined) onChange({ kind: 'row', name: chosen, comparison: COMPARISONS[familyOf(next.type)][0] ?? 'equals' })
  }
  const compare = (comparison: Comparison) => onChange({ ...row, comparison, operand: needsValue(comparison) ? carried(row.operand, comparison) : undefined })
  return (
    <div className={styles['row']}>
      <div className={styles['rowHead']}>
        <Select
          size="small"
          className={styles['grow'] ?? ''}
          aria-label={t('expressions:builder.field')}
          placeholder={t('expressions:builder.chooseField')}
          {...(isNew && { autoFocus: true, defaultOpen: true })}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={240}
          value={row.name === '' ? null : row.name}
          options={fieldOptions(names)}
          onChange={choose}
        />
        <Button type="text" size="small" icon={<DeleteOutlined aria-hidden />} aria-label={t('expressions:builder.remove')} onClick={() => onChange(undefined)} />
      </div>
      {name !== undefined && (
        <div className={styles['rowRest']}>
          <Select
            size="small"
            className={styles['comparison'] ?? ''}
            aria-label={t('expressions:builder.comparison')}
            popupMatchSelectWidth={false}
            value={row.comparison}
            options={comparisons.map((value) => ({ value, label: t(`expressions:comparison.${value}`) }))}
            onChange={compare}
          />
          {needsValue(row.comparison) && (
            <OperandEntry name={name} names={names} isSeveral={row.comparison === 'any_of'} operand={row.operand} onChange={(operand) => onChange({ ...row, operand })} />
          )}
        </div>
      )}
    </div>
  )
}

/** One choice stays chosen when several may be, and the other way round. */
function carried(operand: Operand | undefined, comparison: Comparison): Operand | undefined {
  if (comparison === 'any_of' && operand?.kind === 'text') return { kind: 'texts', texts: [operand.text] }
  if (comparison !== 'any_of' && operand?.kind === 'texts') return operand.texts[0] === undefined ? undefined : { kind: 'text', text: operand.texts[0] }
  return operand
}

function fieldOptions(names: readonly OfferedName[]) {
  const usable = names.filter(({ isMany }) => isMany !== true)
  const groups = [...new Set(usable.flatMap(({ group }) => group ?? []))]
  const grouped = groups.map((group) => ({ label: group, options: usable.filter((each) => each.group === group).map(option) }))
  return [...usable.filter(({ group }) => group === undefined).map(option), ...grouped]
}

function option({ name, label }: OfferedName) {
  return { value: name, label }
}
