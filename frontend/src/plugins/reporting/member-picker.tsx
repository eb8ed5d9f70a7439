/** Choosing members of a field: options, linked records, people, or what the records hold; searched as one types. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { ChosenMember } from '@/core/query/narrowing'
import type { Field, Query } from '@/generated/metadata'
import { choicesOf } from '@/plugins/fields/scope'
import { useSettled } from '@/plugins/fields/use-settled'
import { entityWithId, titleField, type Definition } from '@/shared/definition/definition'
import { findPeople } from '@/shared/people/find-people'
import { listRecords } from '@/shared/records/list-records'
import { recordTitle } from '@/shared/records/record'
import { membersQuery } from '@/shared/reports/ask'
import { useLocale } from '@/ui/locale/interface-language'

import styles from './reporting.module.css'

const PAUSE = 250
const MOST = 30
const LIST_TYPES = new Set(['choice', 'multi_choice', 'switch'])

/** A question with a dimension of the field, from which members without any other source are read. */
export interface MemberSource {
  readonly query: Query
  readonly dimension: string
}

interface MemberPickerProps {
  readonly app: string
  readonly definition: Definition
  readonly field: Field | undefined
  readonly source: MemberSource | undefined
  readonly label: string
  readonly value: readonly ChosenMember[]
  readonly onChange: (members: readonly ChosenMember[]) => void
}

export function MemberPicker({ label, value, onChange, ...place }: MemberPickerProps) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const found = useMembers(place, useSettled(search, PAUSE))
  const known = new Map([...value, ...found].map((member) => [String(member.value), member]))
  const titleOf = (key: string) => {
    const offered = found.find((member) => String(member.value) === key)
    return (offered ?? known.get(key))?.title ?? key
  }
  const isFree = found.length === 0 && place.source === undefined && !LIST_TYPES.has(place.field?.type ?? '')
  return (
    <Select
      mode={isFree ? 'tags' : 'multiple'}
      aria-label={label}
      className={styles['members']}
      placeholder={t('reports:filter.all')}
      value={value.map((member) => String(member.value))}
      options={[...known.keys()].map((key) => ({ value: key, label: titleOf(key) }))}
      optionFilterProp="label"
      filterOption={LIST_TYPES.has(place.field?.type ?? '') ? undefined : false}
      onSearch={setSearch}
      onChange={(keys: string[]) => onChange(keys.map((key) => ({ value: known.get(key)?.value ?? key, title: titleOf(key) })))}
      maxTagCount="responsive"
      popupMatchSelectWidth={false}
      allowClear
    />
  )
}

type Place = Pick<MemberPickerProps, 'app' | 'definition' | 'field' | 'source'>

function useMembers(place: Place, search: string): readonly ChosenMember[] {
  const { app, field, source } = place
  const { t } = useTranslation()
  const locale = useLocale()
  const fixed = fixedMembers(place, t('reports:member.yes'), t('reports:member.no'), locale)
  const isAsked = fixed === null && (field?.type === 'link' || field?.type === 'person')
  const asked = useQuery({
    queryKey: ['filter-members', app, field?.id, search],
    queryFn: ({ signal }) => askMembers(place, search, signal),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  const read = useQuery({
    ...membersQuery(app, source?.query ?? NO_QUERY, source?.dimension ?? '', search),
    enabled: fixed === null && !isAsked && source !== undefined,
  })
  return fixed ?? asked.data ?? read.data?.items.map(({ value, title }) => ({ value, title: title ?? String(value) })) ?? NONE
}

const NONE: readonly ChosenMember[] = []
const NO_QUERY: Query = { measures: [] }

function fixedMembers({ definition, field }: Place, yes: string, no: string, locale: ReturnType<typeof useLocale>): readonly ChosenMember[] | null {
  if (field?.type === 'switch') {
    return [
      { value: true, title: yes },
      { value: false, title: no },
    ]
  }
  if (field?.type !== 'choice' && field?.type !== 'multi_choice') return null
  return choicesOf({ definition }, field.options.list).map(({ value, label }) => ({ value, title: text(label, locale, value) }))
}

async function askMembers({ app, definition, field }: Place, search: string, signal: AbortSignal): Promise<readonly ChosenMember[]> {
  if (field?.type === 'person') return (await findPeople(app, search, signal)).map(({ id, title }) => ({ value: id, title }))
  const entity = field?.type === 'link' ? entityWithId(definition, field.options.entity) : undefined
  if (entity === undefined) return []
  const title = titleField(entity)?.name
  const query = { limit: MOST, ...(search === '' ? {} : { search }), ...(title === undefined ? {} : { fields: title, sort: title }) }
  const { items } = await listRecords(app, entity.name, query, signal)
  return items.map((record) => ({ value: record.id, title: recordTitle(entity, record) }))
}
