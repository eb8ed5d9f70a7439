/** Picks somebody of the installation by name or login. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'

import { text } from '@/core/i18n/text'
import { useLocale } from '@/ui/locale/interface-language'

import { staffQuery } from './staff'

const NOBODY: readonly string[] = []

interface StaffSelectProps {
  readonly app: string
  readonly value: string | null
  readonly label: string
  readonly placeholder?: string
  /** Who is not offered. */
  readonly except?: readonly string[]
  readonly onChange: (person: string | null) => void
}

export function StaffSelect({ app, value, label, placeholder, except = NOBODY, onChange }: StaffSelectProps) {
  const locale = useLocale()
  const [search, setSearch] = useState('')
  const { data: people = [], isFetching } = useQuery({ ...staffQuery(app, search), placeholderData: keepPreviousData })
  const options = people
    .filter(({ id }) => !except.includes(id))
    .map(({ id, name, login }) => ({ value: id, label: `${text(name, locale, login)} · ${login}` }))
  return (
    <Select<string | null>
      style={{ minWidth: 240 }}
      showSearch={{ filterOption: false, onSearch: (typed) => setSearch(typed.trim()) }}
      aria-label={label}
      placeholder={placeholder}
      value={value}
      loading={isFetching}
      options={options}
      onChange={(person) => onChange(person ?? null)}
    />
  )
}
