/** For which lines stock is locked, and where. */
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Field } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { linesOf, linksOf } from '../documents'
import { Choose } from '../parts/choose'
import type { StepOf } from '../parts/step-props'

const NUMBERS: ReadonlySet<string> = new Set(['integer', 'decimal', 'money', 'formula'])

export function ReserveStockSettings({ node, entity, set, issues }: StepOf<'reserve_stock'>) {
  const { t } = useTranslation()
  const locale = useLocale()
  const columns = linesOf(entity).find(({ id }) => id === node.lines)?.options.fields ?? []
  const choices = (fields: readonly Field[]) => fields.map(({ id, label }) => ({ value: id, label: text(label, locale) }))
  const parts = [
    { key: 'lines', fields: linesOf(entity) },
    { key: 'product', fields: linksOf(columns) },
    { key: 'quantity', fields: columns.filter(({ type }) => NUMBERS.has(type)) },
    { key: 'warehouse', fields: linksOf(entity.fields) },
  ] as const
  return parts.map(({ key, fields }) => (
    <Choose key={key} title={t(`flowdesign:stock.${key}`)} value={node[key]} choices={choices(fields)} issues={issues(key)} onChange={(value) => set(key, value)} />
  ))
}
