/** What starts the flow. */
import type { ComponentType } from 'react'
import { createElement } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Entity, Flow } from '@/generated/metadata'
import { TRIGGERS } from '@/plugins/triggers/specs.generated'
import { useLocale } from '@/ui/locale/interface-language'

import { issuesAt, say } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import type { Place } from '../frame/places'
import inspector from '../inspector/inspector.module.css'
import { allOf } from './documents'
import { Choose, labelled } from './parts/choose'
import type { TriggerProps } from './parts/step-props'
import { TRIGGER_SETTINGS } from './settings/settings-of'

const KINDS = ['record_created', 'record_changed', 'button', 'schedule', 'threshold', 'shop_event'] as const

export function TriggerPanel({ flow, entity }: { readonly flow: Flow; readonly entity: Entity }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, edit } = useDrafting()
  const { trigger } = flow
  const issues = (...place: Place) => issuesAt(draft, `flows/${flow.name}.json`, ['trigger', ...place])
  const set = (property: string, value: unknown) => void edit('set_trigger', { flow: flow.id, property, value })
  const Settings = TRIGGER_SETTINGS[trigger.kind] as ComponentType<TriggerProps>
  const general = issues().filter(({ place }) => place.length === 1)
  return (
    <div className={inspector['panel']}>
      <header className={inspector['head']}>
        <span className={inspector['headIcon']}>{createElement(TRIGGERS[trigger.kind].icon, { 'aria-hidden': true })}</span>
        <div>
          <h2 className={inspector['headTitle']}>{t('flowdesign:start')}</h2>
          <p className={inspector['headKind']}>{t(`flows:trigger.${trigger.kind}`)}</p>
        </div>
      </header>
      {general.map((issue) => (
        <p key={issue.code} className={inspector['fault']} data-severity={issue.severity}>
          {say(issue.words, locale)}
        </p>
      ))}
      <Choose title={t('flowdesign:trigger.kind')} value={trigger.kind} choices={labelled(KINDS, (kind) => t(`flowdesign:trigger.${kind}`))} onChange={(kind) => set('kind', kind)} />
      <Choose
        title={t('flowdesign:trigger.entity')}
        value={trigger.entity}
        choices={allOf(draft, 'entities').map(({ id, label }) => ({ value: id, label: text(label, locale) }))}
        issues={issues('entity')}
        onChange={(value) => set('entity', value)}
      />
      <Settings key={trigger.kind} flow={flow} trigger={trigger} entity={entity} set={set} issues={issues} />
    </div>
  )
}
