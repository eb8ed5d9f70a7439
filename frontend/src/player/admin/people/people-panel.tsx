/** Everybody who may sign in: found by name, with their roles; a click opens what can be changed. */
import { PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Table, Tag, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { issuesOf } from '@/shared/api/problem'
import { IssueList } from '@/ui/feedback/issue-list'
import { useLocale } from '@/ui/locale/interface-language'
import { PersonAvatar } from '@/ui/person/person-avatar'

import styles from '../admin.module.css'
import { departmentsQuery } from '../departments/departments'
import { peopleQuery, rolesQuery, type Person } from './people'
import { PersonDrawer } from './person-drawer'
import { SeeAs } from './see-as'

export function PeoplePanel() {
  const { t } = useTranslation()
  const { data: people, error, isLoading } = useQuery(peopleQuery)
  const [search, setSearch] = useState('')
  const [open, setOpen] = useState<Person | 'new' | null>(null)
  const columns = usePeopleColumns()
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  return (
    <>
      <div className={styles['bar']}>
        <Input
          className={styles['search'] ?? ''}
          type="search"
          allowClear
          prefix={<SearchOutlined aria-hidden />}
          placeholder={t('admin:people.search')}
          aria-label={t('admin:people.search')}
          onChange={(event) => setSearch(event.target.value.trim().toLowerCase())}
        />
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen('new')}>
          {t('admin:people.add')}
        </Button>
      </div>
      <Table<Person>
        rowKey="id"
        size="middle"
        loading={isLoading}
        columns={columns}
        dataSource={people?.filter((person) => isFound(person, search)) ?? []}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        scroll={{ x: 'max-content' }}
        onRow={(person) => ({ onClick: () => setOpen(person) })}
      />
      <PersonDrawer key={drawerKey(open)} person={open} onClose={() => setOpen(null)} />
    </>
  )
}

function isFound({ login, name }: Person, search: string): boolean {
  return [login, ...Object.values(name)].some((part) => part.toLowerCase().includes(search))
}

function drawerKey(open: Person | 'new' | null): string {
  return typeof open === 'string' ? open : (open?.id ?? 'closed')
}

function usePeopleColumns(): TableColumnsType<Person> {
  const { t } = useTranslation()
  const locale = useLocale()
  const { data: roles = [] } = useQuery(rolesQuery)
  const { data: departments = [] } = useQuery(departmentsQuery)
  const departmentName = (id: string | null | undefined) => text(departments.find((each) => each.id === id)?.name, locale)
  const roleName = (id: string) => text(roles.find((role) => role.id === id)?.label, locale, id)
  return [
    {
      key: 'name',
      title: t('admin:people.name'),
      render: (_, person) => (
        <span className={styles['person']}>
          <PersonAvatar name={text(person.name, locale, person.login)} />
          <span className={styles['personText']}>
            <Button type="link" size="small">
              {text(person.name, locale, person.login)}
            </Button>
          </span>
        </span>
      ),
    },
    { key: 'login', title: t('admin:people.login'), dataIndex: 'login' },
    { key: 'department', title: t('admin:people.department'), render: (_, { department }) => departmentName(department) },
    { key: 'roles', title: t('admin:people.roles'), render: (_, person) => person.roles.map((id) => <Tag key={id}>{roleName(id)}</Tag>) },
    {
      key: 'active',
      title: t('admin:people.state'),
      render: (_, person) => <span className={styles['state']} data-active={person.active}>{t(person.active ? 'admin:people.active' : 'admin:people.inactive')}</span>,
    },
    { key: 'see', title: '', align: 'end', render: (_, person) => person.active && <SeeAs person={person} /> },
  ]
}
