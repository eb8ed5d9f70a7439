/** The departments as a tree with their heads; a click opens what can be changed. */
import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { PersonName } from '@/plugins/fields/person-name'
import { issuesOf } from '@/shared/api/problem'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'

import styles from '../admin.module.css'
import { peopleQuery } from '../people/people'
import { DepartmentDrawer } from './department-drawer'
import { departmentsQuery, departmentTree, type Department, type DepartmentBranch } from './departments'

export function DepartmentsPanel() {
  const { t } = useTranslation()
  const { data: departments, error } = useQuery(departmentsQuery)
  const [open, setOpen] = useState<Department | 'new' | null>(null)
  const columns = useDepartmentColumns(setOpen)
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  if (departments === undefined) return <Loading />
  const add = (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen('new')}>
      {t('admin:departments.add')}
    </Button>
  )
  return (
    <>
      {departments.length === 0 ? (
        <EmptyState title={t('admin:departments.none')} hint={t('admin:departments.none.hint')} actions={add} />
      ) : (
        <>
          <div className={styles['bar']}>
            <span />
            {add}
          </div>
          <Table<DepartmentBranch> rowKey="id" size="middle" columns={columns} dataSource={[...departmentTree(departments)]} pagination={false} expandable={{ defaultExpandAllRows: true }} />
        </>
      )}
      <DepartmentDrawer key={typeof open === 'string' ? open : (open?.id ?? 'closed')} department={open} onClose={() => setOpen(null)} />
    </>
  )
}

function useDepartmentColumns(onOpen: (department: Department) => void): TableColumnsType<DepartmentBranch> {
  const { t } = useTranslation()
  const locale = useLocale()
  const { data: people = [] } = useQuery(peopleQuery)
  return [
    {
      key: 'name',
      title: t('admin:departments.name'),
      render: (_, department) => (
        <Button type="link" size="small" onClick={() => onOpen(department)}>
          {text(department.name, locale, department.id)}
        </Button>
      ),
    },
    {
      key: 'head',
      title: t('admin:departments.head'),
      render: (_, { head }) => {
        const person = people.find(({ id }) => id === head)
        return person && <PersonName id={person.id} name={text(person.name, locale, person.login)} />
      },
    },
    { key: 'people', title: t('admin:departments.people'), align: 'end', render: (_, { id }) => people.filter(({ department, active }) => active && department === id).length },
  ]
}
