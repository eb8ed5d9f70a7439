/** Name and password, nothing else; the name is fixed when the person is already known. */
import { LockOutlined, UserOutlined } from '@ant-design/icons'
import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'

export interface Password {
  readonly login: string
  readonly password: string
}

interface PasswordFormProps {
  readonly login?: string
  readonly isBusy: boolean
  readonly onSubmit: (entered: Password) => void
}

export function PasswordForm({ login, isBusy, onSubmit }: PasswordFormProps) {
  const { t } = useTranslation()
  const isKnown = login !== undefined
  return (
    <Form<Password> layout="vertical" requiredMark={false} initialValues={{ login }} onFinish={onSubmit}>
      <Form.Item
        name="login"
        label={t('session:login')}
        rules={[{ required: true, message: t('session:login.missing') }]}
      >
        <Input prefix={<UserOutlined aria-hidden />} size="large" autoComplete="username" disabled={isKnown} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('session:password')}
        rules={[{ required: true, message: t('session:password.missing') }]}
      >
        <Input.Password prefix={<LockOutlined aria-hidden />} size="large" autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={isBusy}>
        {t('session:signIn')}
      </Button>
    </Form>
  )
}
