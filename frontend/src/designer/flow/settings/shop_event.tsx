/** What a shop tells of. */
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { ShopEventTrigger } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { useDrafting } from '../../drafting/draft-context'
import { Property } from '../../inspector/property'
import { allOf } from '../documents'
import { Choose } from '../parts/choose'
import type { TriggerOf } from '../parts/step-props'
import { WhenEntry } from '../parts/when-entry'

const EVENTS: ShopEventTrigger['events'] = ['order_paid', 'order_changed', 'order_cancelled']

export function ShopEventSettings(props: TriggerOf<'shop_event'>) {
  const { trigger, set, issues } = props
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  return (
    <>
      <Choose
        title={t('flowdesign:trigger.shop')}
        blank={t('flowdesign:trigger.anyShop')}
        value={trigger.connector}
        choices={allOf(draft, 'connectors').map(({ id, label }) => ({ value: id, label: text(label, locale) }))}
        issues={issues('connector')}
        onChange={(value) => set('connector', value)}
      />
      <Property title={t('flowdesign:trigger.events')} issues={issues('events')}>
        {() => (
          <Checkbox.Group
            aria-label={t('flowdesign:trigger.events')}
            value={[...trigger.events]}
            options={EVENTS.map((value) => ({ value, label: t(`flowdesign:event.${value}`) }))}
            onChange={(events) => events.length > 0 && set('events', events)}
          />
        )}
      </Property>
      <WhenEntry {...props} />
    </>
  )
}
