/** Choosing a person by name. */
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'

import { text } from '@/core/i18n/text'
import { useLocale } from '@/ui/locale/interface-language'

import { useDrafting } from '../../drafting/draft-context'
import { personsQuery } from '../trying'

interface PersonChoiceProps {
  readonly label: string
  readonly login: string | undefined
  readonly onChange: (login: string) => void
}

export function PersonChoice({ label, login, onChange }: PersonChoiceProps) {
  const locale = useLocale()
  const { draft } = useDrafting()
  const [search, setSearch] = useState('')
  const { data } = useQuery(personsQuery(draft, search))
  const found = (data?.items ?? []).map((each) => ({ value: each.login, label: text(each.name, locale, each.login) }))
  const known = login === undefined || found.some(({ value }) => value === login) ? [] : [{ value: login, label: login }]
  return <Select aria-label={label} showSearch={{ filterOption: false, onSearch: setSearch }} value={login ?? null} options={[...known, ...found]} onChange={(chosen: string) => onChange(chosen)} />
}
