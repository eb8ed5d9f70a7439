/** The roles of each app: what they are for, what of the installation they run, and who holds them. */
import { useQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { text } from '@/core/i18n/text'
import { issuesOf } from '@/shared/api/problem'
import { useApps } from '@/shared/apps/use-apps'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'

import styles from '../admin.module.css'
import { peopleQuery, rolesByApp, rolesQuery, type RoleEntry } from '../people/people'

export function RolesPanel() {
  const locale = useLocale()
  const { data: roles, error } = useQuery(rolesQuery)
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  if (roles === undefined) return <Loading />
  return rolesByApp(roles).map(({ app, label, roles: own }) => (
    <section key={app}>
      <h2 className={styles['appName']}>{text(label, locale, app)}</h2>
      <ul className={styles['roles']}>
        {own.map((role) => (
          <RoleCard key={role.id} role={role} />
        ))}
      </ul>
    </section>
  ))
}

function RoleCard({ role }: { readonly role: RoleEntry }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { data: people = [] } = useQuery(peopleQuery)
  const mayDesign = useApps().data?.find((app) => app.name === role.app)?.may_design ?? false
  const name = text(role.label, locale, role.name)
  const holders = people.filter((person) => person.active && person.roles.includes(role.id))
  const names = holders.map((person) => text(person.name, locale, person.login)).join(locale === 'zh-CN' ? '、' : ', ')
  return (
    <li className={styles['role']}>
      <h3 className={styles['roleName']}>
        {mayDesign ? (
          <Link to={`/design/${role.app}/role/${encodeURIComponent(role.name)}`} title={t('admin:roles.edit', { role: name })}>
            {name}
          </Link>
        ) : (
          name
        )}
      </h3>
      {role.description !== null && <span>{text(role.description, locale)}</span>}
      {role.administer.length > 0 && (
        <span>
          {role.administer.map((part) => (
            <Tag key={part} color="purple">
              {t(`admin:runs.${part}`)}
            </Tag>
          ))}
        </span>
      )}
      <span className={styles['holders']}>{holders.length === 0 ? t('admin:roles.nobody') : names}</span>
    </li>
  )
}
