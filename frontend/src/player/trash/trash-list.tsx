/** The deleted records with what may be done to each. */
import { DeleteOutlined, UndoOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

import { formatInstant } from '@/core/i18n/format'
import { entryOf } from '@/core/forms/entry'
import type { Entity, Field } from '@/generated/metadata'
import type { Value } from '@/core/values/value'
import { FieldCell } from '@/plugins/fields/field-cell'
import { useFieldScope } from '@/plugins/fields/scope'
import { shownField } from '@/plugins/fields/shown-field'
import { specOf } from '@/plugins/fields/spec-of'
import { issuesOf } from '@/shared/api/problem'
import { titleField, type Definition } from '@/shared/definition/definition'
import { purgeRecord, restoreRecord } from '@/shared/records/one-record'
import { referenceTitle, type StoredRecord } from '@/shared/records/record'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useConfirmDanger } from '@/ui/feedback/use-confirm-danger'

import styles from './trash.module.css'
import { useTrash, useTrashDeed } from './use-trash'

interface TrashListProps {
  readonly definition: Definition
  readonly entity: Entity
}

export function TrashList({ definition, entity }: TrashListProps) {
  const { t } = useTranslation()
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useTrash({ app: definition.app.name, entity: entity.name })
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  if (data === undefined) return <Loading />
  const records = data.pages.flatMap(({ items }) => items)
  if (records.length === 0) return <EmptyState icon={<DeleteOutlined aria-hidden />} title={t('trash:empty')} hint={t('trash:empty.hint')} />
  return (
    <>
      <ul className={styles['records']}>
        {records.map((record) => (
          <TrashItem key={record.id} entity={entity} record={record} canDelete={definition.rights[entity.name]?.delete === true} />
        ))}
      </ul>
      {hasNextPage && (
        <Button block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('trash:more')}
        </Button>
      )}
    </>
  )
}

interface TrashItemProps {
  readonly entity: Entity
  readonly record: StoredRecord
  readonly canDelete: boolean
}

function TrashItem({ entity, record, canDelete }: TrashItemProps) {
  const { t } = useTranslation()
  const { locale, zone } = useFieldScope()
  const title = useTitle(entity, record)
  return (
    <li className={styles['record']}>
      <div className={styles['words']}>
        <div className={styles['title']}>{title}</div>
        <div className={styles['facts']}>
          {factFields(entity).map((field) => (
            <FieldCell key={field.id} field={field} value={record[field.name] as Value} />
          ))}
        </div>
        <div className={styles['when']}>
          {t('trash:deleted', { name: referenceTitle(record.modified_by), at: formatInstant(record.modified_at, locale, zone) })}
        </div>
      </div>
      {canDelete && <TrashActions entity={entity} record={record} title={title} />}
    </li>
  )
}

function TrashActions({ entity, record, title }: Omit<TrashItemProps, 'canDelete'> & { readonly title: string }) {
  const { t } = useTranslation()
  const { app } = useFieldScope()
  const confirmDanger = useConfirmDanger()
  const run = useTrashDeed()
  const place = { app, entity: entity.name }
  const purge = async () => {
    const isMeant = await confirmDanger({ title: t('trash:purge.title', { title }), consequence: t('trash:purge.text'), action: t('trash:purge') })
    if (isMeant) await run(() => purgeRecord(place, record.id, record.version), t('trash:purged', { title }))
  }
  return (
    <div className={styles['actions']}>
      <Button icon={<UndoOutlined aria-hidden />} onClick={() => void run(() => restoreRecord(place, record.id), t('trash:restored', { title }))}>
        {t('trash:restore')}
      </Button>
      <Button danger type="text" icon={<DeleteOutlined aria-hidden />} onClick={() => void purge()}>
        {t('trash:purge')}
      </Button>
    </div>
  )
}

function useTitle(entity: Entity, record: StoredRecord): string {
  const scope = useFieldScope()
  const field = titleField(entity)
  if (field === undefined) return record.id
  const shown = shownField(field, scope)
  return specOf(shown).write(entryOf(entity, record).values[field.name] ?? null, shown, scope) || record.id
}

/** A few short fields that help to recognise a record. */
const MOST_FACTS = 4
const SHORT_TYPES = new Set<Field['type']>(['text', 'choice', 'date', 'link', 'person', 'money', 'phone'])

function factFields(entity: Entity): Field[] {
  return entity.fields.filter(({ id, type }) => SHORT_TYPES.has(type) && id !== entity.title).slice(0, MOST_FACTS)
}
