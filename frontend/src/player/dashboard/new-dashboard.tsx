/** A new, empty dashboard, offered to everybody who may open the one in view. */
import { App, Form, Input, Modal, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useQueryClient } from '@tanstack/react-query'

import { documentLanguage } from '@/core/i18n/locale'
import type { Dashboard } from '@/generated/metadata'
import { issuesOf } from '@/shared/api/problem'
import { definitionQuery } from '@/shared/definition/use-definition'
import { newDocumentId, useApply } from '@/shared/reports/apply'
import { IssueList } from '@/ui/feedback/issue-list'
import { useLocale } from '@/ui/locale/interface-language'

interface NewDashboardProps {
  readonly app: string
  readonly like: Dashboard
  readonly onClose: () => void
}

export default function NewDashboard({ app, like, onClose }: NewDashboardProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [label, setLabel] = useState('')
  const input = useRef<InputRef>(null)
  const language = documentLanguage(useLocale())
  const { mutate, isPending, error } = useApply(app)
  const open = useOpening(app)
  const words = label.trim()
  const save = () => {
    if (words === '') return
    const id = newDocumentId('dsh')
    const other = language === 'zh' ? 'en' : 'zh'
    const commands = [{ kind: 'add_dashboard', params: { id, label: { [language]: words, [other]: words }, like: like.id } }]
    const done = () => {
      void message.success(t('dashboards:new.done'))
      onClose()
      void open(id)
    }
    mutate({ commands, note: t('dashboards:new.note', { dashboard: words }) }, { onSuccess: done })
  }
  return (
    <Modal open afterOpenChange={(isOpen) => isOpen && input.current?.focus()} title={t('dashboards:new')} okText={t('dashboards:new.save')} okButtonProps={{ disabled: words === '', loading: isPending }} cancelText={t('common:cancel')} onOk={save} onCancel={onClose}>
      {error !== null && <IssueList issues={issuesOf(error)} />}
      <Form layout="vertical" onFinish={save}>
        <Form.Item label={t('dashboards:new.label')} htmlFor="dashboard-label" help={t('dashboards:new.hint')} required>
          <Input ref={input} id="dashboard-label" value={label} maxLength={100} onChange={({ target }) => setLabel(target.value)} onPressEnter={save} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

/** Its address is by the name the server has given it. */
function useOpening(app: string) {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async (id: string) => {
    const { dashboards = [] } = await client.fetchQuery({ ...definitionQuery(app), staleTime: 0 })
    const made = dashboards.find((each) => each.id === id)
    if (made !== undefined) await navigate(`/a/${app}/dashboards/${made.name}`)
  }
}
