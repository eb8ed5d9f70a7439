/** The list of an entity's records as a view shows them: found, filtered, sorted, opened. */
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'

import { text } from '@/core/i18n/text'
import type { View } from '@/generated/metadata'
import { FieldScopeProvider } from '@/plugins/fields/scope-provider'
import { issuesOf } from '@/shared/api/problem'
import { entityWithId, viewNamed, type Definition } from '@/shared/definition/definition'
import { useDefinition } from '@/shared/definition/use-definition'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'
import { Page } from '@/ui/page/page'
import { PageHeader } from '@/ui/page/page-header'

import { RecordList } from './record-list'

export default function ListPage() {
  const { t } = useTranslation()
  const { app = '', view: name = '' } = useParams()
  const { data: definition, error } = useDefinition(app)
  const locale = useLocale()
  if (error !== null) return <Page><IssueList issues={issuesOf(error)} /></Page>
  if (definition === undefined) return <Page><Loading /></Page>
  const view = viewNamed(definition, name)
  if (view === undefined) {
    return (
      <Page>
        <PageHeader title={text(definition.app.label, locale)} />
        <EmptyState title={t('list:view.absent')} hint={t('list:view.absent.hint')} />
      </Page>
    )
  }
  return <ViewOf key={view.id} definition={definition} view={view} />
}

function ViewOf({ definition, view }: { readonly definition: Definition; readonly view: View }) {
  const entity = entityWithId(definition, view.entity)
  if (entity === undefined) return null
  return (
    <FieldScopeProvider definition={definition}>
      <RecordList definition={definition} entity={entity} view={view} />
    </FieldScopeProvider>
  )
}
