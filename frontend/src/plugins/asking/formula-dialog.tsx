/** Making a figure that is computed: from other figures, or from every record; what it comes to is shown while one types. */
import { Form, Input, Modal, Segmented, Select, type InputRef } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { documentLanguage } from '@/core/i18n/locale'
import { relabelled } from '@/core/i18n/relabelled'
import { changed, type Shelves } from '@/core/query/shelves'
import type { Issue } from '@/core/issues/issue'
import type { QueryMeasure } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { measureWords } from '../reporting/query-words'
import { useAsking } from './asking-context'
import styles from './asking.module.css'
import { useWording } from './chips'
import { FormatEntry } from './format-entry'
import { figureNamesOn, figureOf, formulaDraft, homesOffered, isAskable, isComplete, type FormulaDraft, type FormulaMode } from './formula'
import { FiguresFormula, RecordFormula } from './formula-entries'
import { FormulaTrial, useFormulaTrial } from './formula-trial'

const MODES = ['figures', 'records'] as const
const AGGREGATES = ['sum', 'count', 'average', 'minimum', 'maximum', 'count_distinct'] as const

interface FormulaDialogProps {
  /** One that is changed; without it, a new one. */
  readonly measure?: QueryMeasure
  readonly onClose: () => void
}

export default function FormulaDialog({ measure, onClose }: FormulaDialogProps) {
  const { t } = useTranslation()
  const language = documentLanguage(useLocale())
  const { shelves, offered, change } = useAsking()
  const [draft, setDraft] = useState(() => formulaDraft(shelves, offered, measure))
  const input = useRef<InputRef>(null)
  const set = (next: Partial<FormulaDraft>) => setDraft((before) => ({ ...before, ...next }))
  const isReady = isComplete(draft, measure)
  const figure = isAskable(draft, measure) ? figureOf(draft, shelves, measure) : undefined
  const trial = useFormulaTrial(figure)
  const save = () => {
    if (figure === undefined || !isReady) return
    change(withFigure(shelves, figure))
    onClose()
  }
  return (
    <Modal
      open
      afterOpenChange={(isOpen) => isOpen && input.current?.focus()}
      width={640}
      title={t(measure === undefined ? 'explore:formula.add' : 'explore:formula.edit')}
      okText={t('explore:formula.save')}
      okButtonProps={{ disabled: !isReady }}
      cancelText={t('explore:cancel')}
      onOk={save}
      onCancel={onClose}
    >
      <Form layout="vertical" onFinish={save}>
        <Form.Item label={t('explore:settings.name')} htmlFor="formula-label" required>
          <Input ref={input} id="formula-label" value={draft.label[language] ?? ''} maxLength={100} onChange={({ target }) => set({ label: relabelled(draft.label, language, target.value) })} />
        </Form.Item>
        {measure === undefined && (
          <Form.Item label={t('explore:formula.mode')}>
            <Segmented<FormulaMode> block aria-label={t('explore:formula.mode')} value={draft.mode} options={MODES.map((value) => ({ value, label: t(`explore:formula.mode.${value}`) }))} onChange={(mode) => set({ mode })} />
          </Form.Item>
        )}
        {draft.mode === 'figures' ? <OfFigures draft={draft} own={measure?.id} issues={trial.issues} onChange={set} /> : <OfRecords draft={draft} measure={measure} onChange={set} />}
        <FormatEntry format={draft.format} onChange={(format) => set({ format })} />
      </Form>
      <FormulaTrial trial={trial} />
    </Modal>
  )
}

function withFigure(shelves: Shelves, figure: QueryMeasure): Shelves {
  const at = shelves.values.findIndex(({ id }) => id === figure.id)
  return at < 0 ? { ...shelves, values: [...shelves.values, figure] } : changed(shelves, { shelf: 'values', at }, figure)
}

interface OfProps {
  readonly draft: FormulaDraft
  readonly onChange: (next: Partial<FormulaDraft>) => void
}

function OfFigures({ draft, own, issues, onChange }: OfProps & { readonly own: string | undefined; readonly issues: readonly Issue[] }) {
  const { t } = useTranslation()
  const { shelves } = useAsking()
  const locale = useLocale()
  const names = useMemo(() => figureNamesOn(shelves, own, locale), [shelves, own, locale])
  return (
    <FiguresFormula
      label={t('explore:formula.expression')}
      hint={names.length === 0 ? t('explore:formula.expression.none') : t('explore:formula.expression.hint')}
      value={draft.expression}
      names={names}
      issues={issues}
      onChange={(expression) => onChange({ expression })}
    />
  )
}

function OfRecords({ draft, measure, onChange }: OfProps & { readonly measure: QueryMeasure | undefined }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const wording = useWording()
  const { offered } = useAsking()
  const at = { home: draft.home, lines: draft.lines }
  const place = `${at.home} ${at.lines}`
  const choose = (chosen: string) => {
    const [home = '', lines = ''] = chosen.split(' ')
    onChange({ home, lines })
  }
  return (
    <>
      {measure === undefined ? (
        <div className={styles['inline']}>
          <Form.Item label={t('explore:formula.home')} htmlFor="formula-home">
            <Select id="formula-home" popupMatchSelectWidth={false} value={`${draft.home} ${draft.lines}`} options={[...homesOffered(offered, locale)]} onChange={choose} />
          </Form.Item>
          <Form.Item label={t('explore:settings.aggregate')} htmlFor="formula-aggregate">
            <Select id="formula-aggregate" popupMatchSelectWidth={false} value={draft.aggregate} options={AGGREGATES.map((value) => ({ value, label: t(`reports:aggregate.${value}`) }))} onChange={(aggregate) => onChange({ aggregate })} />
          </Form.Item>
        </div>
      ) : (
        <p className={styles['where']}>{measureWords(measure, wording)}</p>
      )}
      {draft.aggregate !== 'count' && measure?.field === undefined && (
        <RecordFormula key={place} {...at} label={t('explore:formula.value')} hint={t('explore:formula.value.hint')} result="any" value={draft.value} onChange={(value) => onChange({ value })} />
      )}
      <RecordFormula key={`${place} where`} {...at} label={t('explore:formula.where')} hint={t('explore:formula.where.hint')} result="boolean" value={draft.where} onChange={(where) => onChange({ where })} />
    </>
  )
}
