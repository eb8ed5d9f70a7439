/** What every way of showing the records of a view is given. */
import type { Entity, View } from '@/generated/metadata'
import type { ListQuery } from '@/shared/records/list-records'
import type { RecordPage, StoredRecord } from '@/shared/records/record'

import type { ShownColumn } from './columns'

export interface PictureProps {
  readonly entity: Entity
  readonly view: View
  readonly columns: readonly ShownColumn[]
  readonly list: (query: ListQuery) => Promise<RecordPage>
  readonly query: ListQuery
  /** Opens a record; told which ones stand around it. */
  readonly onOpen: (record: StoredRecord, around: readonly string[]) => void
  readonly onTotal: (total: number) => void
}
