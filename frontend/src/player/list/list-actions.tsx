/** What can be done with a list as a whole, as far as the reader's rights go. */
import { DeleteOutlined, DownloadOutlined, MoreOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import type { Entity } from '@/generated/metadata'
import type { Definition } from '@/shared/definition/definition'
import type { ListQuery } from '@/shared/records/list-records'
import { useExport } from '@/shared/records/use-export'

interface ListActionsProps {
  readonly definition: Definition
  readonly entity: Entity
  /** What the list shows right now; exported as it is. */
  readonly query: ListQuery
}

export function ListActions({ definition, entity, query }: ListActionsProps) {
  const { t } = useTranslation()
  const exportAs = useExport(definition.app.name, entity.name, query)
  const rights = definition.rights[entity.name]
  const base = `/a/${definition.app.name}`
  if (rights === undefined) return null
  const more = [
    ...(rights.import
      ? [{ key: 'import', icon: <UploadOutlined aria-hidden />, label: <Link to={`${base}/import/${entity.name}`}>{t('list:import')}</Link> }]
      : []),
    ...(rights.export
      ? [
          { key: 'xlsx', icon: <DownloadOutlined aria-hidden />, label: t('transfer:export.xlsx'), onClick: () => exportAs('xlsx') },
          { key: 'csv', icon: <DownloadOutlined aria-hidden />, label: t('transfer:export.csv'), onClick: () => exportAs('csv') },
        ]
      : []),
    ...(rights.delete
      ? [{ key: 'trash', icon: <DeleteOutlined aria-hidden />, label: <Link to={`${base}/e/${entity.name}/trash`}>{t('list:trash')}</Link> }]
      : []),
  ]
  return (
    <>
      {more.length > 0 && (
        <Dropdown menu={{ items: more }} trigger={['click']} placement="bottomRight">
          <Button icon={<MoreOutlined aria-hidden />} aria-label={t('list:more')} />
        </Dropdown>
      )}
      {rights.create && (
        <Link to={`${base}/e/${entity.name}/new`}>
          <Button type="primary" icon={<PlusOutlined aria-hidden />} tabIndex={-1}>
            {t('list:new')}
          </Button>
        </Link>
      )}
    </>
  )
}
