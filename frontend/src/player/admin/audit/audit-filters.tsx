/** Narrows the trail by app, kind of record, person and action; an entity is chosen within an app. */
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { useSession } from '@/shared/session/session-context'
import { useLocale } from '@/ui/locale/interface-language'

import { peopleQuery } from '../people/people'
import { ACTIONS, type AuditEntry, type AuditFilter } from './audit'
import type { AuditWords, Option } from './audit-words'
import styles from './audit.module.css'

interface AuditFiltersProps {
  readonly filter: AuditFilter
  readonly entries: readonly AuditEntry[]
  readonly words: AuditWords
  readonly onChange: (filter: AuditFilter) => void
}

export function AuditFilters({ filter, entries, words, onChange }: AuditFiltersProps) {
  const { t } = useTranslation()
  const people = usePeople(entries)
  const actions = ACTIONS.map((value) => ({ value, label: t(`admin:audit.action.${value}`) }))
  const choose = (part: AuditFilter) => onChange({ ...filter, ...part })
  return (
    <div className={styles['filters']}>
      <Choice name={t('admin:audit.app')} value={filter.app} options={words.apps} onChange={(app) => choose({ app, entity: undefined })} />
      {filter.app !== undefined && (
        <Choice name={t('admin:audit.entity')} value={filter.entity} options={words.entitiesOf(filter.app)} onChange={(entity) => choose({ entity })} />
      )}
      <Choice name={t('admin:audit.person')} value={filter.person} options={people} onChange={(person) => choose({ person })} />
      <Choice name={t('admin:audit.action')} value={filter.action} options={actions} onChange={(action) => choose({ action })} />
    </div>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly value: string | undefined
  readonly options: readonly Option[]
  readonly onChange: (value: string | undefined) => void
}

function Choice({ name, value, options, onChange }: ChoiceProps) {
  return (
    <Select
      className={styles['filter'] ?? ''}
      aria-label={name}
      placeholder={name}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? null}
      options={[...options]}
      onChange={(chosen: string | null | undefined) => onChange(chosen ?? undefined)}
    />
  )
}

/** Everybody, for who administers people too; for others those the entries speak of. */
function usePeople(entries: readonly AuditEntry[]): readonly Option[] {
  const locale = useLocale()
  const { administer } = useSession()
  const { data: all = [] } = useQuery({ ...peopleQuery, enabled: administer.includes('people') })
  const seen = entries.flatMap(({ by, by_name: name }) => (by === null ? [] : [[by, name ?? by] as const]))
  const known = all.map(({ id, login, name }) => [id, text(name, locale, login)] as const)
  return [...new Map([...seen, ...known])].map(([value, label]) => ({ value, label }))
}
