/** One record in its form, new or existing, at /a/:app/e/:entity/new and /:id. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'react-router'

import { planForm } from '@/core/forms/plan'
import type { Entity } from '@/generated/metadata'
import { isProblem, issuesOf } from '@/shared/api/problem'
import { entityNamed, type Definition } from '@/shared/definition/definition'
import { useDefinition } from '@/shared/definition/use-definition'
import type { StoredRecord } from '@/shared/records/record'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { Page } from '@/ui/page/page'

import { CreateLinkedScope } from './create-linked'
import { recordQuery } from '../form/record-query'
import { RecordScreen } from './record-screen'
import { BLANK_RECORD, type NewRecord } from '../form/use-record-session'

export default function RecordPage() {
  const { app = '', entity: name = '', id } = useParams()
  const { data: definition, error } = useDefinition(app)
  if (error !== null) return <Refused fault={error} />
  if (definition === undefined) return <Loading />
  const entity = entityNamed(definition, name)
  if (entity === undefined) return <Absent />
  return (
    <CreateLinkedScope definition={definition}>
      {id === undefined ? <NewScreen definition={definition} entity={entity} /> : <StoredScreen key={id} definition={definition} entity={entity} id={id} />}
    </CreateLinkedScope>
  )
}

interface ScreenProps {
  readonly definition: Definition
  readonly entity: Entity
}

function StoredScreen({ definition, entity, id }: ScreenProps & { readonly id: string }) {
  const { data: record, error } = useQuery(recordQuery({ app: definition.app.name, entity: entity.name }, id))
  if (isProblem(error, 404)) return <Absent />
  if (error !== null) return <Refused fault={error} />
  return record === undefined ? <Loading /> : <Screen definition={definition} entity={entity} record={record} start={BLANK_RECORD} />
}

function NewScreen({ definition, entity }: ScreenProps) {
  const { state, key } = useLocation()
  const start = (state as { readonly start?: NewRecord } | null)?.start ?? BLANK_RECORD
  return <Screen key={key} definition={definition} entity={entity} record={null} start={start} />
}

interface DrawnProps extends ScreenProps {
  readonly record: StoredRecord | null
  readonly start: NewRecord
}

function Screen({ definition, entity, record, start }: DrawnProps) {
  const rights = definition.rights[entity.name]
  const plan = useMemo(() => {
    const form = definition.forms.find((each) => each.entity === entity.id)
    return planForm({ entity, form, access: rights?.fields ?? {}, trees: definition.trees })
  }, [definition, entity, rights])
  const place = useMemo(() => ({ app: definition.app.name, entity: entity.name }), [definition.app.name, entity.name])
  if (rights === undefined) return <Absent />
  return <RecordScreen place={place} plan={plan} rights={rights} record={record} start={start} />
}

function Absent() {
  const { t } = useTranslation()
  return (
    <Page>
      <EmptyState title={t('record:absent')} hint={t('record:absent.hint')} />
    </Page>
  )
}

function Refused({ fault }: { readonly fault: unknown }) {
  return (
    <Page>
      <IssueList issues={issuesOf(fault)} />
    </Page>
  )
}
