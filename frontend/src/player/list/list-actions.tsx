/** What can be done with a list as a whole, as far as the reader's rights go. */
import { DeleteOutlined, MoreOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import type { Entity, View } from '@/generated/metadata'
import type { Definition } from '@/shared/definition/definition'

import type { ListState } from './list-state'

interface ListActionsProps {
  readonly definition: Definition
  readonly entity: Entity
  readonly view: View
  readonly state: ListState
}

export function ListActions({ definition, entity }: ListActionsProps) {
  const { t } = useTranslation()
  const rights = definition.rights[entity.name]
  const base = `/a/${definition.app.name}`
  if (rights === undefined) return null
  const more = [
    ...(rights.import && rights.create
      ? [{ key: 'import', icon: <UploadOutlined aria-hidden />, label: <Link to={`${base}/import/${entity.name}`}>{t('list:import')}</Link> }]
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
