/** Who uses the new app: only its maker, everybody, or people chosen by name. */
import { Radio, Select } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import styles from './start.module.css'
import { findUsers, type Audience } from './starts'

type Kind = 'nobody' | 'everybody' | 'chosen'

interface AudienceEntryProps {
  readonly value: Audience
  readonly onChange: (audience: Audience) => void
}

export function AudienceEntry({ value, onChange }: AudienceEntryProps) {
  const { t } = useTranslation()
  const kind: Kind = typeof value === 'string' ? value : 'chosen'
  const choose = (next: Kind) => onChange(next === 'chosen' ? [] : next)
  return (
    <div className={styles['audience']}>
      <Radio.Group
        aria-label={t('starts:audience')}
        value={kind}
        onChange={({ target }) => choose(target.value as Kind)}
        options={(['nobody', 'everybody', 'chosen'] as const).map((each) => ({ value: each, label: t(`starts:audience.${each}`) }))}
      />
      {typeof value !== 'string' && <PeopleChoice value={value} onChange={onChange} />}
    </div>
  )
}

function PeopleChoice({ value, onChange }: { readonly value: readonly string[]; readonly onChange: (people: readonly string[]) => void }) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const { data: people = [] } = useQuery({ queryKey: ['users', search], queryFn: ({ signal }) => findUsers(search, signal) })
  return (
    <Select
      mode="multiple"
      className={styles['people'] ?? ''}
      aria-label={t('starts:audience.people')}
      placeholder={t('starts:audience.people')}
      value={[...value]}
      options={people.map(({ id, title }) => ({ value: id, label: title ?? id }))}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      onChange={(chosen: string[]) => onChange(chosen)}
    />
  )
}
