/** Which record a step works on. */
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Flow } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import type { DesignIssue } from '../../drafting/draft'
import { useDrafting } from '../../drafting/draft-context'
import { targetsOf, type Target } from '../documents'
import { Choose } from './choose'

interface TargetEntryProps {
  readonly flow: Flow
  readonly target: string | undefined
  readonly issues: DesignIssue[]
  readonly onChange: (target: string | null) => void
}

const OWN = '.'

export function TargetEntry({ flow, target = '', issues, onChange }: TargetEntryProps) {
  const { t } = useTranslation()
  const words = useTargetWords(flow)
  const { draft } = useDrafting()
  const targets = targetsOf(draft, flow)
  const other = target === '' || targets.some(({ name }) => name === target) ? [] : [{ value: target, label: target }]
  return (
    <Choose
      title={t('flowdesign:target.title')}
      value={target === '' ? OWN : target}
      choices={[...targets.map((each) => ({ value: each.name === '' ? OWN : each.name, label: words(each) })), ...other]}
      issues={issues}
      onChange={(next) => onChange(next === OWN ? null : next)}
    />
  )
}

function useTargetWords(flow: Flow) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const [own] = targetsOf(draft, flow)
  return ({ name, entity }: Target) => {
    if (name === '') return t('flowdesign:target.own', { entity: text(entity.label, locale) })
    const link = own?.entity.fields.find((field) => field.name === name)
    if (link !== undefined) return t('flowdesign:target.link', { field: text(link.label, locale), entity: text(entity.label, locale) })
    return t('flowdesign:target.known', { name, entity: text(entity.label, locale) })
  }
}
