/** Rows under the values of up to three fields, each group with its number and its sums; groups open and close. */
import { NodeCollapseOutlined, NodeExpandOutlined } from '@ant-design/icons'
import { Button, Grid } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { useFieldScope } from '@/plugins/fields/scope'
import { shownField } from '@/plugins/fields/shown-field'
import { specOf } from '@/plugins/fields/spec-of'
import { issuesOf } from '@/shared/api/problem'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'

import type { ShownColumn } from './columns'
import type { GroupLevel } from './group-level'
import { GroupRows, useGroups } from './group-rows'
import { useRefreshing } from './kanban'
import type { PictureProps } from './picture-props'
import { TreeTable } from './tree-table'
import { useOpenGroups, type OpenGroups } from './use-open-groups'
import { useSums } from './use-sums'
import styles from './views.module.css'

const NO_PATH = [] as const

interface GroupedGridProps extends PictureProps {
  readonly levels: readonly GroupLevel[]
}

export function GroupedGrid(props: GroupedGridProps) {
  const { levels } = props
  const [outermost] = levels
  return outermost && <Levels {...props} outermost={outermost} />
}

function Levels({ outermost, ...props }: GroupedGridProps & { readonly outermost: GroupLevel }) {
  const { t } = useTranslation()
  const { columns, levels, onTotal } = props
  const sums = useSums(columns, levels)
  const open = useOpenGroups(levels.length)
  const { data, error } = useGroups({ ...props, sums }, outermost)
  const total = data?.total
  useRefreshing(props)
  useEffect(() => {
    if (total !== undefined) onTotal(total)
  }, [total, onTotal])
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  if (data === undefined) return <Loading />
  return (
    <div className={styles['grouped']} role="region" aria-label={t('list:records')}>
      <Bar levels={levels} open={open} />
      <div className={styles['groupedRows']}>
        <TreeTable label={t('list:records')} className={styles['table']}>
          <Head columns={columns} />
          <tbody>
            <GroupRows {...props} level={outermost} found={data} sums={sums} path={NO_PATH} open={open} />
          </tbody>
        </TreeTable>
      </div>
    </div>
  )
}

/** What the groups are made by, and opening or closing all of them. */
function Bar({ levels, open }: { readonly levels: readonly GroupLevel[]; readonly open: OpenGroups }) {
  const { t } = useTranslation()
  const { locale } = useFieldScope()
  const isPhone = Grid.useBreakpoint().md === false
  const nameOf = ({ field, grain }: GroupLevel) => {
    const label = text(field.label, locale, field.name)
    return grain === undefined ? label : t('views:groups.grain', { field: label, grain: t(`views:grain.${grain}`) })
  }
  return (
    <div className={styles['groupBar']}>
      <span className={styles['groupNames']}>
        {t('views:groups.by')} <b>{levels.map(nameOf).join(' › ')}</b>
      </span>
      <Button type="text" size="small" icon={<NodeExpandOutlined aria-hidden />} aria-label={t('views:groups.expand')} title={t('views:groups.expand')} onClick={() => open.setAll(true)}>
        {!isPhone && t('views:groups.expand')}
      </Button>
      <Button type="text" size="small" icon={<NodeCollapseOutlined aria-hidden />} aria-label={t('views:groups.collapse')} title={t('views:groups.collapse')} onClick={() => open.setAll(false)}>
        {!isPhone && t('views:groups.collapse')}
      </Button>
    </div>
  )
}

function Head({ columns }: { readonly columns: readonly ShownColumn[] }) {
  const scope = useFieldScope()
  return (
    <thead>
      <tr>
        {columns.map(({ field, width }) => {
          const spec = specOf(shownField(field, scope))
          return (
            <th key={field.id} scope="col" data-align={spec.align} style={{ minWidth: width ?? spec.width }}>
              {text(field.label, scope.locale, field.name)}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
