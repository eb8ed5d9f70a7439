/** Which locked stock is taken out. */
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { useLocale } from '@/ui/locale/interface-language'

import { linksOf } from '../documents'
import { Choose } from '../parts/choose'
import type { StepOf } from '../parts/step-props'

export function ShipStockSettings({ node, entity, set, issues }: StepOf<'ship_stock'>) {
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <Choose
      title={t('flowdesign:stock.order')}
      blank={t('flowdesign:stock.own')}
      value={node.order}
      choices={linksOf(entity.fields).map(({ id, label }) => ({ value: id, label: text(label, locale) }))}
      issues={issues('order')}
      onChange={(value) => set('order', value)}
    />
  )
}
