/** Everything about the chosen field: what it is, what it holds, and how it stands on this form. */
import { TableOutlined } from '@ant-design/icons'
import { Button, Divider, Popconfirm, Segmented, Switch } from 'antd'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { text } from '@/core/i18n/text'
import type { Entity, Field, Form } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { appOf, issuesAt, listWithId, placedItem, ruleWithId, type DesignIssue } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { ExpressionEntry } from '../expression/expression-entry'
import { offeredNames } from '../expression/offered-names'
import { KIND_ICONS } from '../palette/field-kinds'
import { ChoiceList } from './choice-list'
import { ColumnList } from './column-list'
import { CommittedInput } from './committed-input'
import { fieldPlace, linesAround } from './field-place'
import styles from './inspector.module.css'
import { LabelEntry } from './label-entry'
import { Narrowing } from './narrowing'
import { OptionControl } from './option-control'
import { OPTION_ENTRIES } from './option-entries'
import { Property } from './property'

interface FieldPanelProps {
  readonly entity: Entity
  /** The form the field stands on; without one, the field itself is set up. */
  readonly form?: Form
  readonly field: Field
  readonly onSelect: (field: string | null) => void
}

export function FieldPanel({ entity, form, field, onSelect }: FieldPanelProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const Drawn = KIND_ICONS[field.type]
  return (
    <div className={styles['panel']} key={field.id}>
      <header className={styles['head']}>
        <span className={styles['headIcon']}>
          <Drawn aria-hidden />
        </span>
        <div>
          <h2 className={styles['headTitle']}>{text(field.label, locale, field.name)}</h2>
          <p className={styles['headKind']}>{t(`designer:type.${field.type}`)}</p>
        </div>
      </header>
      <Basics entity={entity} field={field} />
      <TypeSettings entity={entity} field={field} onSelect={onSelect} />
      {form && <OnForm entity={entity} form={form} field={field} />}
      <Removal entity={entity} field={field} onRemoved={() => onSelect(null)} {...(form && { form })} />
    </div>
  )
}

function useFieldEdits(entity: Entity, field: Field) {
  const { draft, edit } = useDrafting()
  const file = `entities/${entity.name}.json`
  const place = fieldPlace(entity, field.id)
  return {
    draft,
    set: (property: string, value: unknown) => void edit('set_field_property', { entity: entity.id, field: field.id, property, value }),
    setOption: (option: string, value: unknown) =>
      void edit('set_field_property', { entity: entity.id, field: field.id, property: 'options', option, value }),
    rename: (name: string) => void edit('rename_field', { entity: entity.id, field: field.id, name }),
    issues: (...steps: string[]): DesignIssue[] => issuesAt(draft, file, [...place, ...steps]),
  }
}

function useNames(entity: Entity, lines?: Field) {
  const { draft } = useDrafting()
  const locale = useLocale()
  return useMemo(() => offeredNames(draft, entity, locale, lines), [draft, entity, locale, lines])
}

interface OfField {
  readonly entity: Entity
  readonly field: Field
}

function Basics({ entity, field }: OfField) {
  const { t } = useTranslation()
  const { draft, set, rename, issues } = useFieldEdits(entity, field)
  const lines = linesAround(entity, field.id)
  const names = useNames(entity, lines)
  const { languages } = appOf(draft)
  const isEntered = !['formula', 'lookup', 'rollup', 'sequence'].includes(field.type)
  return (
    <>
      <Property title={t('designer:field.label')} issues={issues('label')}>
        {() => <LabelEntry languages={languages} label={field.label} name={t('designer:field.label')} onCommit={(label) => label && set('label', label)} />}
      </Property>
      <Property title={t('designer:field.name')} hint={t('designer:field.nameHint')} issues={issues('name')}>
        {(control) => <CommittedInput {...control} className={styles['code']} value={field.name} onCommit={(name) => rename(name.trim())} maxLength={64} />}
      </Property>
      <Property title={t('designer:field.help')}>
        {() => <LabelEntry languages={languages} label={field.help} name={t('designer:field.help')} onCommit={(help) => set('help', help)} />}
      </Property>
      {isEntered && field.type !== 'lines' && (
        <>
          <Property title={t('designer:field.required')} isInline>
            {({ id }) => <Switch id={id} size="small" checked={field.required === true} onChange={(on) => set('required', on ? true : null)} />}
          </Property>
          <ExpressionEntry
            title={t('designer:field.default')}
            placeholder={t(`designer:field.default.${field.type === 'date' ? 'date' : 'example'}`)}
            hint={t('designer:field.defaultHint')}
            value={field.default}
            names={names}
            sampleEntity={entity.name}
            lines={lines}
            issues={issues('default')}
            onCommit={(expression) => set('default', expression)}
          />
        </>
      )}
    </>
  )
}

