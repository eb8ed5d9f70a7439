/** Running the installation: people, departments, roles, connectors and the audit trail; each person sees the parts they are in charge of. */
import { Menu } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, Navigate, Route, Routes, useLocation } from 'react-router'

import { useSession } from '@/shared/session/session-context'
import { EmptyState } from '@/ui/feedback/empty-state'
import { Page } from '@/ui/page/page'
import { PageHeader } from '@/ui/page/page-header'

import styles from './admin.module.css'
import { AuditPanel } from './audit/audit-panel'
import { ConnectorsPanel } from './connectors/connectors-panel'
import { DepartmentsPanel } from './departments/departments-panel'
import { PeoplePanel } from './people/people-panel'
import { RolesPanel } from './roles/roles-panel'

const PARTS = [
  { key: 'people', right: 'people', Panel: PeoplePanel },
  { key: 'departments', right: 'people', Panel: DepartmentsPanel },
  { key: 'roles', right: 'people', Panel: RolesPanel },
  { key: 'connectors', right: 'connectors', Panel: ConnectorsPanel },
  { key: 'audit', right: 'audit', Panel: AuditPanel },
] as const

export default function AdminPage() {
  const { t } = useTranslation()
  const { administer } = useSession()
  const parts = PARTS.filter(({ right }) => administer.includes(right))
  const current = useLocation().pathname.split('/')[2]
  const [first] = parts
  return (
    <Page>
      <PageHeader title={t('admin:title')} description={t('admin:hint')} />
      {first === undefined ? (
        <EmptyState title={t('admin:none')} hint={t('admin:none.hint')} />
      ) : (
        <>
          <Menu
            className={styles['parts'] ?? ''}
            mode="horizontal"
            selectedKeys={[current ?? first.key]}
            items={parts.map(({ key }) => ({ key, label: <Link to={`/admin/${key}`}>{t(`admin:${key}`)}</Link> }))}
          />
          <Routes>
            {parts.map(({ key, Panel }) => (
              <Route key={key} path={key} element={<Panel />} />
            ))}
            <Route path="*" element={<Navigate to={`/admin/${first.key}`} replace />} />
          </Routes>
        </>
      )}
    </Page>
  )
}
