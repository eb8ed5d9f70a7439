/** The app is there; its rows come in table by table, and what could not be read is told row by row. */
import { CheckCircleFilled, DownloadOutlined, WarningFilled } from '@ant-design/icons'
import { Button, Progress, Table } from 'antd'
import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { formatNumber } from '@/core/i18n/format'
import { issueText } from '@/core/issues/issue-text'
import type { Issue } from '@/core/issues/issue'
import { request, requestResponse } from '@/shared/api/request'
import { saveFile } from '@/shared/api/save-file'
import { IssueList } from '@/ui/feedback/issue-list'
import { useLocale } from '@/ui/locale/interface-language'

import type { AppFromFile } from './file-plan'
import styles from './file.module.css'

const PAUSE = 700

interface ReportRow {
  readonly row: number
  readonly column: string | null
  readonly issues: readonly Issue[]
}

interface RunningImport {
  readonly id: string
  readonly state: 'checked' | 'running' | 'done' | 'failed' | 'cancelled' | 'proposed' | 'checking'
  readonly progress: { readonly done: number; readonly total: number }
  readonly report: { readonly created: number; readonly failed: number; readonly rows: readonly ReportRow[]; readonly more: number } | null
  readonly issues: readonly Issue[]
}

export function ImportCourse({ made }: { readonly made: AppFromFile }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const imports = useQueries({
    queries: made.imports.map(({ import: id }) => ({
      queryKey: ['import', id],
      queryFn: () => request<RunningImport>(`/imports/${id}`),
      refetchInterval: ({ state }: { state: { data: RunningImport | undefined } }) => (isOver(state.data) ? false : PAUSE),
    })),
  })
  const areOver = imports.every(({ data }) => isOver(data))
  return (
    <section className={styles['course']} aria-live="polite">
      <h2 className={styles['courseTitle']}>{t(areOver ? 'starts:course.done' : 'starts:course.running')}</h2>
      {made.imports.map(({ sheet, import: id }, place) => (
        <OneImport key={id} sheet={sheet} found={imports[place]?.data} />
      ))}
      <div className={styles['courseActions']}>
        <Button onClick={() => void navigate(`/a/${encodeURIComponent(made.app)}`)}>{t('starts:course.use')}</Button>
        <Button type="primary" onClick={() => void navigate(`/design/${encodeURIComponent(made.app)}`)}>
          {t('starts:course.design')}
        </Button>
      </div>
    </section>
  )
}

function isOver(found: RunningImport | undefined): boolean {
  return found !== undefined && !['checked', 'checking', 'running'].includes(found.state)
}

function OneImport({ sheet, found }: { readonly sheet: string; readonly found: RunningImport | undefined }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const report = found?.report ?? null
  const { done = 0, total = 0 } = found?.progress ?? {}
  const percent = total > 0 ? Math.round((done * 100) / total) : 0
  return (
    <article className={styles['import']}>
      <header className={styles['importHead']}>
        <h3>
          {isOver(found) && (report?.failed === 0 ? <CheckCircleFilled className={styles['good']} aria-hidden /> : <WarningFilled className={styles['warning']} aria-hidden />)} {sheet}
        </h3>
        {isOver(found) && report !== null ? (
          <span className={styles['quiet']}>{t('starts:course.counts', { created: formatNumber(report.created, locale), failed: formatNumber(report.failed, locale) })}</span>
        ) : (
          <Progress className={styles['bar'] ?? ''} percent={percent} size="small" aria-label={sheet} />
        )}
      </header>
      <IssueList issues={found?.issues ?? []} />
      {found !== undefined && report !== null && report.rows.length > 0 && <Findings id={found.id} sheet={sheet} rows={report.rows} more={report.more} />}
    </article>
  )
}

interface FindingsProps {
  readonly id: string
  readonly sheet: string
  readonly rows: readonly ReportRow[]
  readonly more: number
}

function Findings({ id, sheet, rows, more }: FindingsProps) {
  const { t } = useTranslation()
  const columns = [
    { title: t('starts:course.row'), dataIndex: 'row', width: 72 },
    { title: t('starts:course.column'), width: 180, render: (_: unknown, { column }: ReportRow) => column ?? '' },
    { title: t('starts:course.reason'), render: (_: unknown, { issues }: ReportRow) => issues.map((issue) => issueText(t, issue)).join(' ') },
  ]
  const download = async () => {
    const response = await requestResponse(`/imports/${id}/report`, { query: { format: 'xlsx' } })
    saveFile(await response.blob(), `${sheet}.xlsx`)
  }
  return (
    <>
      <Table<ReportRow>
        size="small"
        rowKey={({ row, column }) => `${row}/${column}`}
        columns={columns}
        dataSource={[...rows]}
        pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false }}
      />
      <div className={styles['importFoot']}>
        <span className={styles['quiet']}>{more > 0 && t('starts:course.more', { count: more })}</span>
        <Button size="small" icon={<DownloadOutlined aria-hidden />} onClick={() => void download()}>
          {t('starts:course.download')}
        </Button>
      </div>
    </>
  )
}
