/** What may be chosen of an option list, case by case; the expression of it stands below. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { DesignIssue } from '../drafting/draft'
import { casesText, readCases, type ChoiceCase, type ChoiceCases } from './choice-cases'
import { ConditionBuilder } from './condition-builder'
import { ExpressionEntry } from './expression-entry'
import styles from './expression.module.css'
import type { OfferedChoice, OfferedName } from './offered-names'

interface ChoicesEntryProps {
  readonly title: string
  readonly value: string | undefined
  readonly names: readonly OfferedName[]
  readonly choices: readonly OfferedChoice[]
  readonly sampleEntity: string
  readonly issues: readonly DesignIssue[]
  readonly onCommit: (expression: string | null) => void
}

export function ChoicesEntry({ choices, ...props }: ChoicesEntryProps) {
  const { t } = useTranslation()
  const { value = '', names, onCommit } = props
  const { cases, change } = useCases(value, (text) => onCommit(text === '' ? null : text))
  const above = cases === undefined ? <p className={styles['free']}>{t('forms:choices.free')}</p> : <Cases cases={cases} names={names} choices={choices} onChange={change} />
  return <ExpressionEntry {...props} placeholder={t('forms:item.choices.all')} hint={t('forms:item.choices.hint')} above={above} />
}

/** The cases in hand, with those that are not finished; read anew once somebody else changes the text. */
function useCases(value: string, onCommit: (text: string) => void) {
  const [state, setState] = useState(() => ({ text: value, cases: readCases(value) }))
  if (state.text !== value) setState({ text: value, cases: readCases(value) })
  const change = (cases: ChoiceCases) => {
    const text = casesText(cases)
    setState({ text, cases })
    if (text !== value) onCommit(text)
    else setState({ text: value, cases })
  }
  return { cases: state.cases, change }
}

interface CasesProps {
  readonly cases: ChoiceCases
  readonly names: readonly OfferedName[]
  readonly choices: readonly OfferedChoice[]
  readonly onChange: (cases: ChoiceCases) => void
}

const NEW: ChoiceCase = { when: '', values: [] }

function Cases({ cases: { cases, otherwise }, names, choices, onChange }: CasesProps) {
  const { t } = useTranslation()
  const set = (at: number, each: ChoiceCase) => onChange({ cases: cases.with(at, each), otherwise })
  return (
    <div className={styles['group']}>
      {cases.map((each, at) => (
        // Cases have no name of their own; their place is what they are.
        // eslint-disable-next-line react/no-array-index-key
        <div key={at} className={styles['row']}>
          <div className={styles['rowHead']}>
            <span className={styles['grow']}>{t('forms:choices.case')}</span>
            <Button type="text" size="small" icon={<DeleteOutlined aria-hidden />} aria-label={t('forms:choices.remove')} onClick={() => onChange({ cases: cases.toSpliced(at, 1), otherwise })} />
          </div>
          <ConditionBuilder title={t('forms:choices.case')} value={each.when} names={names} onCommit={(when) => set(at, { ...each, when })} />
          <Offer label={t('forms:choices.offer')} values={each.values} choices={choices} onChange={(values) => set(at, { ...each, values })} />
        </div>
      ))}
      {cases.length > 0 && <Offer label={t('forms:choices.else')} values={otherwise} choices={choices} onChange={(values) => onChange({ cases, otherwise: values })} />}
      <Button size="small" type="dashed" icon={<PlusOutlined aria-hidden />} onClick={() => onChange({ cases: [...cases, NEW], otherwise })}>
        {t('forms:choices.add')}
      </Button>
    </div>
  )
}

interface OfferProps {
  readonly label: string
  readonly values: readonly string[]
  readonly choices: readonly OfferedChoice[]
  readonly onChange: (values: readonly string[]) => void
}

function Offer({ label, values, choices, onChange }: OfferProps) {
  const { t } = useTranslation()
  return (
    <div className={styles['offer']}>
      <span>{label}</span>
      <Select
        mode="multiple"
        size="small"
        className={styles['grow'] ?? ''}
        aria-label={label}
        placeholder={t('forms:choices.allOthers')}
        value={[...values]}
        options={choices.map((choice) => ({ value: choice.value, label: choice.label }))}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={onChange}
      />
    </div>
  )
}
