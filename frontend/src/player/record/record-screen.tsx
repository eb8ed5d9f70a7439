/** The screen of one record: head, issues, flows, form, history, and the questions that come up when saving and leaving. */
import { Button, Grid } from 'antd'
import { useEffect, useMemo, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { computeBody } from '@/core/forms/changes'
import type { FormPlan } from '@/core/forms/plan'
import { setValue } from '@/core/forms/session'
import type { EntityRights } from '@/shared/definition/definition'
import type { RecordPlace } from '@/shared/records/one-record'
import type { StoredRecord } from '@/shared/records/record'
import { useApps } from '@/shared/apps/use-apps'
import { useSession } from '@/shared/session/session-context'
import { Page } from '@/ui/page/page'

import { ForecastNote } from '../flow/forecast-note'
import { FlowStrip } from '../flow/flow-strip'
import { RecordRuns } from '../flow/record-runs'
import { ConflictDialog } from './conflict-dialog'
import { DraftNotice } from '../form/draft-notice'
import { faultsOf, standingIssues } from '../form/faults'
import { focusIssue } from '../form/focus-issue'
import { ExplainDialog } from './explain-dialog'
import { IssueSummary } from '../form/issue-summary'
import { LeaveGuard } from './leave-guard'
import { recordActions } from './record-actions'
import { RecordForm } from '../form/record-form'
import { RecordHead } from './record-head'
import { RecordSide } from './record-side'
import styles from './record.module.css'
import { useSidePanel } from './side-panel'
import { StockPanel } from './stock/stock-panel'
import { Timeline } from './timeline/timeline'
import { useFreshRecord } from './use-fresh-record'
import { useNeighbours } from './use-neighbours'
import { useRecordCommands } from './use-record-commands'
import { useRecordSession, type NewRecord } from '../form/use-record-session'
import { useSaveKey } from './use-save-key'
import { useSaving } from '../form/use-saving'

interface RecordScreenProps {
  readonly place: RecordPlace
  readonly plan: FormPlan
  readonly rights: EntityRights
  /** Null for a new record. */
  readonly record: StoredRecord | null
  readonly start: NewRecord
}

export function RecordScreen({ place, plan, rights, record, start }: RecordScreenProps) {
  const { t } = useTranslation()
  const { user } = useSession()
  const isPhone = Grid.useBreakpoint().md === false
  const work = useRecordSession({ place, plan, user: user.id, record, start })
  const saving = useSaving({ place, plan, record, work })
  useFreshRecord({ place, record, work, isSaving: saving.isSaving })
  const neighbours = useNeighbours(place, record?.id ?? null, `/a/${place.app}`)
  const commands = useRecordCommands({ place, record, work, saving, back: neighbours.back })
  const faults = useMemo(() => faultsOf(saving.refusal, work.shown, plan, t), [saving.refusal, work.shown, plan, t])
  const mayOversee = useApps().data?.find(({ name }) => name === place.app)?.may_oversee ?? false
  const [isExplaining, setExplaining] = useState(false)
  const isReadOnly = record === null ? !rights.create : !rights.update
  useFirstFault(saving.refusal, plan)
  useSaveKey(commands.save, isReadOnly)

  const saveButton: ReactNode = !isReadOnly && (
    <Button type="primary" loading={saving.isSaving} disabled={record !== null && !work.isDirty} onClick={() => void commands.save()}>
      {t('record:save')}
    </Button>
  )
  const actions = recordActions({
    isNew: record === null,
    isDirty: work.isDirty,
    canCreate: rights.create,
    canDelete: rights.delete,
    onSaveNew: () => void commands.saveAndNew(),
    onDuplicate: commands.duplicate,
    onRevert: commands.revert,
    onDelete: () => void commands.remove(),
    onExplain: mayOversee ? () => setExplaining(true) : undefined,
  })
  const timeline = record && (
    <Timeline
      place={place}
      entity={plan.entity}
      id={record.id}
      onRestore={isReadOnly ? undefined : (name, value) => work.change((session) => setValue(session, name, value))}
    />
  )
  const stock = record && plan.entity.stock ? <StockPanel place={place} id={record.id} version={record.version} /> : undefined
  const { button, isBeside, panel } = useSidePanel(
    record && <RecordSide history={timeline} flows={<RecordRuns place={place} id={record.id} />} stock={stock} />,
  )
  return (
    <Page wide>
      <RecordHead
        entity={plan.entity}
        entry={work.shown}
        isNew={record === null}
        isDirty={work.isDirty}
        neighbours={neighbours}
        actions={actions}
        saveButton={isPhone ? null : saveButton}
        historyButton={button}
      />
      <div className={isBeside ? `${styles['layout']} ${styles['withSide']}` : styles['layout']}>
        <div className={styles['main']}>
          <DraftNotice restoredAt={work.draft.restoredAt} onDiscard={commands.discardDraft} onClose={work.forgetDraft} />
          {record !== null && <FlowStrip place={place} id={record.id} isDirty={work.isDirty} />}
          {!isReadOnly && (record === null || work.isDirty) && (
            <ForecastNote place={place} id={record?.id ?? null} values={computeBody(plan.entity, record?.id ?? null, work.shown)} />
          )}
          <IssueSummary faults={faults} plan={plan} />
          <RecordForm plan={plan} shown={work.shown} behaviour={work.behaviour} faults={faults} isReadOnly={isReadOnly} change={work.change} />
        </div>
        {panel}
      </div>
      {isPhone && !isReadOnly && <div className={styles['saveBar']}>{saveButton}</div>}
      <LeaveGuard isDirty={work.isDirty} onSave={commands.store} onDiscard={commands.forget} />
      {isExplaining && record !== null && <ExplainDialog place={place} id={record.id} onClose={() => setExplaining(false)} />}
      {commands.conflict && (
        <ConflictDialog
          entity={plan.entity}
          conflict={commands.conflict}
          isSaving={saving.isSaving}
          onSettle={(entry) => void commands.settle(entry)}
          onCancel={commands.leaveConflict}
        />
      )}
    </Page>
  )
}

/** After a refusal the first place at fault has the focus. */
function useFirstFault(refusal: ReturnType<typeof useSaving>['refusal'], plan: FormPlan): void {
  useEffect(() => {
    if (refusal === null) return
    const [first] = standingIssues(refusal, refusal.entry, plan)
    if (first) focusIssue(first, plan)
  }, [refusal, plan])
}
