/** `/a/:app/pages/:page`: a page of blocks, each showing what this person may see. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'

import { text } from '@/core/i18n/text'
import { FieldScopeProvider } from '@/plugins/fields/scope-provider'
import { isProblem, issuesOf } from '@/shared/api/problem'
import { pageQuery } from '@/shared/definition/pages'
import { useDefinition } from '@/shared/definition/use-definition'
import { Board } from '@/ui/board/board'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'
import { Page } from '@/ui/page/page'
import { PageHeader } from '@/ui/page/page-header'

import { AnyBlock, isSeen } from './any-block'

export default function PagePage() {
  const { t } = useTranslation()
  const locale = useLocale()
  const { app = '', page: name = '' } = useParams()
  const { data: definition, error: fault } = useDefinition(app)
  const { data: open, error } = useQuery(pageQuery(app, name))
  if (isProblem(error, 404)) return <Page><EmptyState title={t('views:page.absent')} hint={t('views:page.absent.hint')} /></Page>
  if (fault !== null || error !== null) return <Page><IssueList issues={issuesOf(fault ?? error)} /></Page>
  if (definition === undefined || open === undefined) return <Page><Loading /></Page>
  const { page } = open
  const blocks = page.blocks.filter((block) => isSeen(definition, open, block))
  return (
    <Page wide>
      <PageHeader title={text(page.label, locale, page.name)} description={page.description && text(page.description, locale)} />
      {blocks.length === 0 && <EmptyState title={t('views:page.empty')} hint={t('views:page.empty.hint')} />}
      <FieldScopeProvider definition={definition}>
        <Board placed={blocks} render={(block) => <AnyBlock definition={definition} open={open} block={block} />} />
      </FieldScopeProvider>
    </Page>
  )
}
