/** The wizard that brings a sheet's rows into an entity: file, mapping, check, import. */
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'

import { text } from '@/core/i18n/text'
import type { Entity } from '@/generated/metadata'
import { issuesOf } from '@/shared/api/problem'
import { entityNamed, type Definition } from '@/shared/definition/definition'
import { useDefinition } from '@/shared/definition/use-definition'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'
import { Page } from '@/ui/page/page'
import { PageHeader } from '@/ui/page/page-header'

import { FileStep } from './file-step'
import { ImportProgress } from './import-progress'
import { ImportWork } from './import-work'
import { useImport } from './use-import'

export default function ImportPage() {
  const { app = '', entity: name = '' } = useParams()
  const { data: definition, error } = useDefinition(app)
  if (error !== null) return <Page><IssueList issues={issuesOf(error)} /></Page>
  if (definition === undefined) return <Page><Loading /></Page>
  const entity = entityNamed(definition, name)
  if (entity === undefined || definition.rights[name]?.import !== true) return <NotForYou definition={definition} />
  return <Wizard definition={definition} entity={entity} />
}

function NotForYou({ definition }: { readonly definition: Definition }) {
  const { t } = useTranslation()
  return (
    <Page>
      <PageHeader title={text(definition.app.label, useLocale())} />
      <EmptyState title={t('transfer:denied')} hint={t('transfer:denied.hint')} />
    </Page>
  )
}

function Wizard({ definition, entity }: { readonly definition: Definition; readonly entity: Entity }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [address, setAddress] = useSearchParams()
  const id = address.get('id')
  const { data: found, error } = useImport(id)
  const { name: app } = definition.app
  const begin = (next: string | null) => setAddress(next === null ? {} : { id: next })
  return (
    <Page>
      <PageHeader title={t('transfer:title', { entity: text(entity.label, locale, entity.name) })} />
      <ImportProgress current={found ?? null} />
      {error !== null && <IssueList issues={issuesOf(error)} />}
      {id === null && <FileStep app={app} entity={entity.name} onStarted={(started) => begin(started.id)} />}
      {id !== null && found === undefined && error === null && <Loading />}
      {found !== undefined && id !== null && <ImportWork found={found} definition={definition} entity={entity} onRestart={() => begin(null)} />}
    </Page>
  )
}
