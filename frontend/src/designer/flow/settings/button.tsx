/** Who sees the button on which records, and what it asks before. */
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { useLocale } from '@/ui/locale/interface-language'

import { appOf } from '../../drafting/draft'
import { useDrafting } from '../../drafting/draft-context'
import inspector from '../../inspector/inspector.module.css'
import { LabelEntry } from '../../inspector/label-entry'
import { Property } from '../../inspector/property'
import { allOf } from '../documents'
import { Switched } from '../parts/choose'
import type { TriggerOf } from '../parts/step-props'
import { WhenEntry } from '../parts/when-entry'

export function ButtonSettings(props: TriggerOf<'button'>) {
  const { trigger, set, issues } = props
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  return (
    <>
      <WhenEntry {...props} />
      <Property title={t('flowdesign:trigger.roles')} issues={issues('roles')}>
        {({ id }) => (
          <Select
            id={id}
            mode="multiple"
            className={inspector['full'] ?? ''}
            placeholder={t('flowdesign:trigger.whoMayChange')}
            value={[...(trigger.roles ?? [])]}
            options={allOf(draft, 'roles').map((role) => ({ value: role.id, label: text(role.label, locale) }))}
            onChange={(roles) => set('roles', roles.length === 0 ? null : roles)}
          />
        )}
      </Property>
      <Property title={t('flowdesign:trigger.confirm')} hint={t('flowdesign:trigger.confirmHint')}>
        {() => <LabelEntry languages={appOf(draft).languages} label={trigger.confirm} name={t('flowdesign:trigger.confirm')} onCommit={(label) => set('confirm', label)} />}
      </Property>
      <Switched title={t('flowdesign:trigger.danger')} isOn={trigger.danger ?? false} onChange={(isOn) => set('danger', isOn ? true : null)} />
    </>
  )
}
