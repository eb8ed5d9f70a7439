/** The other views of the same records, one click away. */
import { CalendarOutlined, DownOutlined, PictureOutlined, ProjectOutlined, TableOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'

import { text } from '@/core/i18n/text'
import type { View } from '@/generated/metadata'
import type { ViewKind } from '@/plugins/views/layout'
import type { Definition } from '@/shared/definition/definition'
import { useLocale } from '@/ui/locale/interface-language'

const SIGNS: Readonly<Record<ViewKind, ComponentType<{ readonly 'aria-hidden'?: boolean }>>> = {
  grid: TableOutlined,
  kanban: ProjectOutlined,
  calendar: CalendarOutlined,
  gallery: PictureOutlined,
}

interface ViewSwitchProps {
  readonly definition: Definition
  readonly view: View
}

/** What was searched and filtered holds in the other view as well. */
export function ViewSwitch({ definition, view }: ViewSwitchProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { search } = useLocation()
  const views = definition.views.filter(({ entity }) => entity === view.entity)
  if (views.length < 2) return null
  const items = views.map((each) => {
    const Sign = SIGNS[each.kind ?? 'grid']
    const address = `/a/${definition.app.name}/v/${each.name}${search}`
    return { key: each.id, icon: <Sign aria-hidden />, label: <Link to={address}>{text(each.label, locale, each.name)}</Link> }
  })
  const Shown = SIGNS[view.kind ?? 'grid']
  return (
    <Dropdown menu={{ items, selectedKeys: [view.id] }} trigger={['click']} placement="bottomRight">
      <Button icon={<Shown aria-hidden />} aria-label={t('views:switch')} title={t('views:switch')}>
        <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  )
}
