/** The roles of the app beside the one in hand, a new one, and the view of all of them side by side. */
import { PlusOutlined, TableOutlined, TeamOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'

import { text } from '@/core/i18n/text'
import type { Role } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { appOf, documentsIn } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { designerAddress } from '../frame/places'
import NewRole from './new-role'
import styles from './role.module.css'

export function RoleList({ current }: { readonly current?: Role }) {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const [isAdding, setAdding] = useState(false)
  const roles = documentsIn<Role>(draft, 'roles')
  const mayAdd = draft.effect[appOf(draft).id] !== undefined
  const keep = useKept()
  return (
    <nav className={styles['list']} aria-label={t('roles:list')}>
      <Link to={keep(`/design/${draft.app}/roles`)} className={styles['item']} aria-current={current === undefined ? 'page' : undefined}>
        <TableOutlined aria-hidden /> {t('roles:compare')}
      </Link>
      <h2 className={styles['listTitle']}>{t('roles:list')}</h2>
      {roles.map((role) => (
        <RoleLink key={role.id} role={role} address={keep(designerAddress(draft.app, `roles/${role.name}.json`))} isCurrent={role.id === current?.id} />
      ))}
      {mayAdd && (
        <Button type="dashed" block icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
          {t('roles:new')}
        </Button>
      )}
      {isAdding && <NewRole onClose={() => setAdding(false)} />}
    </nav>
  )
}

/** Addresses keep the page of the app the person came from. */
function useKept() {
  const [search] = useSearchParams()
  const from = search.get('back')
  return (address: string) => (from === null ? address : `${address}?back=${encodeURIComponent(from)}`)
}

interface RoleLinkProps {
  readonly role: Role
  readonly address: string
  readonly isCurrent: boolean
}

function RoleLink({ role, address, isCurrent }: RoleLinkProps) {
  const locale = useLocale()
  return (
    <Link to={address} className={styles['item']} aria-current={isCurrent ? 'page' : undefined}>
      <TeamOutlined aria-hidden /> {text(role.label, locale, role.name)}
    </Link>
  )
}
