/** Removing a board, once that is confirmed. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { text } from '@/core/i18n/text'
import type { Dashboard } from '@/generated/metadata'
import { issuesOf } from '@/shared/api/problem'
import { applyEdits } from '@/shared/reports/apply'
import { IssueList } from '@/ui/feedback/issue-list'
import { useLocale } from '@/ui/locale/interface-language'

interface RemoveDashboardProps {
  readonly app: string
  readonly dashboard: Dashboard
}

export function RemoveDashboard({ app, dashboard }: RemoveDashboardProps) {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const navigate = useNavigate()
  const name = text(dashboard.label, useLocale(), dashboard.name)
  const client = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => applyEdits(app, { commands: [{ kind: 'remove_dashboard', params: { dashboard: dashboard.id } }], note: t('dashboards:remove.note', { dashboard: name }) }),
    // Away from the page first: asked for anew, it would be absent and say so.
    onSuccess: async () => {
      void message.success(t('dashboards:removed'))
      await navigate(`/a/${app}`)
      client.removeQueries({ queryKey: ['dashboard', app] })
      await client.invalidateQueries({ queryKey: ['definition', app] })
    },
  })
  const title = t('dashboards:remove.title', { dashboard: name })
  const press = async () => {
    const question = { title, content: t('dashboards:remove.consequence'), okText: t('dashboards:remove'), okButtonProps: { danger: true }, cancelText: t('common:cancel') }
    if (await modal.confirm(question)) mutate()
  }
  return (
    <>
      {error !== null && <IssueList issues={issuesOf(error)} />}
      <Button danger loading={isPending} onClick={() => void press()}>
        {t('dashboards:remove')}
      </Button>
    </>
  )
}
