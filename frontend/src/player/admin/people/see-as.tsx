/** Sees an app as somebody: the apps in which they have a role, one click from each. */
import { EyeOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { issueText } from '@/core/issues/issue-text'
import { issuesOf } from '@/shared/api/problem'
import { useSeeAs } from '@/shared/seeing/use-see-as'
import { useLocale } from '@/ui/locale/interface-language'

import { rolesByApp, rolesQuery, type Person } from './people'

export function SeeAs({ person }: { readonly person: Person }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { message } = App.useApp()
  const { data: roles = [] } = useQuery(rolesQuery)
  const seeAs = useSeeAs()
  const apps = rolesByApp(roles.filter(({ id }) => person.roles.includes(id)))
  if (apps.length === 0) return null
  const see = (app: string) =>
    seeAs.mutate({ app, person: person.id }, { onError: (fault) => void message.error(issuesOf(fault).map((issue) => issueText(t, issue)).join(' ')) })
  const items = apps.map(({ app, label }) => ({ key: app, label: text(label, locale, app) }))
  return (
    // The row opens the person when it is clicked; this does not.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
    <span onClick={(event) => event.stopPropagation()}>
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => see(key) }}>
        <Button size="small" icon={<EyeOutlined aria-hidden />} aria-label={t('admin:people.seeAsOf', { name: text(person.name, locale, person.login) })}>
          {t('admin:people.seeAs')}
        </Button>
      </Dropdown>
    </span>
  )
}
