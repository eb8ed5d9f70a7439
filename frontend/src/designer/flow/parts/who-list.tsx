/** Where people of a step come from: one source under the other, with who they are right now below. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Entity, Flow, Who } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { say, type DesignIssue } from '../../drafting/draft'
import { useDrafting } from '../../drafting/draft-context'
import inspector from '../../inspector/inspector.module.css'
import { allOf } from '../documents'
import styles from '../flow.module.css'
import { PersonChoice } from './person-choice'
import { RightNow } from './right-now'

interface WhoListProps {
  readonly title: string
  readonly flow: Flow
  readonly entity: Entity
  readonly who: readonly Who[]
  /** Findings at a source, or at all of them. */
  readonly issues: (...place: readonly number[]) => DesignIssue[]
  readonly onChange: (who: readonly Who[]) => void
}

const SOURCES = ['superior', 'department_head', 'role', 'person', 'field', 'submitter'] as const
const UPWARDS: ReadonlySet<string> = new Set(['superior', 'department_head'])

export function WhoList({ title, flow, entity, who, issues, onChange }: WhoListProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const replace = (at: number, next: Who) => onChange(who.map((each, index) => (index === at ? next : each)))
  const add = (source: Who['source']) => onChange([...who, firstOf(source, entity, allOf(draft, 'roles')[0]?.id)])
  const faults = issues()
  return (
    <section className={styles['values']} aria-label={title}>
      <h3 className={styles['partTitle']}>{title}</h3>
      {who.map((each, at) => (
        <div
          // Sources have no identity but their place.
          key={at} // eslint-disable-line react/no-array-index-key
          className={styles['who']}
        >
          <Source who={each} entity={entity} onChange={(next) => replace(at, next)} />
          <Button size="small" type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('flowdesign:who.remove', { n: at + 1 })} onClick={() => onChange(who.filter((_, index) => index !== at))} />
        </div>
      ))}
      {faults.map((issue) => (
        <p key={issue.code + issue.pointer} className={inspector['fault']} data-severity={issue.severity}>
          {say(issue.words, locale)}
        </p>
      ))}
      <Dropdown trigger={['click']} menu={{ items: SOURCES.map((key) => ({ key, label: t(`flowdesign:who.${key}`) })), onClick: ({ key }) => add(key as Who['source']) }}>
        <Button size="small" icon={<PlusOutlined aria-hidden />}>
          {t('flowdesign:who.add')}
        </Button>
      </Dropdown>
      {who.length > 0 && <RightNow flow={flow} entity={entity} who={who} />}
    </section>
  )
}

/** A source with something chosen, so that it means somebody at once. */
function firstOf(source: Who['source'], entity: Entity, role: string | undefined): Who {
  if (source === 'role') return role === undefined ? { source } : { source, role }
  const field = entity.fields.find(({ type }) => type === 'person')?.id
  if (source === 'field' && field !== undefined) return { source, field }
  return { source }
}

interface SourceProps {
  readonly who: Who
  readonly entity: Entity
  readonly onChange: (who: Who) => void
}

function Source({ who, entity, onChange }: SourceProps) {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const change = (source: Who['source']) => onChange(firstOf(source, entity, allOf(draft, 'roles')[0]?.id))
  return (
    <div className={styles['source']}>
      <Select aria-label={t('flowdesign:who.source')} value={who.source} options={SOURCES.map((value) => ({ value, label: t(`flowdesign:who.${value}`) }))} onChange={change} />
      <Particular who={who} entity={entity} onChange={onChange} />
    </div>
  )
}

function Particular({ who, entity, onChange }: SourceProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  if (UPWARDS.has(who.source)) {
    const set = (levels: number | null) => onChange(levels === null || levels === 1 ? { source: who.source } : { ...who, levels })
    return <InputNumber aria-label={t('flowdesign:who.levels')} title={t('flowdesign:who.levels')} min={1} max={9} value={who.levels ?? 1} prefix={t('flowdesign:who.up')} onChange={set} />
  }
  if (who.source === 'role') {
    const roles = allOf(draft, 'roles').map(({ id, label }) => ({ value: id, label: text(label, locale) }))
    return <Select aria-label={t('flowdesign:who.role')} showSearch={{ optionFilterProp: 'label' }} value={who.role ?? null} options={roles} onChange={(role: string) => onChange({ ...who, role })} />
  }
  if (who.source === 'field') {
    const fields = entity.fields.filter(({ type }) => type === 'person').map(({ id, label }) => ({ value: id, label: text(label, locale) }))
    return <Select aria-label={t('flowdesign:who.field')} value={who.field ?? null} options={fields} onChange={(field: string) => onChange({ ...who, field })} />
  }
  if (who.source === 'person') return <PersonChoice label={t('flowdesign:who.person')} login={who.person} onChange={(person) => onChange({ ...who, person })} />
  return null
}
