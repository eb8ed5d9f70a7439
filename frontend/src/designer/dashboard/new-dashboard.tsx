/** A new dashboard: named once, for every role at first, and then filled in its designer. */
import { Form, Input, Modal, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { documentLanguage } from '@/core/i18n/locale'
import { newDocumentId } from '@/shared/reports/apply'
import { useLocale } from '@/ui/locale/interface-language'

import { useDrafting } from '../drafting/draft-context'
import { useOnce } from '../drafting/use-once'
import { designerAddress } from '../frame/places'

interface NewDashboardProps {
  readonly app: string
  readonly onClose: () => void
}

export default function NewDashboard({ app, onClose }: NewDashboardProps) {
  const { t } = useTranslation()
  const language = documentLanguage(useLocale())
  const navigate = useNavigate()
  const { edit } = useDrafting()
  const [label, setLabel] = useState('')
  const input = useRef<InputRef>(null)
  const words = label.trim()
  const save = useOnce(async () => {
    if (words === '') return
    const id = newDocumentId('dsh')
    const after = await edit('add_dashboard', { id, label: { [language]: words, [language === 'zh' ? 'en' : 'zh']: words }, for_all: true })
    const file = Object.entries(after?.documents ?? {}).find(([, document]) => document.id === id)?.[0]
    if (file === undefined) return
    onClose()
    await navigate(designerAddress(app, file))
  })
  return (
    <Modal open afterOpenChange={(isOpen) => isOpen && input.current?.focus()} title={t('dashboards:new')} okText={t('dashboards:new.create')} okButtonProps={{ disabled: words === '' }} cancelText={t('common:cancel')} onOk={save} onCancel={onClose}>
      <Form layout="vertical">
        <Form.Item label={t('dashboards:new.label')} htmlFor="new-dashboard" help={t('dashboards:new.hint.all')} required>
          <Input ref={input} id="new-dashboard" value={label} maxLength={100} onChange={({ target }) => setLabel(target.value)} onPressEnter={save} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
