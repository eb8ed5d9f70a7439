/** Exports a list from a click: says that it is under way, and why it failed where it does. */
import { App } from 'antd'
import { useTranslation } from 'react-i18next'

import { issueText } from '@/core/issues/issue-text'
import { issuesOf } from '@/shared/api/problem'

import { exportList, type ExportFormat } from './export-list'
import type { ListQuery } from './list-records'

export function useExport(app: string, entity: string, query: ListQuery): (format: ExportFormat) => void {
  const { t } = useTranslation()
  const { message } = App.useApp()
  return (format) => {
    const close = message.loading(t('transfer:export.running'), 0)
    exportList(app, entity, query, format)
      .catch((fault: unknown) => message.error(issuesOf(fault).map((issue) => issueText(t, issue)).join(' ')))
      .finally(close)
  }
}
