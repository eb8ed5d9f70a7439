/** The flow itself: what it is called, whether it runs, whose rights it has, and removing it. */
import { Button, Popconfirm, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { text } from '@/core/i18n/text'
import type { Flow } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { appOf, issuesAt } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import inspector from '../inspector/inspector.module.css'
import { LabelEntry } from '../inspector/label-entry'
import { Property } from '../inspector/property'
import { allOf } from './documents'
import styles from './flow.module.css'
import { Choose, labelled, Switched } from './parts/choose'

const RUN_AS = ['owner', 'caller'] as const

export function FlowPanel({ flow }: { readonly flow: Flow }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, edit } = useDrafting()
  const { languages } = appOf(draft)
  const issues = (part: string) => issuesAt(draft, `flows/${flow.name}.json`, [part])
  const set = (property: string, value: unknown) => void edit('set_flow_property', { flow: flow.id, property, value })
  return (
    <div className={inspector['panel']}>
      <header className={inspector['head']}>
        <div>
          <h2 className={inspector['headTitle']}>{text(flow.label, locale, flow.name)}</h2>
          <p className={inspector['headKind']}>{t('flowdesign:flow')}</p>
        </div>
      </header>
      <p className={styles['about']}>{t('flowdesign:flow.about')}</p>
      <Property title={t('flowdesign:name')} issues={issues('label')}>
        {() => <LabelEntry languages={languages} label={flow.label} name={t('flowdesign:name')} onCommit={(label) => label !== null && set('label', label)} />}
      </Property>
      <Property title={t('flowdesign:description')}>
        {() => <LabelEntry languages={languages} label={flow.description} name={t('flowdesign:description')} rows={2} onCommit={(label) => set('description', label)} />}
      </Property>
      <Switched title={t('flowdesign:flow.enabled')} isOn={flow.enabled ?? true} onChange={(isOn) => set('enabled', isOn ? null : false)} />
      <Switched title={t('flowdesign:flow.onImport')} isOn={flow.on_import ?? false} onChange={(isOn) => set('on_import', isOn ? true : null)} />
      <Choose title={t('flowdesign:runAs.title')} value={flow.run_as ?? 'owner'} choices={labelled(RUN_AS, (each) => t(`flowdesign:runAs.${each}`))} issues={issues('run_as')} onChange={(value) => set('run_as', value)} />
      {(flow.run_as ?? 'owner') === 'owner' && (
        <Property title={t('flowdesign:flow.roles')} hint={t('flowdesign:flow.rolesHint')} issues={issues('roles')}>
          {({ id }) => (
            <Select
              id={id}
              mode="multiple"
              className={inspector['full'] ?? ''}
              value={[...(flow.roles ?? [])]}
              options={allOf(draft, 'roles').map((role) => ({ value: role.id, label: text(role.label, locale) }))}
              onChange={(roles) => set('roles', roles)}
            />
          )}
        </Property>
      )}
      <Removal flow={flow} />
    </div>
  )
}

function Removal({ flow }: { readonly flow: Flow }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { draft, edit } = useDrafting()
  const remove = async () => {
    if (await edit('remove_flow', { flow: flow.id })) void navigate(`/design/${draft.app}`)
  }
  return (
    <div className={inspector['removal']}>
      <Popconfirm title={t('flowdesign:flow.removeAsk')} okText={t('flowdesign:remove.do')} okButtonProps={{ danger: true }} onConfirm={() => void remove()}>
        <Button block danger type="text">
          {t('flowdesign:flow.remove')}
        </Button>
      </Popconfirm>
    </div>
  )
}
