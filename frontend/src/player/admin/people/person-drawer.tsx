/** Adds or changes one person: names in both languages, sign-in, roles by app, and whether they may come in at all. */
import { useQuery } from '@tanstack/react-query'
import { App, Form, Input, Segmented, Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { useLocale } from '@/ui/locale/interface-language'

import { DepartmentSelect } from '../departments/department-select'
import { EntryDrawer } from '../entry-drawer'
import { PersonSelect } from './person-select'
import { rolesByApp, rolesQuery, useSavePerson, type Person, type PersonEntry } from './people'

interface PersonDrawerProps {
  readonly person: Person | 'new' | null
  readonly onClose: () => void
}

export function PersonDrawer({ person, onClose }: PersonDrawerProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [form] = Form.useForm<PersonEntry>()
  const known = typeof person === 'object' ? person : null
  const save = useSavePerson(known?.id)
  const submit = ({ password, ...entry }: PersonEntry) =>
    save.mutate(
      { ...entry, ...place(entry), ...(password !== undefined && password !== '' && { password }) },
      {
        onSuccess: () => {
          void message.success(t('admin:people.saved'))
          onClose()
        },
      },
    )
  return (
    <EntryDrawer open={person !== null} title={known === null ? t('admin:people.add') : t('admin:people.change')} saveLabel={t('admin:people.save')} save={save} onSave={() => form.submit()} onClose={onClose}>
      <Form form={form} layout="vertical" initialValues={initialValues(known)} onFinish={submit}>
        <PersonFields id={known?.id} />
      </Form>
    </EntryDrawer>
  )
}

/** What was cleared is sent as nothing, so that it is taken away. */
function place({ email, department, superior }: PersonEntry) {
  return { email: email === '' || email === undefined ? null : email, department: department ?? null, superior: superior ?? null }
}

function initialValues(known: Person | null) {
  return known ?? { language: 'zh-CN', roles: [] }
}

function PersonFields({ id }: { readonly id: string | undefined }) {
  const { t } = useTranslation()
  const isNew = id === undefined
  const required = [{ required: true, message: t('admin:required') }]
  return (
    <>
      <Form.Item name={['name', 'zh']} label={t('admin:people.name.zh')} rules={required}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name={['name', 'en']} label={t('admin:people.name.en')} rules={required}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="login" label={t('admin:people.login')} rules={required}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="password" label={t('admin:people.password')} rules={isNew ? required : []} extra={isNew ? undefined : t('admin:people.password.keep')}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="language" label={t('admin:people.language')}>
        <Segmented
          options={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Form.Item>
      <Form.Item name="email" label={t('admin:people.email')} extra={t('admin:people.email.hint')} rules={[{ type: 'email', message: t('admin:people.email.wrong') }]}>
        <Input type="email" autoComplete="off" />
      </Form.Item>
      <Form.Item name="department" label={t('admin:people.department')}>
        <DepartmentSelect />
      </Form.Item>
      <Form.Item name="superior" label={t('admin:people.superior')} extra={t('admin:people.superior.hint')}>
        <PersonSelect except={id} />
      </Form.Item>
      <Form.Item name="roles" label={t('admin:people.roles')} extra={t('admin:people.roles.hint')}>
        <RoleSelect />
      </Form.Item>
      {!isNew && (
        <Form.Item name="active" label={t('admin:people.active')} extra={t('admin:people.active.hint')} valuePropName="checked">
          <Switch />
        </Form.Item>
      )}
    </>
  )
}

interface RoleSelectProps {
  readonly id?: string
  readonly value?: readonly string[]
  readonly onChange?: (roles: readonly string[]) => void
}

/** The roles of all apps, under the name of their app. */
function RoleSelect({ id, value, onChange }: RoleSelectProps) {
  const locale = useLocale()
  const { data: roles = [] } = useQuery(rolesQuery)
  const options = rolesByApp(roles).map(({ app, label, roles: own }) => ({
    label: text(label, locale, app),
    options: own.map((role) => ({ value: role.id, label: text(role.label, locale, role.name) })),
  }))
  return <Select {...(id !== undefined && { id })} mode="multiple" value={[...(value ?? [])]} options={options} showSearch={{ optionFilterProp: 'label' }} {...(onChange && { onChange })} />
}
