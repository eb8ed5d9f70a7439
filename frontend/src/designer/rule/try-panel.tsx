/** Examples beside the table: values are entered, and the row that is met is pointed out. */
import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Entity, Rule } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { entityWithId, fieldIn, say } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { sayValue, triedQuery, type Analysis, type Example, type Tried } from './analysis'
import styles from './rule.module.css'

interface TryPanelProps {
  readonly rule: Rule
  readonly names: Analysis['names']
  readonly onLit: (rows: readonly string[]) => void
}

export function TryPanel({ rule, names, onLit }: TryPanelProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const { examples, setExamples, keep } = useExamples(rule)
  const [active, setActive] = useState<number | null>(null)
  const { data } = useQuery({ ...triedQuery(draft, rule.id, examples), placeholderData: keepPreviousData })
  const met = active === null ? undefined : data?.items[active]?.rows
  useEffect(() => onLit(met ?? []), [met, onLit])
  const entity = entityWithId(draft, rule.entity)
  const change = (at: number, name: string, value: string) => setExamples(examples.map((each, n) => (n === at ? { ...each, [name]: value } : each)))
  return (
    <section className={styles['try']} aria-label={t('rules:try')}>
      <h2>{t('rules:try')}</h2>
      <p className={styles['about']}>{t('rules:tryHint')}</p>
      <table>
        <thead>
          <tr>
            {names.map(({ name, field }) => (
              <th key={name} scope="col">
                {nameOf(entity, field, name, locale)}
              </th>
            ))}
            {rule.outputs.map(({ id, label }) => (
              <th key={id} scope="col" data-part="then">
                {text(label, locale)}
              </th>
            ))}
            <th scope="col">{t('rules:row')}</th>
            <th scope="col">
              <span className={styles['unseen']}>{t('rules:removeExample')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {examples.map((example, at) => (
            <ExampleRow
              // Examples have no identity but their place.
              key={at} // eslint-disable-line react/no-array-index-key
              rule={rule}
              labels={names.map(({ name, field }) => ({ name, label: nameOf(entity, field, name, locale) }))}
              example={example}
              tried={data?.items[at]}
              onChange={(name, value) => change(at, name, value)}
              onActive={(isActive) => setActive(isActive ? at : null)}
              onLeft={() => keep()}
              onRemove={() => keep(examples.filter((_, n) => n !== at))}
            />
          ))}
        </tbody>
      </table>
      <Button size="small" type="text" icon={<PlusOutlined aria-hidden />} onClick={() => setExamples([...examples, {}])}>
        {t('rules:addExample')}
      </Button>
    </section>
  )
}

interface ExampleRowProps {
  readonly rule: Rule
  readonly labels: readonly { readonly name: string; readonly label: string }[]
  readonly example: Example
  readonly tried: Tried | undefined
  readonly onChange: (name: string, value: string) => void
  readonly onActive: (isActive: boolean) => void
  readonly onLeft: () => void
  readonly onRemove: () => void
}

/** The cases are part of the table's document; what is being typed is kept there when it is left. */
function useExamples(rule: Rule) {
  const { edit } = useDrafting()
  const kept = useMemo(() => (rule.examples ?? []).map(({ values }) => values), [rule.examples])
  const [state, setState] = useState<{ readonly kept: readonly Example[]; readonly examples: readonly Example[] }>({ kept, examples: kept.length > 0 ? kept : [{}] })
  if (state.kept !== kept) setState({ kept, examples: kept.length > 0 ? kept : [{}] })
  const setExamples = (examples: readonly Example[]) => setState({ kept, examples })
  const keep = (examples: readonly Example[] = state.examples) => {
    setExamples(examples.length > 0 ? examples : [{}])
    const filled = examples.filter((example) => Object.values(example).some((value) => value !== ''))
    if (JSON.stringify(filled) === JSON.stringify(kept)) return
    void edit('set_rule_property', { rule: rule.id, property: 'examples', value: filled.length > 0 ? filled.map((values) => ({ values })) : null })
  }
  return { examples: state.examples, setExamples, keep }
}

function ExampleRow({ rule, labels, example, tried, onChange, onActive, onLeft, onRemove }: ExampleRowProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const rows = tried?.rows ?? []
  const words = (name: string) => tried?.issues.find(({ path }) => path[0] === name)?.words
  const numbers = rows.map((row) => rule.rows.findIndex(({ id }) => id === row) + 1)
  const leave = () => {
    onActive(false)
    onLeft()
  }
  return (
    <tr onFocus={() => onActive(true)} onBlur={() => leave()}>
      {labels.map(({ name, label }) => {
        const fault = words(name)
        return (
          <td key={name} data-fault={fault !== undefined} title={fault && say(fault, locale)}>
            <input aria-label={label} aria-invalid={fault !== undefined} value={example[name] ?? ''} onChange={({ target }) => onChange(name, target.value)} />
          </td>
        )
      })}
      {rule.outputs.map(({ id, name }) => (
        <td key={id} data-part="then">
          <output>{sayValue(tried?.outputs[name])}</output>
        </td>
      ))}
      <td>
        <output>{numbers.length > 0 ? numbers.join(', ') : t('rules:noRow')}</output>
      </td>
      <td>
        <Button size="small" type="text" className={styles['removeExample'] ?? ''} icon={<CloseOutlined aria-hidden />} aria-label={t('rules:removeExample')} onClick={onRemove} />
      </td>
    </tr>
  )
}

function nameOf(entity: Entity | undefined, field: string | null, name: string, locale: ReturnType<typeof useLocale>): string {
  const found = entity && field !== null ? fieldIn(entity, field) : undefined
  return text(found?.label, locale, name)
}
