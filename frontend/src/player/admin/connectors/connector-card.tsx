/** One connector: its state in words, what can be done with it, and what came in. */
import { SettingOutlined, SyncOutlined } from '@ant-design/icons'
import { Alert, App, Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { formatInstant } from '@/core/i18n/format'
import { text } from '@/core/i18n/text'
import { issuesOf } from '@/shared/api/problem'
import { IssueList } from '@/ui/feedback/issue-list'
import { useLocale } from '@/ui/locale/interface-language'

import { ConnectorDrawer } from './connector-drawer'
import { useSync, type Connector, type ConnectorState } from './connectors'
import styles from './connectors.module.css'
import { EventList } from './event-list'

const COLOURS: Readonly<Record<ConnectorState, string>> = { ok: 'green', failing: 'red', off: 'default', unset: 'orange' }

export function ConnectorCard({ connector }: { readonly connector: Connector }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [isOpen, setOpen] = useState(false)
  const { app, label, state } = connector
  return (
    <section className={styles['card']} aria-label={text(label, locale)}>
      <header className={styles['head']}>
        <div>
          <h2 className={styles['name']}>
            {text(label, locale)} <Tag className={styles['state'] ?? ''} color={COLOURS[state]}>{t(`connectors:state.${state}`)}</Tag>
          </h2>
          <p className={styles['quiet']}>{text(app.label, locale, app.name)}</p>
        </div>
        <div className={styles['buttons']}>
          {connector.enabled && <SyncButton connector={connector.id} />}
          <Button icon={<SettingOutlined aria-hidden />} onClick={() => setOpen(true)}>
            {t('connectors:settings')}
          </Button>
        </div>
      </header>
      <Standing connector={connector} />
      {state !== 'unset' && <EventList connector={connector} />}
      <ConnectorDrawer key={`${connector.version} ${isOpen}`} connector={connector} open={isOpen} onClose={() => setOpen(false)} />
    </section>
  )
}

/** Address, last sign of life, and what is wrong. */
function Standing({ connector }: { readonly connector: Connector }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { address, last_event_at: last, problem, settings, synced_at: synced } = connector
  const storefront = settings['storefront']
  return (
    <>
      {problem !== null && <Alert type="error" showIcon title={text(problem.words, locale, problem.code)} />}
      <dl className={styles['facts']}>
        {address !== '' && <Fact name={t('connectors:address')}>{address}</Fact>}
        <Fact name={t('connectors:last')}>{last === null ? t('connectors:last.never') : formatInstant(last, locale)}</Fact>
        {synced !== null && <Fact name={t('connectors:synced')}>{formatInstant(synced, locale)}</Fact>}
        {typeof storefront === 'string' && /^https?:\/\//.test(storefront) && (
          <Fact name={t('connectors:storefront')}>
            <a href={storefront} target="_blank" rel="noreferrer">
              {t('connectors:storefront.open')}
            </a>
          </Fact>
        )}
      </dl>
    </>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt className={styles['quiet']}>{name}</dt>
      <dd className={styles['fact']}>{children}</dd>
    </div>
  )
}

function SyncButton({ connector }: { readonly connector: string }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const sync = useSync(connector)
  const start = () => sync.mutate(undefined, { onSuccess: ({ seen, taken }) => void message.success(t('connectors:sync.done', { seen, taken })) })
  return (
    <>
      <Button icon={<SyncOutlined aria-hidden />} loading={sync.isPending} onClick={start}>
        {t('connectors:sync')}
      </Button>
      {sync.error !== null && <IssueList issues={issuesOf(sync.error)} />}
    </>
  )
}
