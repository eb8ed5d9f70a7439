/** Picks somebody out of everybody who is active. */
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'

import { text } from '@/core/i18n/text'
import { useLocale } from '@/ui/locale/interface-language'

import { peopleQuery } from './people'

interface PersonSelectProps {
  readonly id?: string
  readonly value?: string | null
  readonly onChange?: (id: string | undefined) => void
  /** Who cannot be meant: nobody is above themselves. */
  readonly except?: string | undefined
}

export function PersonSelect({ id, value, onChange, except }: PersonSelectProps) {
  const locale = useLocale()
  const { data: people = [] } = useQuery(peopleQuery)
  const options = people
    .filter((person) => person.id === value || (person.active && person.id !== except))
    .map(({ id: person, name, login }) => ({ value: person, label: `${text(name, locale, login)} · ${login}` }))
  return <Select {...(id !== undefined && { id })} allowClear value={value ?? null} options={options} showSearch={{ optionFilterProp: 'label' }} onChange={(next) => onChange?.(next ?? undefined)} />
}
