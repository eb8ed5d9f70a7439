/**
 * Changes fields of records by moving them: shown at once, stored on the version that was seen, taken back and explained
 * where the server refuses it.
 */
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { issueText } from '@/core/issues/issue-text'
import type { Entity, Field } from '@/generated/metadata'
import { useFieldScope } from '@/plugins/fields/scope'
import { isProblem, issuesOf } from '@/shared/api/problem'
import { updateRecord, type RecordBody } from '@/shared/records/one-record'
import type { StoredRecord } from '@/shared/records/record'

/** A record on its way to another place. */
export interface Move {
  readonly record: StoredRecord
  readonly to: string
}

export interface Moving {
  readonly moves: readonly Move[]
  readonly move: (record: StoredRecord, to: string, values: RecordBody) => void
}

export function useMoving(entity: Entity): Moving {
  const { t } = useTranslation()
  const { app } = useFieldScope()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [moves, setMoves] = useState<readonly Move[]>([])
  const move = useCallback(
    (record: StoredRecord, to: string, values: RecordBody) => {
      const begun = { record: { ...record, ...values }, to }
      setMoves((before) => [...before.filter((each) => each.record.id !== record.id), begun])
      const refuse = (fault: unknown) => {
        const words = isProblem(fault, 412) ? [t('views:move.stale')] : issuesOf(fault).map((issue) => issueText(t, issue))
        void message.error({ content: [...new Set(words)].join(' '), duration: 6 })
      }
      void updateRecord({ app, entity: entity.name }, record, values)
        .catch(refuse)
        .then(() => client.invalidateQueries({ queryKey: ['records', entity.id] }))
        .finally(() => setMoves((before) => before.filter((each) => each !== begun)))
    },
    [app, client, entity, message, t],
  )
  return { moves, move }
}

/** Whether this person may enter a field by moving records. */
export function useMayMove(entity: Entity, field: Field): boolean {
  const { definition } = useFieldScope()
  const rights = definition.rights[entity.name]
  return rights?.update === true && rights.fields[field.name] === 'edit' && !('read_only' in field && field.read_only === true)
}
