/** Checks and unique combinations of an entity, each as a small card that is edited where it stands. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { documentLanguage } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Check, Entity, FieldType, Unique } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { appOf, issuesAt } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { ExpressionEntry } from '../expression/expression-entry'
import { offeredNames } from '../expression/offered-names'
import { LabelEntry } from '../inspector/label-entry'
import { Property } from '../inspector/property'
import styles from './entity.module.css'
import { typedLanguage } from './entity-draft'

const NEVER_UNIQUE: ReadonlySet<FieldType> = new Set(['lines', 'lookup', 'rollup', 'attachment', 'multi_choice'])
const canBeUnique = (type: FieldType) => !NEVER_UNIQUE.has(type)

interface OfEntity {
  readonly entity: Entity
}

export function Checks({ entity }: OfEntity) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, edit } = useDrafting()
  const add = () => {
    const message = { [typedLanguage(draft, documentLanguage(locale))]: t('entities:check.new') }
    void edit('add_check', { entity: entity.id, expression: 'TRUE', message })
  }
  return (
    <Parts title={t('entities:check.title')} hint={t('entities:check.hint')} add={t('entities:check.add')} onAdd={add}>
      {entity.checks?.map((check, at) => (
        <CheckCard key={check.id} entity={entity} check={check} at={at} />
      ))}
    </Parts>
  )
}

function CheckCard({ entity, check, at }: OfEntity & { readonly check: Check; readonly at: number }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, edit } = useDrafting()
  const set = (property: string, value: unknown) => void edit('set_check', { entity: entity.id, check: check.id, property, value })
  const title = text(check.message, locale)
  return (
    <Card title={title} onRemove={() => void edit('remove_check', { entity: entity.id, check: check.id })}>
      <ExpressionEntry
        title={t('entities:check.expression')}
        value={check.expression}
        result="boolean"
        names={offeredNames(draft, entity, locale)}
        sampleEntity={entity.name}
        issues={issuesAt(draft, `entities/${entity.name}.json`, ['checks', at, 'expression'])}
        onCommit={(expression) => set('expression', expression ?? 'TRUE')}
      />
      <Property title={t('entities:check.message')}>
        {() => <LabelEntry languages={appOf(draft).languages} label={check.message} name={t('entities:check.message')} onCommit={(label) => label && set('message', label)} />}
      </Property>
      <Property title={t('entities:check.field')}>
        {({ id }) => <FieldSelect id={id} entity={entity} value={check.field} onChange={(field) => set('field', field ?? null)} />}
      </Property>
    </Card>
  )
}

export function Uniques({ entity }: OfEntity) {
  const { t } = useTranslation()
  const { edit } = useDrafting()
  const taken = entity.unique?.map(({ fields }) => fields.join()) ?? []
  const free = entity.fields.find(({ id, type }) => canBeUnique(type) && !taken.includes(id))
  const add = () => free && void edit('add_unique', { entity: entity.id, fields: [free.id] })
  return (
    <Parts title={t('entities:unique.title')} hint={t('entities:unique.hint')} add={t('entities:unique.add')} isDisabled={free === undefined} onAdd={add}>
      {entity.unique?.map((unique) => (
        <UniqueCard key={unique.id} entity={entity} unique={unique} />
      ))}
    </Parts>
  )
}

function UniqueCard({ entity, unique }: OfEntity & { readonly unique: Unique }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, edit } = useDrafting()
  const set = (property: string, value: unknown) => void edit('set_unique', { entity: entity.id, unique: unique.id, property, value })
  const named = unique.fields.map((id) => text(entity.fields.find((field) => field.id === id)?.label, locale, id))
  return (
    <Card title={named.join(' + ')} onRemove={() => void edit('remove_unique', { entity: entity.id, unique: unique.id })}>
      <Property title={t('entities:unique.fields')}>
        {({ id }) => <FieldsSelect id={id} entity={entity} value={unique.fields} onChange={(fields) => fields.length > 0 && set('fields', fields)} />}
      </Property>
      <Property title={t('entities:unique.message')} hint={t('entities:unique.messageHint')}>
        {() => <LabelEntry languages={appOf(draft).languages} label={unique.message} name={t('entities:unique.message')} onCommit={(label) => set('message', label)} />}
      </Property>
    </Card>
  )
}

interface FieldSelectProps extends OfEntity {
  readonly id: string
  readonly value: string | undefined
  readonly onChange: (field: string | undefined) => void
  readonly isNeeded?: boolean
}

export function FieldSelect({ id, entity, value, onChange, isNeeded = false }: FieldSelectProps) {
  const options = useFieldOptions(entity)
  return <Select id={id} className={styles['full'] ?? ''} allowClear={!isNeeded} showSearch={{ optionFilterProp: 'label' }} value={value} options={options} onChange={onChange} />
}

interface FieldsSelectProps extends OfEntity {
  readonly id: string
  readonly value: readonly string[]
  readonly most?: number
  readonly onChange: (fields: string[]) => void
}

export function FieldsSelect({ id, entity, value, most, onChange }: FieldsSelectProps) {
  const options = useFieldOptions(entity)
  return (
    <Select id={id} className={styles['full'] ?? ''} mode="multiple" showSearch={{ optionFilterProp: 'label' }} value={[...value]} options={options} onChange={onChange} {...(most !== undefined && { maxCount: most })} />
  )
}

function useFieldOptions(entity: Entity) {
  const locale = useLocale()
  return entity.fields.filter(({ type }) => type !== 'lines').map((field) => ({ value: field.id, label: text(field.label, locale, field.name) }))
}

interface PartsProps {
  readonly title: string
  readonly hint: string
  readonly add: string
  readonly isDisabled?: boolean
  readonly onAdd: () => void
  readonly children: ReactNode
}

function Parts({ title, hint, add, isDisabled = false, onAdd, children }: PartsProps) {
  return (
    <section className={styles['parts']} aria-label={title}>
      <h3 className={styles['partsTitle']}>{title}</h3>
      <p className={styles['quiet']}>{hint}</p>
      {children}
      <Button size="small" type="dashed" block icon={<PlusOutlined aria-hidden />} disabled={isDisabled} onClick={onAdd}>
        {add}
      </Button>
    </section>
  )
}

interface CardProps {
  readonly title: string
  readonly onRemove: () => void
  readonly children: ReactNode
}

function Card({ title, onRemove, children }: CardProps) {
  const { t } = useTranslation()
  return (
    <article className={styles['card']} aria-label={title}>
      <header className={styles['cardHead']}>
        <h4>{title}</h4>
        <Button size="small" type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('entities:part.remove', { name: title })} onClick={onRemove} />
      </header>
      {children}
    </article>
  )
}
