/** What the kind of a view is made of: the field of its lanes, its days, its pictures, its groups. */
import { Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Field, FieldType, View } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import type { DesignIssue } from '../drafting/draft'
import { Property } from '../inspector/property'
import { useView } from './view-context'

const LANES: readonly FieldType[] = ['choice', 'person', 'link']
const DAYS: readonly FieldType[] = ['date', 'datetime']
const GROUPS: readonly FieldType[] = [...LANES, 'date', 'switch', 'text', 'integer']

interface LayoutEntriesProps {
  readonly onSet: (property: keyof View, value: unknown) => void
  readonly issues: (...place: (string | number)[]) => readonly DesignIssue[]
}

export function LayoutEntries({ onSet, issues }: LayoutEntriesProps) {
  const { t } = useTranslation()
  const { view } = useView()
  const { kind = 'grid', calendar, gallery, kanban, groups } = view
  const [group] = groups ?? []
  switch (kind) {
    case 'kanban':
      return <FieldChoice title={t('viewdesign:lane')} hint={t('viewdesign:lane.hint')} types={LANES} value={kanban?.lane} issues={issues('kanban')} onChange={(lane) => lane && onSet('kanban', { lane })} />
    case 'calendar':
      return (
        <>
          <FieldChoice title={t('viewdesign:start')} types={DAYS} value={calendar?.start} issues={issues('calendar', 'start')} onChange={(start) => start && onSet('calendar', { ...calendar, start })} />
          <FieldChoice
            title={t('viewdesign:end')}
            hint={t('viewdesign:end.hint')}
            types={DAYS}
            value={calendar?.end}
            issues={issues('calendar', 'end')}
            isOptional
            onChange={(end) => calendar && onSet('calendar', end === null ? { start: calendar.start } : { ...calendar, end })}
          />
        </>
      )
    case 'gallery':
      return <FieldChoice title={t('viewdesign:picture')} types={['attachment']} value={gallery?.picture} issues={issues('gallery')} isOptional onChange={(picture) => onSet('gallery', picture === null ? null : { picture })} />
    case 'grid':
      return (
        <>
          <FieldChoice
            title={t('viewdesign:group')}
            hint={t('viewdesign:group.hint')}
            types={GROUPS}
            value={group?.field}
            issues={issues('groups')}
            isOptional
            onChange={(field) => onSet('groups', field === null ? null : [{ ...group, field }])}
          />
          {group !== undefined && (
            <Property title={t('viewdesign:group.descending')} isInline>
              {({ id }) => <Switch id={id} size="small" checked={group.descending === true} onChange={(descending) => onSet('groups', [{ field: group.field, ...(descending && { descending }) }])} />}
            </Property>
          )}
        </>
      )
  }
}

interface FieldChoiceProps {
  readonly title: string
  readonly hint?: string
  readonly types: readonly FieldType[]
  readonly value: string | undefined
  readonly issues: readonly DesignIssue[]
  readonly isOptional?: boolean
  readonly onChange: (field: string | null) => void
}

function FieldChoice({ title, hint, types, value, issues, isOptional = false, onChange }: FieldChoiceProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { entity } = useView()
  const fields: readonly Field[] = entity.fields.filter(({ id, type }) => types.includes(type) || id === value)
  return (
    <Property title={title} issues={issues} {...(hint !== undefined && { hint })}>
      {({ id, describedBy }) => (
        <Select
          id={id}
          aria-describedby={describedBy}
          allowClear={isOptional}
          value={value ?? null}
          placeholder={fields.length === 0 ? t('viewdesign:field.none') : t('viewdesign:field.choose')}
          options={fields.map((field) => ({ value: field.id, label: text(field.label, locale, field.name) }))}
          onChange={(field: string | null | undefined) => onChange(field ?? null)}
        />
      )}
    </Property>
  )
}
