/** Picks a department, each named with those above it. */
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'

import type { Locale } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import { useLocale } from '@/ui/locale/interface-language'

import { departmentsQuery, departmentTree, type DepartmentBranch } from './departments'

interface DepartmentSelectProps {
  readonly id?: string
  readonly value?: string | null
  readonly onChange?: (id: string | undefined) => void
  readonly except?: ReadonlySet<string>
}

export function DepartmentSelect({ id, value, onChange, except }: DepartmentSelectProps) {
  const locale = useLocale()
  const { data: departments = [] } = useQuery(departmentsQuery)
  const options = departmentTree(departments)
    .flatMap((branch) => pathOptions(branch, '', locale))
    .filter((option) => except?.has(option.value) !== true)
  return <Select {...(id !== undefined && { id })} allowClear value={value ?? null} options={options} showSearch={{ optionFilterProp: 'label' }} onChange={(next) => onChange?.(next ?? undefined)} />
}

function pathOptions({ id, name, children = [] }: DepartmentBranch, above: string, locale: Locale): { value: string; label: string }[] {
  const label = above === '' ? text(name, locale, id) : `${above} / ${text(name, locale, id)}`
  return [{ value: id, label }, ...children.flatMap((child) => pathOptions(child, label, locale))]
}
