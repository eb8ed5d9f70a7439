/** Deleted records of an entity, at /a/:app/e/:entity/trash: take them back, or delete them for ever. */
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'

import { text } from '@/core/i18n/text'
import { FieldScopeProvider } from '@/plugins/fields/scope-provider'
import { issuesOf } from '@/shared/api/problem'
import { entityNamed } from '@/shared/definition/definition'
import { useDefinition } from '@/shared/definition/use-definition'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'
import { Page } from '@/ui/page/page'
import { PageHeader } from '@/ui/page/page-header'

import { TrashList } from './trash-list'

export default function TrashPage() {
  const { t } = useTranslation()
  const locale = useLocale()
  const { app = '', entity: name = '' } = useParams()
  const { data: definition, error } = useDefinition(app)
  const entity = definition && entityNamed(definition, name)
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  if (definition === undefined) return <Loading />
  if (entity === undefined) return <EmptyState title={t('record:absent')} hint={t('record:absent.hint')} />
  return (
    <Page>
      <PageHeader title={t('trash:title', { entity: text(entity.label, locale, entity.name) })} description={t('trash:lead')} />
      <FieldScopeProvider definition={definition}>
        <TrashList definition={definition} entity={entity} />
      </FieldScopeProvider>
    </Page>
  )
}
