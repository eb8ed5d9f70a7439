/** Saving an exploration as a report, onto a dashboard one may design; published at once. */
import { App, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { documentLanguage } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Chart, Query } from '@/generated/metadata'
import { issuesOf } from '@/shared/api/problem'
import type { DashboardEntry } from '@/shared/definition/definition'
import { useApply } from '@/shared/reports/apply'
import { IssueList } from '@/ui/feedback/issue-list'
import { useLocale } from '@/ui/locale/interface-language'

import { savingCommands } from './saving'

interface SaveDialogProps {
  readonly app: string
  readonly query: Query
  readonly chart: Chart
  readonly dashboards: readonly DashboardEntry[]
  readonly onClose: () => void
  readonly onSaved: (dashboard: DashboardEntry) => void
}

export function SaveDialog({ app, query, chart, dashboards, onClose, onSaved }: SaveDialogProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const locale = useLocale()
  const language = documentLanguage(locale)
  const [own, setOwn] = useState('')
  const [other, setOther] = useState('')
  const [target, setTarget] = useState(dashboards[0]?.id)
  const { mutate, isPending, error } = useApply(app)
  const dashboard = dashboards.find(({ id }) => id === target)
  const otherLanguage = language === 'zh' ? 'en' : 'zh'
  const save = () => {
    if (dashboard === undefined || own.trim() === '') return
    const label = { [language]: own.trim(), [otherLanguage]: other.trim() || own.trim() }
    mutate(
      { commands: savingCommands({ label, query, chart, dashboard: dashboard.id }), note: t('explore:save.note', { report: own.trim() }) },
      {
        onSuccess: () => {
          void message.success(t('explore:saved'))
          onSaved(dashboard)
        },
      },
    )
  }
  return (
    <Modal
      open
      title={t('explore:save')}
      okText={t('explore:save')}
      okButtonProps={{ disabled: own.trim() === '' || dashboard === undefined, loading: isPending }}
      cancelText={t('explore:cancel')}
      onOk={save}
      onCancel={onClose}
    >
      {error !== null && <IssueList issues={issuesOf(error)} />}
      <Form layout="vertical" onFinish={save}>
        <Form.Item label={t('explore:save.label')} htmlFor="report-label" required>
          <Input id="report-label" value={own} maxLength={100} onChange={(event) => setOwn(event.target.value)} onPressEnter={save} />
        </Form.Item>
        <Form.Item label={t(`explore:save.label.${otherLanguage}`)} htmlFor="report-label-other">
          <Input id="report-label-other" value={other} maxLength={100} placeholder={own} onChange={(event) => setOther(event.target.value)} />
        </Form.Item>
        <Form.Item label={t('explore:save.dashboard')} htmlFor="report-dashboard">
          <Select
            id="report-dashboard"
            value={target ?? null}
            options={dashboards.map(({ id, name, label }) => ({ value: id, label: text(label, locale, name) }))}
            onChange={(id: string) => setTarget(id)}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
