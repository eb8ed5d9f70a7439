/** Keeps an open record as it is on the server, as when a flow changes it, unless somebody is writing in it: then saving settles the two. */
import { useQueryClient } from '@tanstack/react-query'

import { openSession } from '@/core/forms/session'
import { useRecordNews } from '@/shared/events/record-news'
import { readRecord, type RecordPlace } from '@/shared/records/one-record'
import type { StoredRecord } from '@/shared/records/record'

import { recordKey } from '../form/record-query'
import type { RecordSession } from '../form/use-record-session'

interface FreshSource {
  readonly place: RecordPlace
  readonly record: StoredRecord | null
  readonly work: RecordSession
  readonly isSaving: boolean
}

export function useFreshRecord({ place, record, work, isSaving }: FreshSource): void {
  const queryClient = useQueryClient()
  useRecordNews(place, record, () => {
    if (record === null || work.isDirty || isSaving) return
    void readRecord(place, record.id)
      .then((newest) => {
        queryClient.setQueryData(recordKey(place, record.id), newest)
        // What was typed while the answer was on its way stays, on the version it was typed on.
        work.change((now) => (now.entry === now.base ? openSession(now.entity, newest) : now))
      })
      // What is shown stands; saving asks for the version anyway.
      .catch(() => undefined)
  })
}
