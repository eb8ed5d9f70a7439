/** Saving an exploration as a report on a dashboard there is or a new one; published at once, or proposed in the draft. */
import { App, Form, Input, Modal, Select, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQueryClient } from '@tanstack/react-query'

import { documentLanguage } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Asked } from '@/plugins/asking/exploration'
import { issuesOf } from '@/shared/api/problem'
import type { DashboardEntry } from '@/shared/definition/definition'
import { definitionQuery } from '@/shared/definition/use-definition'
import { useApply, type DesignCommand } from '@/shared/reports/apply'
import { IssueList } from '@/ui/feedback/issue-list'
import { useLocale } from '@/ui/locale/interface-language'

import { savingCommands } from './saving'

const NEW = 'new'

interface SaveDialogProps {
  readonly app: string
  readonly asked: Asked
  readonly dashboards: readonly DashboardEntry[]
  /** Whether a new dashboard may be added. */
  readonly mayAdd: boolean
  readonly onClose: () => void
  readonly onSaved: (dashboard: Pick<DashboardEntry, 'name'>) => void
}

export function SaveDialog({ app, asked, dashboards, mayAdd, onClose, onSaved }: SaveDialogProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const locale = useLocale()
  const language = documentLanguage(locale)
  const [own, setOwn] = useState('')
  const input = useRef<InputRef>(null)
  const [other, setOther] = useState('')
  const [board, setBoard] = useState('')
  const [target, setTarget] = useState(dashboards[0]?.id ?? NEW)
  const { mutate, isPending, error } = useApply(app)
  const entryOf = useEntry(app)
  const otherLanguage = language === 'zh' ? 'en' : 'zh'
  const isReady = own.trim() !== '' && (target !== NEW || board.trim() !== '')
  const done = async (commands: readonly DesignCommand[], isPublished: boolean) => {
    void message.success(t(isPublished ? 'explore:saved' : 'explore:proposed'))
    onClose()
    const entry = isPublished ? await entryOf(String(commands.at(-1)?.params['dashboard'])) : undefined
    if (entry !== undefined) onSaved(entry)
  }
  const save = () => {
    if (!isReady) return
    const label = { [language]: own.trim(), [otherLanguage]: other.trim() || own.trim() }
    const dashboard = target === NEW ? { label: { [language]: board.trim(), [otherLanguage]: board.trim() } } : { id: target }
    const commands = savingCommands({ label, asked, dashboard })
    mutate({ commands, note: t('explore:save.note', { report: own.trim() }) }, { onSuccess: (outcome) => void done(commands, outcome === 'published') })
  }
  const options = [...dashboards.map(({ id, name, label }) => ({ value: id, label: text(label, locale, name) })), ...(mayAdd ? [{ value: NEW, label: t('explore:save.new') }] : [])]
  return (
    <Modal open afterOpenChange={(isOpen) => isOpen && input.current?.focus()} title={t('explore:save')} okText={t('explore:save')} okButtonProps={{ disabled: !isReady, loading: isPending }} cancelText={t('explore:cancel')} onOk={save} onCancel={onClose}>
      {error !== null && <IssueList issues={issuesOf(error)} />}
      <Form layout="vertical" onFinish={save}>
        <Form.Item label={t('explore:save.label')} htmlFor="report-label" required>
          <Input ref={input} id="report-label" value={own} maxLength={100} onChange={(event) => setOwn(event.target.value)} onPressEnter={save} />
        </Form.Item>
        <Form.Item label={t(`explore:save.label.${otherLanguage}`)} htmlFor="report-label-other">
          <Input id="report-label-other" value={other} maxLength={100} placeholder={own} onChange={(event) => setOther(event.target.value)} />
        </Form.Item>
        <Form.Item label={t('explore:save.dashboard')} htmlFor="report-dashboard">
          <Select id="report-dashboard" value={target} options={options} onChange={(id: string) => setTarget(id)} />
        </Form.Item>
        {target === NEW && (
          <Form.Item label={t('explore:save.board')} htmlFor="new-board" help={t('explore:save.board.hint')} required>
            <Input id="new-board" value={board} maxLength={100} onChange={(event) => setBoard(event.target.value)} onPressEnter={save} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}

/** A dashboard as it is known after saving, with the name the server gave it. */
function useEntry(app: string) {
  const client = useQueryClient()
  return async (id: string) => {
    const { dashboards = [] } = await client.fetchQuery({ ...definitionQuery(app), staleTime: 0 })
    return dashboards.find((each) => each.id === id)
  }
}
