/** Right pane of the role editor: the right in hand, or the role itself. */
import { Button, Divider, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { text } from '@/core/i18n/text'
import type { Entity, Role } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { appOf } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import inspector from '../inspector/inspector.module.css'
import { LabelEntry } from '../inspector/label-entry'
import type { ChosenRight } from './chosen'
import { RightPanel } from './right-panel'
import styles from './role.module.css'

interface RoleInspectorProps {
  readonly role: Role
  readonly entity: Entity | undefined
  readonly chosen: ChosenRight | null
  readonly onChoose: (chosen: ChosenRight | null) => void
}

export function RoleInspector({ role, entity, chosen, onChoose }: RoleInspectorProps) {
  if (chosen !== null && entity !== undefined) {
    return <RightPanel key={entity.id + chosen.action} role={role} entity={entity} action={chosen.action} onClose={() => onChoose(null)} />
  }
  return <RolePanel role={role} />
}

function RolePanel({ role }: { readonly role: Role }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, edit } = useDrafting()
  const { languages } = appOf(draft)
  const set = (property: string, value: unknown) => void edit('set_role_property', { role: role.id, property, value })
  return (
    <div className={inspector['panel']}>
      <h2 className={inspector['headTitle']}>{text(role.label, locale, role.name)}</h2>
      <div className={inspector['property']}>
        <span className={inspector['propertyTitle']}>{t('roles:label')}</span>
        <LabelEntry languages={languages} label={role.label} name={t('roles:label')} onCommit={(label) => label && set('label', label)} />
      </div>
      <div className={inspector['property']}>
        <span className={inspector['propertyTitle']}>{t('roles:description')}</span>
        <LabelEntry languages={languages} label={role.description} name={t('roles:description')} rows={2} onCommit={(label) => set('description', label)} />
        <p className={inspector['hint']}>{t('roles:description.hint')}</p>
      </div>
      {draft.effect[role.id] === undefined ? <p className={styles['about']}>{t('roles:fixed')}</p> : <Removal role={role} />}
    </div>
  )
}

function Removal({ role }: { readonly role: Role }) {
  const { t } = useTranslation()
  const { draft, edit } = useDrafting()
  const navigate = useNavigate()
  const remove = async () => {
    const after = await edit('remove_role', { role: role.id })
    if (after !== null) void navigate(`/design/${draft.app}/roles`)
  }
  return (
    <div className={inspector['removal']}>
      <Divider />
      <Popconfirm title={t('roles:remove.ask')} description={t('roles:remove.hint')} okText={t('roles:remove')} okButtonProps={{ danger: true }} onConfirm={() => void remove()}>
        <Button danger block>
          {t('roles:remove')}
        </Button>
      </Popconfirm>
    </div>
  )
}
