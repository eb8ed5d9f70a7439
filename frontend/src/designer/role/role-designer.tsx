/** The editor of one role: what it may do with records and fields, what it is offered, what it may design, who has it. */
import { Tabs } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Entity, Role } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { documentsIn } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { DesignerFrame } from '../frame/designer-frame'
import { useRequestedPlace, type Place } from '../frame/places'
import { useClipboard } from '../frame/use-clipboard'
import { rightAt, tabAt, TABS, type ChosenRight, type Tab } from './chosen'
import { DesignRights } from './design-rights'
import { ExplainPanel } from './explain-panel'
import { Offers } from './offers'
import { PeoplePanel } from './people-panel'
import { RightsTable } from './rights-table'
import { useRightClips } from './right-clips'
import { RoleInspector } from './role-inspector'
import { RoleList } from './role-list'
import styles from './role.module.css'

interface RoleDesignerProps {
  readonly role: Role
  readonly back: string
}

export function RoleDesigner({ role, back }: RoleDesignerProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const requested = useRequestedPlace()
  const entities = documentsIn<Entity>(draft, 'entities')
  const [chosen, choose] = useState<ChosenRight | null>(() => rightAt(role, requested))
  const [tab, setTab] = useState<Tab>(() => tabAt(requested))
  const entity = entities.find(({ id }) => id === chosen?.entity)
  useClipboard(useRightClips(role, tab === 'data' ? chosen : null))
  const show = (_file: string, place: Place) => {
    setTab(tabAt(place))
    choose(rightAt(role, place))
  }
  return (
    <DesignerFrame
      document={role}
      file={`roles/${role.name}.json`}
      back={back}
      chosen={entity && { id: entity.id, label: text(entity.label, locale, entity.name) }}
      onShow={show}
      palette={<RoleList current={role} />}
      paletteTitle={t('frame:kind.roles')}
      inspector={<RoleInspector role={role} entity={entity} chosen={tab === 'data' ? chosen : null} onChoose={choose} />}
    >
      <RoleTabs role={role} tab={tab} chosen={chosen} onTab={setTab} onChoose={choose} />
    </DesignerFrame>
  )
}

interface RoleTabsProps {
  readonly role: Role
  readonly tab: Tab
  readonly chosen: ChosenRight | null
  readonly onTab: (tab: Tab) => void
  readonly onChoose: (chosen: ChosenRight | null) => void
}

function RoleTabs({ role, tab, chosen, onTab, onChoose }: RoleTabsProps) {
  const { t } = useTranslation()
  const parts: Readonly<Record<Tab, ReactNode>> = {
    data: <RightsTable role={role} chosen={chosen} onChoose={onChoose} />,
    offers: <Offers role={role} />,
    design: <DesignRights role={role} />,
    people: <PeoplePanel role={role} />,
    explain: <ExplainPanel role={role} />,
  }
  return (
    <div className={styles['page']}>
      <Tabs
        activeKey={tab}
        onChange={(key) => onTab(TABS.find((each) => each === key) ?? 'data')}
        items={TABS.map((key) => ({ key, label: t(`roles:tab.${key}`), children: parts[key] }))}
        destroyOnHidden
      />
    </div>
  )
}
