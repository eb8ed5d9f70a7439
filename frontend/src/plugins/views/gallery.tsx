/** Records as pictures: the first picture of a field, and below it what names the record. */
import { useEffect } from 'react'

import { isStoredFile, type StoredFile } from '@/core/values/value'
import type { Field } from '@/generated/metadata'
import { issuesOf } from '@/shared/api/problem'
import { titleField } from '@/shared/definition/definition'
import { recordTitle, type StoredRecord } from '@/shared/records/record'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { Icon } from '@/ui/icon'

import { colorClass } from './color-class'
import { useRefreshing } from './kanban'
import { MoreRecords } from './more-records'
import type { PictureProps } from './picture-props'
import { cardFields, RecordCard } from './record-card'
import { rowColor } from './record-colors'
import { useRecordPages } from './use-record-pages'
import styles from './views.module.css'

const MOST_FIELDS = 5

interface GalleryProps extends PictureProps {
  readonly picture: Field | undefined
}

export function Gallery(props: GalleryProps) {
  const { entity, columns, picture, onOpen, onTotal } = props
  const pages = useRecordPages(props)
  const { records, total, error, isLoading } = pages
  useRefreshing(props)
  useEffect(() => {
    if (total !== undefined) onTotal(total)
  }, [total, onTotal])
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  if (isLoading) return <Loading />
  const open = (record: StoredRecord) => onOpen(record, records.map(({ id }) => id))
  const fields = cardFields(columns, MOST_FIELDS, picture, titleField(entity))
  return (
    <div className={styles['galleryFrame']}>
      <ul className={styles['gallery']}>
        {records.map((record) => (
          <li key={record.id} className={`${styles['card'] ?? ''} ${styles['picturedCard'] ?? ''} ${colorClass(rowColor(record), 'row')}`}>
            <RecordCard
              record={record}
              entity={entity}
              fields={fields}
              onOpen={open}
              picture={<Picture file={picture && firstPicture(record[picture.name])} alt={recordTitle(entity, record)} icon={entity.icon} />}
            />
          </li>
        ))}
      </ul>
      <MoreRecords pages={pages} />
    </div>
  )
}

function Picture({ file, alt, icon }: { readonly file: StoredFile | undefined; readonly alt: string; readonly icon: string | undefined }) {
  if (file === undefined) {
    return (
      <span className={styles['noPicture']} aria-hidden>
        <Icon name={icon} />
      </span>
    )
  }
  return <img className={styles['picture']} src={`/api/files/${encodeURIComponent(file.id)}`} alt={alt} loading="lazy" />
}

/** Only kinds that every browser draws and that cannot carry scripts. */
export function firstPicture(value: unknown): StoredFile | undefined {
  const files = Array.isArray(value) ? value.filter(isStoredFile) : []
  return files.find(({ type }) => /^image\/(?:png|jpeg|gif|webp|avif)$/.test(type))
}
