/** Search, filter, and choice of columns above a list; each says at a glance what is in force. */
import { FilterOutlined, TableOutlined } from '@ant-design/icons'
import { Badge, Button, Popover } from 'antd'
import { useTranslation } from 'react-i18next'

import type { Entity } from '@/generated/metadata'
import { ConditionEditor } from '@/plugins/conditions/condition-editor'
import type { useColumns } from '@/plugins/views/columns'

import { ColumnChooser } from './column-chooser'
import styles from './list.module.css'
import type { ListState } from './list-state'
import { SearchBox } from './search-box'

interface ListToolsProps {
  readonly entity: Entity
  readonly state: ListState
  readonly onChange: (part: Partial<ListState>) => void
  readonly columns: ReturnType<typeof useColumns>
}

export function ListTools({ entity, state, onChange, columns }: ListToolsProps) {
  const { t } = useTranslation()
  const count = state.conditions.length
  return (
    <div className={styles['tools']} role="search">
      <SearchBox value={state.search} onSearch={(search) => onChange({ search })} />
      <Popover
        trigger="click"
        placement="bottomLeft"
        title={t('list:filter')}
        destroyOnHidden
        content={<ConditionEditor entity={entity} conditions={state.conditions} onChange={(conditions) => onChange({ conditions })} />}
      >
        <Badge count={count} size="small" color="var(--ant-color-primary)">
          <Button icon={<FilterOutlined aria-hidden />} type={count > 0 ? 'primary' : 'default'} ghost={count > 0}>
            {t('list:filter')}
          </Button>
        </Badge>
      </Popover>
      <Popover trigger="click" placement="bottomLeft" title={t('list:columns')} destroyOnHidden content={<ColumnChooser entity={entity} {...columns} />}>
        <Button className={styles['columnButton'] ?? ''} icon={<TableOutlined aria-hidden />}>
          {t('list:columns')}
        </Button>
      </Popover>
    </div>
  )
}
