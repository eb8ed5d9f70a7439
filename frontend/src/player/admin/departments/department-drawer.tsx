/** Adds or changes one department: names in both languages, what it belongs to, who leads it. */
import { useQuery } from '@tanstack/react-query'
import { App, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'

import { EntryDrawer } from '../entry-drawer'
import { PersonSelect } from '../people/person-select'
import { DepartmentSelect } from './department-select'
import { departmentsQuery, useSaveDepartment, withBelow, type Department, type DepartmentEntry } from './departments'

interface DepartmentDrawerProps {
  readonly department: Department | 'new' | null
  readonly onClose: () => void
}

export function DepartmentDrawer({ department, onClose }: DepartmentDrawerProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [form] = Form.useForm<DepartmentEntry>()
  const { data: departments = [] } = useQuery(departmentsQuery)
  const known = typeof department === 'object' ? department : null
  const save = useSaveDepartment(known?.id)
  const submit = ({ name, parent, head }: Partial<DepartmentEntry> & Pick<DepartmentEntry, 'name'>) =>
    save.mutate(
      { name, parent: parent ?? null, head: head ?? null },
      {
        onSuccess: () => {
          void message.success(t('admin:people.saved'))
          onClose()
        },
      },
    )
  const required = [{ required: true, message: t('admin:required') }]
  return (
    <EntryDrawer open={department !== null} title={known === null ? t('admin:departments.add') : t('admin:departments.change')} saveLabel={t('admin:people.save')} save={save} onSave={() => form.submit()} onClose={onClose}>
      <Form form={form} layout="vertical" initialValues={known ?? {}} onFinish={submit}>
        <Form.Item name={['name', 'zh']} label={t('admin:departments.name.zh')} rules={required}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name={['name', 'en']} label={t('admin:departments.name.en')} rules={required}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="parent" label={t('admin:departments.parent')}>
          <DepartmentSelect {...(known !== null && { except: withBelow(departments, known.id) })} />
        </Form.Item>
        <Form.Item name="head" label={t('admin:departments.head')} extra={t('admin:departments.head.hint')}>
          <PersonSelect />
        </Form.Item>
      </Form>
    </EntryDrawer>
  )
}
