/** Entry of a new record on a page; once it is stored the form is empty again, and leads to what was made. */
import { App, Button } from 'antd'
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
import type { BlockProps } from './any-block'
import { BlockFrame } from './block-frame'
import styles from './page.module.css'

export default function FormBlock(props: BlockProps) {
  const { definition, block } = props
  const found = formOf(definition, block)
  const [round, setRound] = useState(0)
  return found === undefined ? null : <EntryForm key={round} {...props} {...found} onStored={() => setRound(round + 1)} />
}

interface EntryFormProps extends Omit<BlockProps, 'open'> {
  readonly form: Form
  readonly entity: Entity
  readonly onStored: () => void
}

function EntryForm({ definition, block, form, entity, onStored }: EntryFormProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { user } = useSession()
  const tell = useTelling(definition.app.name, entity)
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
    tell(stored)
    onStored()
  }
  return (
    <BlockFrame title={text(block.label ?? form.label, locale, form.name)}>
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
function useTelling(app: string, entity: Entity): (stored: StoredRecord) => void {
  const { t } = useTranslation()
  const { message } = App.useApp()
  return (stored) =>
    void message.success({
      content: (
        <span>
          {t('views:page.stored')} <Link to={`/a/${app}/e/${entity.name}/${stored.id}`}>{recordTitle(entity, stored)}</Link>
        </span>
      ),
      duration: 6,
    })
}

/** In a narrow block one column, whatever the form has elsewhere. */
function narrowPlan(definition: EntryFormProps['definition'], form: Form, entity: Entity, width: number) {
  const plan = planForm({ entity, form, access: definition.rights[entity.name]?.fields ?? {}, trees: definition.trees })
  if (width >= 14) return plan
  const sections = plan.sections.map((section) => ({ ...section, items: section.items.map((item) => ({ ...item, span: 1 })) }))
  return { ...plan, columns: 1, sections }
}
