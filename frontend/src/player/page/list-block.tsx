/** The records of a view on a page; its heading leads to the whole list. */
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate } from 'react-router'

import { formatNumber } from '@/core/i18n/format'
import { text } from '@/core/i18n/text'
import { columnsFor } from '@/plugins/views/columns'
import { RecordPicture } from '@/plugins/views/record-picture'
import type { SortKey } from '@/plugins/views/sort-key'
import { NOTHING_ADDED, viewQuery } from '@/plugins/views/view-query'
import { viewOf } from '@/shared/definition/pages'
import { listRecords, type ListQuery } from '@/shared/records/list-records'
import type { StoredRecord } from '@/shared/records/record'
import { rememberList } from '@/shared/records/visited-list'
import { useLocale } from '@/ui/locale/interface-language'

import type { BlockProps } from './block-props'
import { BlockFrame } from './block-frame'
import styles from './page.module.css'

export function ListBlock({ definition, block }: BlockProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const found = viewOf(definition, block)
  const [sort, setSort] = useState<readonly SortKey[]>([])
  const [total, setTotal] = useState<number>()
  const app = definition.app.name
  const entity = found?.entity
  const view = found?.view
  const columns = useMemo(() => (entity && view ? columnsFor(entity, view, undefined) : []), [entity, view])
  const query = useMemo(() => (entity && view ? viewQuery(definition, entity, view, { ...NOTHING_ADDED, sort }, columns) : {}), [definition, entity, view, sort, columns])
  const list = useCallback((asked: ListQuery) => listRecords(app, entity?.name ?? '', asked), [app, entity?.name])
  if (entity === undefined || view === undefined) return null
  const open = (record: StoredRecord, ids: readonly string[]) => {
    rememberList(app, entity.name, { address: pathname, ids })
    void navigate(`/a/${app}/e/${entity.name}/${record.id}`)
  }
  const actions = (
    <>
      {total !== undefined && <span className={styles['amount']}>{t('list:total', { count: total, amount: formatNumber(total, locale) })}</span>}
      {definition.rights[entity.name]?.create === true && (
        <Link to={`/a/${app}/e/${entity.name}/new`}>
          <Button type="text" size="small" tabIndex={-1} icon={<PlusOutlined aria-hidden />} aria-label={t('views:page.new', { entity: text(entity.label, locale, entity.name) })} />
        </Link>
      )}
    </>
  )
  return (
    <BlockFrame title={text(block.label ?? view.label, locale, view.name)} to={`/a/${app}/v/${view.name}`} actions={actions}>
      <div className={styles['list']}>
        <RecordPicture entity={entity} view={view} columns={columns} list={list} query={query} onOpen={open} onTotal={setTotal} sort={sort} onSort={setSort} />
      </div>
    </BlockFrame>
  )
}
