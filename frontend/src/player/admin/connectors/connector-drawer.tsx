/** Sets one connector up: address, secrets that are only ever written, whether it works, and a try. */
import { Alert, App, Button, Form, Input, Switch, Typography } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { issuesOf } from '@/shared/api/problem'
import { IssueList } from '@/ui/feedback/issue-list'
import { useLocale } from '@/ui/locale/interface-language'

import { EntryDrawer } from '../entry-drawer'
import { useListen, useSaveConnector, useTryOut, type Connector, type ConnectorEntry } from './connectors'
import styles from './connectors.module.css'

interface ConnectorDrawerProps {
  readonly connector: Connector
  readonly open: boolean
  readonly onClose: () => void
}

export function ConnectorDrawer({ connector, open, onClose }: ConnectorDrawerProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { message } = App.useApp()
  const [form] = Form.useForm<ConnectorEntry>()
  const save = useSaveConnector(connector)
  const submit = (entry: ConnectorEntry) =>
    save.mutate(entry, {
      onSuccess: () => {
        void message.success(t('connectors:saved'))
        onClose()
      },
    })
  return (
    <EntryDrawer open={open} title={text(connector.label, locale)} saveLabel={t('connectors:save')} save={save} onSave={() => form.submit()} onClose={onClose} size={480}>
      <Form form={form} layout="vertical" initialValues={initialValues(connector)} onFinish={submit}>
        <Form.Item name="address" label={t('connectors:address')} extra={t('connectors:address.hint')} rules={[{ required: true, message: t('connectors:required') }]}>
          <Input type="url" autoComplete="off" />
        </Form.Item>
        {Object.entries(connector.secrets).map(([name, isKept]) => (
          <Form.Item key={name} name={['secrets', name]} label={t(`connectors:secret.${name}`, { defaultValue: name })} extra={isKept ? t('connectors:secret.keep') : t('connectors:secret.missing')}>
            <Input.Password autoComplete="new-password" visibilityToggle={false} />
          </Form.Item>
        ))}
        <Form.Item name="enabled" label={t('connectors:enabled')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </Form>
      <Hook connector={connector} />
      {connector.enabled && <TryOut connector={connector.id} />}
    </EntryDrawer>
  )
}

function initialValues({ address, enabled, state }: Connector): ConnectorEntry {
  return { address, enabled: enabled || state === 'unset' }
}

/** What is to be entered in the other system, so that it tells of its orders. */
function Hook({ connector: { id, hook, enabled } }: { readonly connector: Connector }) {
  const { t } = useTranslation()
  const listen = useListen(id)
  const address = hook.startsWith('/') ? `${window.location.origin}${hook}` : hook
  return (
    <div className={styles['hook']}>
      <span className={styles['quiet']}>{t('connectors:hook')}</span>
      <Typography.Text copyable code>
        {address}
      </Typography.Text>
      {enabled && !hook.startsWith('/') && (
        <Button loading={listen.isPending} onClick={() => listen.mutate()}>
          {t('connectors:listen')}
        </Button>
      )}
      {listen.error !== null && <IssueList issues={issuesOf(listen.error)} />}
      {listen.isSuccess && <Alert type="success" showIcon title={t('connectors:listen.ok')} />}
    </div>
  )
}

function TryOut({ connector }: { readonly connector: string }) {
  const { t } = useTranslation()
  const test = useTryOut(connector)
  return (
    <div className={styles['try']} aria-live="polite">
      <Button loading={test.isPending} onClick={() => test.mutate()}>
        {t('connectors:test')}
      </Button>
      {test.error !== null && <IssueList issues={issuesOf(test.error)} />}
      {test.data?.ok === true && <Alert type="success" showIcon title={t('connectors:test.ok')} />}
      {test.data?.ok === false && <IssueList issues={test.data.issues} />}
    </div>
  )
}
