/** `/design/new/file/:id`: what a file of tables becomes, shown and corrected, then made with its rows. */
import { Button, Form, Input, Tabs } from 'antd'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'

import { documentLanguage } from '@/core/i18n/locale'
import { formatNumber } from '@/core/i18n/format'
import { text } from '@/core/i18n/text'
import { issuesOf } from '@/shared/api/problem'
import { sessionQuery } from '@/shared/session/use-session'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'
import { Page } from '@/ui/page/page'
import { PageHeader } from '@/ui/page/page-header'

import { AudienceEntry } from './audience-entry'
import { makeFromFile, stemOf, withTable, type AppFromFile, type Checked, type FileTable, type Proposal } from './file-plan'
import styles from './file.module.css'
import { ImportCourse } from './import-course'
import { SheetPanel } from './sheet-panel'
import type { Audience } from './starts'
import { useFilePlan, useProposal, type FilePlan } from './use-file-plan'

export default function FilePage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const { data: proposal, error } = useProposal(id)
  const [made, setMade] = useState<AppFromFile | null>(null)
  const crumbs = [{ title: t('home:apps'), to: '/' }, { title: t('starts:title'), to: '/design/new' }, { title: t('starts:file.crumb') }]
  return (
    <Page wide>
      <PageHeader title={t('starts:file.title', { file: proposal?.file ?? '' })} description={made === null ? t('starts:file.description') : undefined} crumbs={crumbs} />
      {error !== null && <IssueList issues={issuesOf(error)} title={t('starts:file.refused')} />}
      {proposal === undefined && error === null && <Loading />}
      {proposal !== undefined && made === null && <Correcting proposal={proposal} onMade={setMade} />}
      {made !== null && <ImportCourse made={made} />}
    </Page>
  )
}

interface CorrectingProps {
  readonly proposal: Proposal
  readonly onMade: (made: AppFromFile) => void
}

function Correcting({ proposal, onMade }: CorrectingProps) {
  const plan = useFilePlan(proposal)
  return (
    <div className={styles['page']}>
      <MakeBar proposal={proposal} plan={plan} onMade={onMade} />
      <Findings checked={plan.checked} />
      <Tabs items={plan.tables.map((table) => ({ key: table.sheet || proposal.file, label: <TabName table={table} checked={plan.checked} />, children: <Sheet table={table} proposal={proposal} plan={plan} /> }))} />
    </div>
  )
}

interface SheetProps {
  readonly table: FileTable
  readonly proposal: Proposal
  readonly plan: FilePlan
}

function Sheet({ table, proposal, plan }: SheetProps) {
  return (
    <SheetPanel
      table={table}
      tables={plan.tables}
      types={proposal.types}
      checked={plan.checked}
      onChange={(changed) => plan.change(withTable(plan.tables, table.sheet, changed))}
      onHeaderRow={(row) => void plan.readAgain(table.sheet, row)}
    />
  )
}

function TabName({ table, checked }: { readonly table: FileTable; readonly checked: Checked | undefined }) {
  const { t } = useTranslation()
  const faults = table.use ? (checked?.misfits.filter(({ sheet }) => sheet === table.sheet).length ?? 0) : 0
  return (
    <span className={table.use ? undefined : styles['quiet']}>
      {table.sheet || table.label}
      {faults > 0 && <span className={styles['mark']}> {t('starts:sheet.faults', { count: faults })}</span>}
      {!table.use && ` · ${t('starts:sheet.unused')}`}
    </span>
  )
}

function Findings({ checked }: { readonly checked: Checked | undefined }) {
  const locale = useLocale()
  if (checked === undefined || checked.issues.length === 0) return null
  return (
    <ul className={styles['against']} role="alert">
      {checked.issues.map(({ code, pointer, words }) => (
        <li key={`${code}${pointer}`}>{text(words, locale)}</li>
      ))}
    </ul>
  )
}

function MakeBar({ proposal, plan, onMade }: CorrectingProps & { readonly plan: FilePlan }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const locale = useLocale()
  const language = documentLanguage(locale)
  const [label, setLabel] = useState(stemOf(proposal.file))
  const [audience, setAudience] = useState<Audience>('nobody')
  const words = label.trim()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => makeFromFile({ label: { [language]: words }, languages: [language], audience }, proposal.id, plan.tables),
    onSuccess: async (made) => {
      await Promise.all([client.invalidateQueries({ queryKey: ['apps'] }), client.invalidateQueries(sessionQuery)])
      onMade(made)
    },
  })
  const used = plan.tables.filter(({ use: isUsed }) => isUsed)
  const rows = used.reduce((sum, table) => sum + table.rows, 0)
  const isReady = words !== '' && plan.checked?.issues.length === 0
  return (
    <Form layout="vertical" className={styles['make'] ?? ''} onFinish={() => isReady && mutate()}>
      {error !== null && <IssueList issues={issuesOf(error)} />}
      <Form.Item label={t('starts:label')} htmlFor="file-app-label" className={styles['makeName'] ?? ''}>
        <Input id="file-app-label" value={label} maxLength={100} onChange={({ target }) => setLabel(target.value)} />
      </Form.Item>
      <Form.Item label={t('starts:audience')}>
        <AudienceEntry value={audience} onChange={setAudience} />
      </Form.Item>
      <Button type="primary" size="large" htmlType="submit" loading={isPending} disabled={!isReady}>
        {t('starts:file.make', { tables: formatNumber(used.length, locale), rows: formatNumber(rows, locale) })}
      </Button>
    </Form>
  )
}
