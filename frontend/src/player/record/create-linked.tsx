/** A drawer with the form of a linked entity, so that a missing customer is made without leaving the order. */
import { Button, Drawer } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { entryOf } from '@/core/forms/entry'
import { planForm } from '@/core/forms/plan'
import type { Reference } from '@/core/values/value'
import type { Entity, Field } from '@/generated/metadata'
import { useFieldScope, type FieldScope } from '@/plugins/fields/scope'
import { FieldScopeProvider } from '@/plugins/fields/scope-provider'
import { titleField, type Definition } from '@/shared/definition/definition'
import { useSession } from '@/shared/session/session-context'
import { IssueList } from '@/ui/feedback/issue-list'

import { faultsOf } from '../form/faults'
import { RecordForm } from '../form/record-form'
import styles from './record.module.css'
import { recordTitle } from '../form/record-title'
import { useRecordSession, type NewRecord } from '../form/use-record-session'
import { useSaving } from '../form/use-saving'

interface Wish {
  readonly entity: Entity
  readonly typed: string
  readonly answer: (created: Reference | null) => void
}

/** Gives the fields below a way to create linked records; inside the drawer itself there is none. */
export function CreateLinkedScope({ definition, children }: { readonly definition: Definition; readonly children: ReactNode }) {
  const [wish, setWish] = useState<Wish | null>(null)
  const createLinked = useCallback<NonNullable<FieldScope['createLinked']>>(
    (entity, typed) => new Promise((answer) => setWish({ entity, typed, answer })),
    [],
  )
  const end = (created: Reference | null) => {
    wish?.answer(created)
    setWish(null)
  }
  return (
    <FieldScopeProvider definition={definition} createLinked={createLinked}>
      {children}
      {wish && (
        <FieldScopeProvider definition={definition}>
          <CreateDrawer wish={wish} onEnd={end} />
        </FieldScopeProvider>
      )}
    </FieldScopeProvider>
  )
}

function CreateDrawer({ wish, onEnd }: { readonly wish: Wish; readonly onEnd: (created: Reference | null) => void }) {
  const { t } = useTranslation()
  const scope = useFieldScope()
  const { user } = useSession()
  const { entity, typed } = wish
  const place = { app: scope.app, entity: entity.name }
  const plan = useMemo(() => narrowPlan(scope.definition, entity), [scope.definition, entity])
  const title = titleField(entity)
  const work = useRecordSession({ place, plan, user: user.id, record: null, start: newLinked(title, typed) })
  const saving = useSaving({ place, plan, record: null, work })
  const faults = faultsOf(saving.refusal, work.shown, plan, t)
  const save = async () => {
    const stored = await saving.save()
    if (stored === null) return
    onEnd({ id: stored.id, title: recordTitle(entity, entryOf(entity, stored), scope) })
  }
  return (
    <Drawer
      open
      size={480}
      title={t('record:new', { entity: text(entity.label, scope.locale, entity.name) })}
      onClose={() => onEnd(null)}
      footer={
        <Button type="primary" block loading={saving.isSaving} onClick={() => void save()}>
          {t('record:save')}
        </Button>
      }
    >
      <div className={styles['drawerForm']}>
        <IssueList issues={faults.issues} />
        <RecordForm plan={plan} shown={work.shown} behaviour={work.behaviour} faults={faults} isReadOnly={false} change={work.change} />
      </div>
    </Drawer>
  )
}

/** What was searched for in vain is most likely the name. */
function newLinked(title: Field | undefined, typed: string): NewRecord {
  return { values: typed !== '' && title?.type === 'text' ? { [title.name]: typed } : {}, draft: `linked-${typed}` }
}

/** The entity's form in one column. */
function narrowPlan(definition: Definition, entity: Entity) {
  const form = definition.forms.find((each) => each.entity === entity.id)
  const access = definition.rights[entity.name]?.fields ?? {}
  const plan = planForm({ entity, form, access, trees: definition.trees })
  const sections = plan.sections.map((section) => ({ ...section, items: section.items.map((item) => ({ ...item, span: 1 })) }))
  return { ...plan, columns: 1, sections }
}
