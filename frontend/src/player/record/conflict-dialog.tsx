/** Two people changed one record: field by field what I wrote, what they wrote, what it was; choose, then save on top of theirs. */
import { Button, Modal, Radio } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { formatInstant } from '@/core/i18n/format'
import { text } from '@/core/i18n/text'
import { differencesOf, isLine, naturalSide, settle, type Difference, type Side } from '@/core/forms/conflict'
import { entryOf, type Entry, type FormLine } from '@/core/forms/entry'
import type { Value } from '@/core/values/value'
import type { Entity } from '@/generated/metadata'
import { FieldCell } from '@/plugins/fields/field-cell'
import { cellText, sheetColumns } from '@/plugins/fields/lines/sheet-columns'
import { useFieldScope } from '@/plugins/fields/scope'
import { referenceTitle } from '@/shared/records/record'

import styles from './conflict.module.css'
import type { Conflict } from '../form/use-saving'

interface ConflictDialogProps {
  readonly entity: Entity
  readonly conflict: Conflict
  readonly isSaving: boolean
  readonly onSettle: (entry: Entry) => void
  readonly onCancel: () => void
}

type Choices = Readonly<Record<string, Side>>

export function ConflictDialog({ entity, conflict, isSaving, onSettle, onCancel }: ConflictDialogProps) {
  const { t } = useTranslation()
  const { locale, zone } = useFieldScope()
  const versions = useMemo(() => ({ before: conflict.before, mine: conflict.mine, theirs: entryOf(entity, conflict.newest) }), [entity, conflict])
  const differences = useMemo(() => differencesOf(entity, versions), [entity, versions])
  const [choices, setChoices] = useState<Choices>({})
  const { modified_by: by, modified_at: at } = conflict.newest
  const chooseAll = (side: Side) => setChoices(Object.fromEntries(differences.map(({ place }) => [place, side])))
  return (
    <Modal
      open
      width={880}
      title={t('record:conflict.title')}
      okText={t('record:conflict.save')}
      cancelText={t('record:conflict.back')}
      confirmLoading={isSaving}
      onOk={() => onSettle(settle(differences, versions, choices))}
      onCancel={onCancel}
    >
      <p className={styles['lead']}>{t('record:conflict.lead', { name: referenceTitle(by), at: formatInstant(at, locale, zone) })}</p>
      <div className={styles['all']}>
        <Button size="small" onClick={() => chooseAll('mine')}>
          {t('record:conflict.all-mine')}
        </Button>
        <Button size="small" onClick={() => chooseAll('theirs')}>
          {t('record:conflict.all-theirs')}
        </Button>
      </div>
      <ul className={styles['differences']}>
        {differences.map((difference) => (
          <DifferenceRow
            key={difference.place}
            difference={difference}
            side={choices[difference.place] ?? naturalSide(difference)}
            onChoose={(side) => setChoices((now) => ({ ...now, [difference.place]: side }))}
          />
        ))}
      </ul>
    </Modal>
  )
}

interface DifferenceRowProps {
  readonly difference: Difference
  readonly side: Side
  readonly onChoose: (side: Side) => void
}

function DifferenceRow({ difference, side, onChoose }: DifferenceRowProps) {
  const { t } = useTranslation()
  const name = useDifferenceName(difference)
  const { before, mine, theirs, isConflict } = difference
  return (
    <li className={isConflict ? `${styles['difference']} ${styles['disputed']}` : styles['difference']}>
      <div className={styles['name']}>
        {name}
        <span className={styles['before']}>
          {t('record:conflict.before')} <SideValue difference={difference} value={before} />
        </span>
      </div>
      <Radio.Group className={styles['sides'] ?? ''} value={side} onChange={(event) => onChoose(event.target.value as Side)} aria-label={name}>
        <Radio value="mine" className={styles['side'] ?? ''}>
          <span className={styles['sideName']}>{t('record:conflict.mine')}</span> <SideValue difference={difference} value={mine} />
        </Radio>
        <Radio value="theirs" className={styles['side'] ?? ''}>
          <span className={styles['sideName']}>{t('record:conflict.theirs')}</span> <SideValue difference={difference} value={theirs} />
        </Radio>
      </Radio.Group>
    </li>
  )
}

function useDifferenceName({ field, lines, position }: Difference): string {
  const { t } = useTranslation()
  const { locale } = useFieldScope()
  const label = text(field.label, locale, field.name)
  if (lines === undefined) return label
  const line = t('fields:lines.line', { line: position })
  return field === lines ? `${label} · ${line}` : `${text(lines.label, locale, lines.name)} · ${line} · ${label}`
}

function SideValue({ difference, value }: { readonly difference: Difference; readonly value: Value | FormLine }) {
  const { t } = useTranslation()
  const { field, lines } = difference
  if (isLine(value)) return <LineWords difference={difference} line={value} />
  if (field === lines) return <em>{t('record:conflict.no-line')}</em>
  return <FieldCell field={field} value={value} isFull />
}

function LineWords({ difference, line }: { readonly difference: Difference; readonly line: FormLine }) {
  const scope = useFieldScope()
  if (difference.lines === undefined) return null
  const words = sheetColumns(difference.lines, scope, true).map((column) => cellText(column, line, scope))
  return <span>{words.filter((word) => word !== '').join(' · ')}</span>
}