function TypeSettings({ entity, field, onSelect }: OfField & { readonly onSelect: (field: string) => void }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, setOption, issues } = useFieldEdits(entity, field)
  const options = ('options' in field ? field.options : {}) as Readonly<Record<string, unknown>>
  const list = typeof options['list'] === 'string' ? listWithId(draft, options['list']) : undefined
  const rule = field.type === 'formula' ? ruleWithId(draft, field.options.rule) : undefined
  const entries = OPTION_ENTRIES[field.type].filter(({ key }) => rule === undefined || key !== 'expression')
  if (entries.length === 0) return null
  return (
    <Group title={t('designer:field.settings')}>
      {rule !== undefined && (
        <Link to={`/design/${draft.app}/rule/${rule.name}`}>
          <TableOutlined aria-hidden /> {t('rules:edit', { rule: text(rule.label, locale, rule.name) })}
        </Link>
      )}
      {field.type === 'lines' && <ColumnList entity={entity} lines={field} onSelect={onSelect} />}
      {entries.map((entry) => (
        <OptionControl
          key={entry.key}
          entry={entry}
          entity={entity}
          lines={linesAround(entity, field.id)}
          options={options}
          issues={issues('options', entry.key)}
          onChange={(value) => setOption(entry.key, value)}
        />
      ))}
      {list !== undefined && <ChoiceList options={list} />}
    </Group>
  )
}

interface OnFormProps extends OfField {
  readonly form: Form
}

function OnForm({ entity, form, field }: OnFormProps) {
  const { t } = useTranslation()
  const { draft, edit } = useDrafting()
  const names = useNames(entity)
  const placed = placedItem(form, field.id)
  if (placed === undefined) return null
  const { item, section, index } = placed
  const place = ['layout', form.layout.indexOf(section), 'items', index]
  const issues = (property: string) => issuesAt(draft, `forms/${form.name}.json`, [...place, property])
  const set = (property: string, value: unknown) => void edit('set_form_item', { form: form.id, field: field.id, property, value })
  const spans = Array.from({ length: section.columns ?? form.columns ?? 2 }, (_, at) => ({ value: at + 1, label: t('designer:item.span', { count: at + 1 }) }))
  return (
    <Group title={t('designer:item.onForm')}>
      {spans.length > 1 && (
        <Property title={t('designer:item.width')} issues={issues('span')}>
          {() => (
            <Segmented
              block
              size="small"
              aria-label={t('designer:item.width')}
              value={item.span ?? 1}
              options={spans}
              onChange={(span) => set('span', span === 1 ? null : span)}
            />
          )}
        </Property>
      )}
      {(['show', 'require', 'lock'] as const).map((property) => (
        <ExpressionEntry
          key={property}
          title={t(`designer:item.${property}`)}
          placeholder={t(`designer:item.${property}.always`)}
          value={item[property]}
          names={names}
          result="boolean"
          sampleEntity={entity.name}
          issues={issues(property)}
          onCommit={(expression) => set(property, expression)}
        />
      ))}
      <Narrowing entity={entity} field={field} item={item} names={names} issues={issues} onSet={set} />
    </Group>
  )
}

interface RemovalProps extends OfField {
  readonly form?: Form
  readonly onRemoved: () => void
}

function Removal({ entity, form, field, onRemoved }: RemovalProps) {
  const { t } = useTranslation()
  const { edit } = useDrafting()
  const remove = async () => {
    if (await edit('remove_field', { entity: entity.id, field: field.id })) onRemoved()
  }
  return (
    <div className={styles['removal']}>
      {form && placedItem(form, field.id) !== undefined && (
        <Button block onClick={() => void edit('remove_form_item', { form: form.id, field: field.id })}>
          {t('designer:item.takeOff')}
        </Button>
      )}
      <Popconfirm title={t('designer:field.deleteAsk')} description={t('designer:field.deleteHint')} okText={t('designer:field.delete')} onConfirm={() => void remove()}>
        <Button block danger type="text">
          {t('designer:field.delete')}
        </Button>
      </Popconfirm>
    </div>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['group']}>
      <Divider titlePlacement="start" plain size="small">
        {title}
      </Divider>
      {children}
    </section>
  )
}
