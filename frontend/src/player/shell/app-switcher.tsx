/** Names the app in use and leads to the others. */
import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { text } from '@/core/i18n/text'
import { useApps } from '@/shared/apps/use-apps'
import { Icon } from '@/ui/icon'
import { useLocale } from '@/ui/locale/interface-language'

import styles from './shell.module.css'

export function AppSwitcher({ app }: { readonly app: string | undefined }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const apps = useApps().data ?? []
  const current = apps.find(({ name }) => name === app)
  if (apps.length === 0) return null
  const items = apps.map(({ name, label, icon }) => ({
    key: name,
    icon: <Icon name={icon ?? 'app'} />,
    label: <Link to={`/a/${name}`}>{text(label, locale, name)}</Link>,
  }))
  return (
    <Dropdown trigger={['click']} menu={{ items, selectedKeys: app === undefined ? [] : [app] }}>
      <Button type="text" className={styles['switcher']} title={t('shell:apps.switch')}>
        <span className={styles['switcherName']}>
          {current ? text(current.label, locale, current.name) : t('shell:apps')}
        </span>
        <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  )
}
