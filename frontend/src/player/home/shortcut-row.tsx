/** One view among the shortcuts: its name, its number of records as of now, and a way to a new record. */
import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { formatNumber } from '@/core/i18n/format'
import { text } from '@/core/i18n/text'
import type { Entity, View } from '@/generated/metadata'
import { entityWithId, type Definition } from '@/shared/definition/definition'
import { listRecords, viewRestriction } from '@/shared/records/list-records'
import { useLocale } from '@/ui/locale/interface-language'

import styles from './overview.module.css'

interface ShortcutRowProps {
  readonly app: string
  readonly definition: Definition
  readonly view: View
}

export function ShortcutRow({ app, definition, view }: ShortcutRowProps) {
  const locale = useLocale()
  const entity = entityWithId(definition, view.entity)
  const { data: count } = useViewCount(app, definition, view, entity)
  const mayCreate = entity !== undefined && definition.rights[entity.name]?.create === true
  return (
    <li className={styles['row']}>
      <Link to={`/a/${app}/v/${view.name}`} className={styles['cover']}>
        {text(view.label, locale, view.name)}
      </Link>
      <span className={styles['count']}>{count === undefined ? '–' : formatNumber(count, locale)}</span>
      {mayCreate ? <NewRecordLink app={app} entity={entity} /> : <span />}
    </li>
  )
}

function useViewCount(app: string, definition: Definition, view: View, entity: Entity | undefined) {
  const restriction = viewRestriction(definition, view)
  return useQuery({
    queryKey: ['apps', app, 'records', entity?.name, 'count', restriction],
    queryFn: async ({ signal }) => {
      const query = { ...restriction, limit: 1, fields: 'id', count: 'exact' } as const
      return (await listRecords(app, entity?.name ?? '', query, signal)).total
    },
    enabled: entity !== undefined,
  })
}

function NewRecordLink({ app, entity }: { readonly app: string; readonly entity: Entity }) {
  const { t } = useTranslation()
  const words = t('home:views.new', { entity: text(entity.label, useLocale(), entity.name) })
  return (
    <Link to={`/a/${app}/e/${entity.name}/new`} className={styles['new']} aria-label={words} title={words}>
      <PlusOutlined aria-hidden />
    </Link>
  )
}
