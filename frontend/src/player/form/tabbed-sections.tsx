/** Sections as tabs; a tab says how many places on it are at fault. */
import { Badge, Tabs } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { PlannedSection } from '@/core/forms/plan'
import { useFieldScope } from '@/plugins/fields/scope'

import type { Faults } from './faults'
import { faultsIn, shownSections } from './form-parts'
import styles from './form.module.css'
import type { RecordFormProps } from './form-section'
import { useRevealed } from './use-revealed'

export interface ArrangedProps extends RecordFormProps {
  readonly renderSection: (section: PlannedSection, faults?: Faults) => ReactNode
}

export function TabbedSections({ plan, behaviour, faults, renderSection }: ArrangedProps) {
  const { t } = useTranslation()
  const { locale } = useFieldScope()
  const parts = useRef<HTMLDivElement>(null)
  const [chosen, choose] = useState<string>()
  const sections = shownSections(plan, behaviour)
  const active = sections.find(({ id }) => id === chosen)?.id ?? sections[0]?.id ?? ''
  useRevealed(parts, active, choose)
  const items = sections.map((section, at) => ({
    key: section.id,
    label: (
      <Badge count={faultsIn(section, faults)} size="small" offset={[8, 0]}>
        {text(section.label, locale, t('record:part', { n: at + 1 }))}
      </Badge>
    ),
    children: <div data-part={section.id}>{renderSection(section)}</div>,
    forceRender: true,
  }))
  return (
    <div ref={parts} className={styles['form']}>
      <Tabs activeKey={active} items={items} onChange={choose} className={styles['tabs'] ?? ''} />
    </div>
  )
}
