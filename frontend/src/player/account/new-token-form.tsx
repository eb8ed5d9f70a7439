/** What a new token is for, what it may do, and when it ends. */
import { Button, Checkbox, Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'

import { issuesOf } from '@/shared/api/problem'
import { IssueList } from '@/ui/feedback/issue-list'

import { TOKEN_ACTIONS, type NewToken, type TokenAction } from './tokens'

const DAYS = [30, 90, 365] as const
const ENDLESS = 'endless'

interface Entered {
  readonly name: string
  readonly extent: 'everything' | 'chosen'
  readonly actions: readonly TokenAction[]
  readonly days: number | typeof ENDLESS
}

const INITIAL: Partial<Entered> = { extent: 'chosen', actions: ['read'], days: 90 }

interface NewTokenFormProps {
  readonly isBusy: boolean
  readonly fault: Error | null
  readonly onSubmit: (wish: NewToken) => void
}

export function NewTokenForm({ isBusy, fault, onSubmit }: NewTokenFormProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Entered>()
  const extent = Form.useWatch('extent', form)
  return (
    <Form form={form} layout="vertical" initialValues={INITIAL} onFinish={(entered) => onSubmit(wishOf(entered))}>
      {fault !== null && <IssueList issues={issuesOf(fault)} />}
      <Form.Item
        name="name"
        label={t('account:tokens.name')}
        rules={[{ required: true, message: t('account:tokens.name.missing') }]}
      >
        <Input maxLength={100} placeholder={t('account:tokens.name.example')} />
      </Form.Item>
      <Form.Item name="extent" label={t('account:tokens.extent')}>
        <Radio.Group
          options={(['chosen', 'everything'] as const).map((value) => ({ value, label: t(`account:tokens.${value}`) }))}
        />
      </Form.Item>
      {extent === 'chosen' && (
        <Form.Item
          name="actions"
          label={t('account:tokens.actions')}
          rules={[{ required: true, message: t('account:tokens.actions.missing') }]}
        >
          <Checkbox.Group options={TOKEN_ACTIONS.map((value) => ({ value, label: t(`account:action.${value}`) }))} />
        </Form.Item>
      )}
      <Form.Item name="days" label={t('account:tokens.end')}>
        <Select
          options={[
            ...DAYS.map((value) => ({ value, label: t('account:tokens.days', { count: value }) })),
            { value: ENDLESS, label: t('account:tokens.endless') },
          ]}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={isBusy}>
        {t('account:tokens.make')}
      </Button>
    </Form>
  )
}

function wishOf({ name, extent, actions, days }: Entered): NewToken {
  return { name, scopes: extent === 'everything' ? null : actions, days: days === ENDLESS ? null : days }
}
