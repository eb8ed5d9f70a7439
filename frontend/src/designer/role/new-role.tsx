/** A new role: its label, and whose rights it begins with. */
import { Form, Input, Modal, Select, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { documentLanguage } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Role } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { documentsIn } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { designerAddress } from '../frame/places'

interface Entry {
  readonly label: string
  readonly like?: string
}

export default function NewRole({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [form] = Form.useForm<Entry>()
  const { draft, edit } = useDrafting()
  const navigate = useNavigate()
  const input = useRef<InputRef>(null)
  const [isBusy, setBusy] = useState(false)
  const roles = documentsIn<Role>(draft, 'roles')
  const add = async ({ label, like }: Entry) => {
    setBusy(true)
    const after = await edit('add_role', { label: { [documentLanguage(locale)]: label.trim() }, ...(like !== undefined && { like }) })
    setBusy(false)
    if (after === null) return
    const known = new Set(roles.map(({ id }) => id))
    const made = documentsIn<Role>(after, 'roles').find(({ id }) => !known.has(id))
    onClose()
    if (made) void navigate(designerAddress(draft.app, `roles/${made.name}.json`))
  }
  return (
    <Modal open title={t('roles:new')} okText={t('roles:new.make')} confirmLoading={isBusy} onOk={() => form.submit()} onCancel={onClose} afterOpenChange={(isOpen) => isOpen && input.current?.focus()} width={420}>
      <Form form={form} layout="vertical" onFinish={(entry) => void add(entry)} requiredMark={false}>
        <Form.Item name="label" label={t('roles:label')} rules={[{ required: true, whitespace: true, message: t('roles:new.label.missing') }]}>
          <Input ref={input} maxLength={60} placeholder={t('roles:new.example')} onPressEnter={() => form.submit()} />
        </Form.Item>
        <Form.Item name="like" label={t('roles:new.like')} extra={t('roles:new.like.hint')}>
          <Select allowClear placeholder={t('roles:new.like.none')} options={roles.map(({ id, label, name }) => ({ value: id, label: text(label, locale, name) }))} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
