/** Entry of a new record on a page; once it is stored the form is empty again, and leads to what was made. */
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { text } from '@/core/i18n/text'
import { planForm } from '@/core/forms/plan'
import type { Entity, Form } from '@/generated/metadata'
import { formOf } from '@/shared/definition/pages'
import { recordTitle, type StoredRecord } from '@/shared/records/record'
import { useSession } from '@/shared/session/session-context'
import { IssueList } from '@/ui/feedback/issue-list'
import { useLocale } from '@/ui/locale/interface-language'

import { draftKey, storeDraft } from '../form/drafts'
import { faultsOf } from '../form/faults'
import { RecordForm } from '../form/record-form'
import { useRecordSession } from '../form/use-record-session'
import { useSaving } from '../form/use-saving'
import type { BlockProps } from './block-props'
import { BlockFrame } from './block-frame'
import styles from './page.module.css'

export default function FormBlock(props: BlockProps) {
  const { definition, block } = props
  const found = formOf(definition, block)
  const [stored, setStored] = useState<StoredRecord | null>(null)
  return found === undefined ? null : <EntryForm key={stored?.id ?? ''} {...props} {...found} stored={stored} onStored={setStored} />
}

interface EntryFormProps extends Omit<BlockProps, 'open'> {
  readonly form: Form
  readonly entity: Entity
  /** The one before. */
  readonly stored: StoredRecord | null
  readonly onStored: (stored: StoredRecord) => void
}

function EntryForm({ definition, block, form, entity, stored: former, onStored }: EntryFormProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { user } = useSession()
  const place = useMemo(() => ({ app: definition.app.name, entity: entity.name }), [definition.app.name, entity.name])
  const plan = useMemo(() => narrowPlan(definition, form, entity, block.w), [definition, form, entity, block.w])
  const [start] = useState(() => ({ values: {}, draft: `page-${block.id}` }))
  const work = useRecordSession({ place, plan, user: user.id, record: null, start })
  const saving = useSaving({ place, plan, record: null, work })
  const faults = faultsOf(saving.refusal, work.shown, plan, t)
  const save = async () => {
    const stored = await saving.save()
    if (stored === null) return
    // The next record begins empty, not with what this one was.
    storeDraft(draftKey(user.id, place, start.draft), null)
    onStored(stored)
  }
  return (
    <BlockFrame title={text(block.label ?? form.label, locale, form.name)}>
      <Stored app={definition.app.name} entity={entity} record={former} />
      <IssueList issues={faults.issues} />
      <RecordForm plan={plan} shown={work.shown} behaviour={work.behaviour} faults={faults} isReadOnly={false} change={work.change} />
      <div className={styles['save']}>
        <Button type="primary" loading={saving.isSaving} onClick={() => void save()}>
          {t('record:save')}
        </Button>
      </div>
    </BlockFrame>
  )
}

/** Says what was made, with the way to it. */
function Stored({ app, entity, record }: { readonly app: string; readonly entity: Entity; readonly record: StoredRecord | null }) {
  const { t } = useTranslation()
  return (
    <p className={styles['stored']} role="status">
      {record !== null && (
        <>
          {t('views:page.stored')} <Link to={`/a/${app}/e/${entity.name}/${record.id}`}>{recordTitle(entity, record)}</Link>
        </>
      )}
    </p>
  )
}

/** In a narrow block one column, whatever the form has elsewhere. */
function narrowPlan(definition: EntryFormProps['definition'], form: Form, entity: Entity, width: number) {
  const plan = planForm({ entity, form, access: definition.rights[entity.name]?.fields ?? {}, trees: definition.trees })
  if (width >= 14) return plan
  const sections = plan.sections.map((section) => ({ ...section, items: section.items.map((item) => ({ ...item, span: 1 })) }))
  return { ...plan, columns: 1, sections }
}
