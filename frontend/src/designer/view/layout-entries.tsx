/** What the kind of a view is made of: the field of its lanes, its days, its pictures, its groups. */
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Field, FieldType, View } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import type { DesignIssue } from '../drafting/draft'
import { Property } from '../inspector/property'
import { GroupEntries } from './group-entries'
import { DAYS, LANES } from './layout-types'
import { useView } from './view-context'

interface LayoutEntriesProps {
  readonly onSet: (property: keyof View, value: unknown) => void
  readonly issues: (...place: (string | number)[]) => readonly DesignIssue[]
}

export function LayoutEntries({ onSet, issues }: LayoutEntriesProps) {
  const { t } = useTranslation()
  const { view } = useView()
  const { kind = 'grid', calendar, gallery, kanban } = view
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
        <Property title={t('viewdesign:group')} hint={t('viewdesign:group.hint')} issues={issues('groups')}>
          {() => <GroupEntries onSet={(levels) => onSet('groups', levels)} />}
        </Property>
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
