/** Search, filter, and choice of columns above a list; each says at a glance what is in force. */
import { FilterOutlined, SearchOutlined, TableOutlined } from '@ant-design/icons'
import { Badge, Button, Input, Popover } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Entity } from '@/generated/metadata'

import { ColumnChooser } from './column-chooser'
import type { useColumns } from './columns'
import { ConditionEditor } from './condition-editor'
import styles from './list.module.css'
import type { ListState } from './list-state'

interface ListToolsProps {
  readonly entity: Entity
  readonly state: ListState
  readonly onChange: (part: Partial<ListState>) => void
  readonly columns: ReturnType<typeof useColumns>
}

const TYPING_PAUSE = 300

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

function SearchBox({ value, onSearch }: { readonly value: string; readonly onSearch: (search: string) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(value)
  useEffect(() => {
    if (typed === value) return undefined
    const timer = setTimeout(() => onSearch(typed.trim()), TYPING_PAUSE)
    return () => clearTimeout(timer)
  }, [typed, value, onSearch])
  return (
    <Input
      className={styles['search'] ?? ''}
      allowClear
      type="search"
      prefix={<SearchOutlined aria-hidden />}
      placeholder={t('list:search')}
      aria-label={t('list:search')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={() => onSearch(typed.trim())}
    />
  )
}
