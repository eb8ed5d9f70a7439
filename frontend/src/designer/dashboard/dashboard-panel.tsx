/** What is set for a dashboard: its words, who may open it, how often it is read anew, its filters; and removing it. */
import { App, Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { text } from '@/core/i18n/text'
import type { Dashboard, Role } from '@/generated/metadata'
import { settingsOf, type BoardSettings } from '@/plugins/boards/board-edits'
import { BoardPanel } from '@/plugins/boards/board-panel'
import type { Definition } from '@/shared/definition/definition'
import { useLocale } from '@/ui/locale/interface-language'

import { appOf, documentsIn } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { LabelEntry } from '../inspector/label-entry'
import { Property } from '../inspector/property'

interface DashboardPanelProps {
  readonly dashboard: Dashboard
  readonly definition: Definition
  readonly onSettings: (settings: BoardSettings) => void
  readonly onAddFilter: () => void
}

export function DashboardPanel({ dashboard, definition, onSettings, onAddFilter }: DashboardPanelProps) {
  const { t } = useTranslation()
  const { draft, edit } = useDrafting()
  const languages = appOf(draft).languages ?? ['zh', 'en']
  const set = (property: string, value: unknown) => void edit('set_dashboard_property', { dashboard: dashboard.id, property, value })
  return (
    <>
      <Property title={t('dashboards:new.label')}>{() => <LabelEntry languages={languages} label={dashboard.label} name={t('dashboards:new.label')} onCommit={(label) => label && set('label', label)} />}</Property>
      <Property title={t('dashboards:description')}>
        {() => <LabelEntry languages={languages} label={dashboard.description} name={t('dashboards:description')} rows={1} onCommit={(label) => set('description', label)} />}
      </Property>
      <Audience dashboard={dashboard} />
      <BoardPanel app={draft.app} definition={definition} settings={settingsOf(dashboard)} onChange={onSettings} onAddFilter={onAddFilter} />
      <Removing dashboard={dashboard} />
    </>
  )
}

/** The roles that are offered it; those who may not design roles only see which. */
function Audience({ dashboard }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, edit } = useDrafting()
  const roles = documentsIn<Role>(draft, 'roles')
  const show = (role: string, isShown: boolean) => void edit('set_dashboard_access', { role, dashboard: dashboard.id, shown: isShown })
  if (roles.length === 0) return null
  return (
    <Property title={t('dashboards:audience')} hint={t('dashboards:audience.hint')}>
      {() => (
        <div>
          {roles.map(({ id, name, label, dashboards = [] }) => (
            <div key={id}>
              <Checkbox checked={dashboards.includes(dashboard.id)} disabled={draft.effect[id] === undefined} onChange={({ target }) => show(id, target.checked)}>
                {text(label, locale, name)}
              </Checkbox>
            </div>
          ))}
        </div>
      )}
    </Property>
  )
}

function Removing({ dashboard }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const navigate = useNavigate()
  const { draft, edit } = useDrafting()
  const name = text(dashboard.label, useLocale(), dashboard.name)
  const press = async () => {
    const question = { title: t('dashboards:remove.title', { dashboard: name }), content: t('dashboards:remove.draft'), okText: t('dashboards:remove'), okButtonProps: { danger: true }, cancelText: t('common:cancel') }
    if (!(await modal.confirm(question))) return
    const after = await edit('remove_dashboard', { dashboard: dashboard.id })
    if (after !== null) await navigate(`/design/${draft.app}`)
  }
  return (
    <Button danger onClick={() => void press()}>
      {t('dashboards:remove')}
    </Button>
  )
}
