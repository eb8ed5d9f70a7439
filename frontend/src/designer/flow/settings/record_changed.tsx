/** Changed records: of which fields, and for which of them. */
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { useLocale } from '@/ui/locale/interface-language'

import inspector from '../../inspector/inspector.module.css'
import { Property } from '../../inspector/property'
import { Switched } from '../parts/choose'
import type { TriggerOf } from '../parts/step-props'
import { WhenEntry } from '../parts/when-entry'

export function RecordChangedSettings(props: TriggerOf<'record_changed'>) {
  const { trigger, entity, set, issues } = props
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <>
      <Property title={t('flowdesign:trigger.fields')} issues={issues('fields')}>
        {({ id }) => (
          <Select
            id={id}
            mode="multiple"
            className={inspector['full'] ?? ''}
            placeholder={t('flowdesign:trigger.anyField')}
            showSearch={{ optionFilterProp: 'label' }}
            value={[...(trigger.fields ?? [])]}
            options={entity.fields.map((field) => ({ value: field.id, label: text(field.label, locale) }))}
            onChange={(fields) => set('fields', fields.length === 0 ? null : fields)}
          />
        )}
      </Property>
      <WhenEntry {...props} />
      <Switched title={t('flowdesign:trigger.onCreate')} isOn={trigger.on_create ?? false} onChange={(isOn) => set('on_create', isOn ? true : null)} />
    </>
  )
}
