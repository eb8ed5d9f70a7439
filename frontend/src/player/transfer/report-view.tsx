/** Counts of what became of the rows, and every finding with its row and column. */
import { DownloadOutlined } from '@ant-design/icons'
import { Button, Table } from 'antd'
import { useTranslation } from 'react-i18next'

import { formatNumber } from '@/core/i18n/format'
import { issueText } from '@/core/issues/issue-text'
import { useLocale } from '@/ui/locale/interface-language'

import type { Import, ImportReport, ReportRow } from './import-state'
import styles from './transfer.module.css'
import { downloadReport } from './use-import'

interface ReportViewProps {
  readonly found: Import
  readonly report: ImportReport
  /** Before the import: what would happen. */
  readonly isForecast?: boolean
}

export function ReportView({ found, report, isForecast = false }: ReportViewProps) {
  const { t } = useTranslation()
  const fileName = t('transfer:report.file', { name: found.file.replace(/\.[^.]+$/, '') })
  return (
    <section>
      <dl className={styles['counts']}>
        <Count label={isForecast ? t('transfer:will.create') : t('transfer:did.create')} amount={report.created} />
        <Count label={isForecast ? t('transfer:will.update') : t('transfer:did.update')} amount={report.updated} />
        <Count label={t('transfer:failed')} amount={report.failed} isBad={report.failed > 0} />
      </dl>
      {report.rows.length > 0 && (
        <>
          <div className={styles['reportHead']}>
            <h2 className={styles['heading']}>{t('transfer:report')}</h2>
            <Button icon={<DownloadOutlined aria-hidden />} onClick={() => void downloadReport(found.id, fileName)}>
              {t('transfer:report.download')}
            </Button>
          </div>
          <Findings rows={report.rows} />
          {report.more > 0 && <p className={styles['quiet']}>{t('transfer:report.more', { count: report.more })}</p>}
        </>
      )}
    </section>
  )
}

function Count({ label, amount, isBad = false }: { readonly label: string; readonly amount: number; readonly isBad?: boolean }) {
  const locale = useLocale()
  return (
    <div className={styles['count']}>
      <dt>{label}</dt>
      <dd className={isBad ? styles['bad'] : undefined}>{formatNumber(amount, locale)}</dd>
    </div>
  )
}

function Findings({ rows }: { readonly rows: readonly ReportRow[] }) {
  const { t } = useTranslation()
  const columns = [
    { title: t('transfer:report.row'), dataIndex: 'row', width: 72 },
    { title: t('transfer:report.column'), width: 160, render: (_: unknown, { column }: ReportRow) => column ?? '' },
    { title: t('transfer:report.issue'), render: (_: unknown, { issues }: ReportRow) => issues.map((issue) => issueText(t, issue)).join(' ') },
  ]
  return (
    <Table<ReportRow>
      size="small"
      rowKey={({ row, column, issues }) => `${row}/${column}/${issues.map(({ code }) => code).join()}`}
      columns={columns}
      dataSource={[...rows]}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      scroll={{ x: 480 }}
    />
  )
}
