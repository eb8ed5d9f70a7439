/** What a person does with a record as a whole: save, save and go on, copy, take back, delete, settle a conflict. */
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import type { Entry } from '@/core/forms/entry'
import { openSession, setBase, setEntry } from '@/core/forms/session'
import { issuesOf } from '@/shared/api/problem'
import { deleteRecord, type RecordPlace } from '@/shared/records/one-record'
import type { StoredRecord } from '@/shared/records/record'
import { issueText } from '@/core/issues/issue-text'

import { copyOf } from './copy-record'
import { recordKey } from '../form/record-query'
import { useDeletedNotice } from './use-deleted-notice'
import type { NewRecord, RecordSession } from '../form/use-record-session'
import type { Conflict, Saving } from '../form/use-saving'

interface CommandSource {
  readonly place: RecordPlace
  readonly record: StoredRecord | null
  readonly work: RecordSession
  readonly saving: Saving
  /** Address of the list. */
  readonly back: string
}

export interface RecordCommands {
  readonly save: () => Promise<void>
  readonly saveAndNew: () => Promise<void>
  /** Stores without going anywhere; answers whether it was stored. */
  readonly store: () => Promise<boolean>
  /** Drops everything unsaved. */
  readonly forget: () => void
  readonly discardDraft: () => void
  readonly duplicate: () => void
  readonly revert: () => void
  readonly remove: () => Promise<void>
  readonly conflict: Conflict | null
  readonly settle: (entry: Entry) => Promise<void>
  readonly leaveConflict: () => void
}

export function useRecordCommands({ place, record, work, saving, back }: CommandSource): RecordCommands {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const tellDeleted = useDeletedNotice(place)
  const { session, change, draft } = work
  const base = `/a/${place.app}/e/${place.entity}`
  // Drawn at once, so that the guard against leaving already sees a clean form.
  const reset = (stored: Readonly<Record<string, unknown>>) => flushSync(() => change(({ entity }) => openSession(entity, stored)))

  const stored = async (): Promise<StoredRecord | null> => {
    const answer = await saving.save()
    if (answer === null) return null
    reset(record === null ? {} : answer)
    message.success(t('record:saved'))
    return answer
  }

  const opened = draft.conflict && record && { ...draft.conflict, newest: record }
  const conflict = saving.conflict ?? opened
  const leaveConflict = () => {
    saving.setConflict(null)
    if (draft.conflict) change((now) => setEntry(now, draft.conflict?.mine ?? now.entry))
    work.forgetDraft()
  }

  return {
    save: async () => {
      const answer = await stored()
      if (answer !== null && record === null) await navigate(`${base}/${answer.id}`, { replace: true })
    },
    saveAndNew: async () => {
      if ((await stored()) === null) return
      if (record === null) reset({})
      else await navigate(`${base}/new`)
    },
    store: async () => (await stored()) !== null,
    forget: () => reset(record ?? {}),
    discardDraft: () => {
      change((now) => setEntry(now, now.base))
      work.forgetDraft()
    },
    duplicate: () => {
      const start: NewRecord = { values: copyOf(session.entity, work.shown), draft: `copy-${record?.id ?? ''}` }
      void navigate(`${base}/new`, { state: { start } })
    },
    revert: () => change((now) => setEntry(now, now.base)),
    remove: async () => {
      if (record === null) return
      try {
        await deleteRecord(place, record.id, record.version)
      } catch (fault) {
        const [issue] = issuesOf(fault)
        if (issue) message.error(issueText(t, issue))
        return
      }
      reset(record)
      tellDeleted(record.id)
      // First away from here: nobody asks for this record again.
      await navigate(back)
      void queryClient.invalidateQueries()
    },
    conflict,
    settle: async (entry) => {
      if (conflict === null) return
      const { newest } = conflict
      queryClient.setQueryData(recordKey(place, newest.id), newest)
      change((now) => setEntry(setBase(now, newest), entry))
      saving.setConflict(null)
      work.forgetDraft()
      const answer = await saving.save({ entry, newest })
      if (answer === null) return
      reset(answer)
      message.success(t('record:saved'))
    },
    leaveConflict,
  }
}
