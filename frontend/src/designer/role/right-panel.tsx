/** One right in hand: for no record, all, or those that meet a condition; usual conditions are one click away. */
import { CloseOutlined } from '@ant-design/icons'
import { Button, Radio, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Entity, Role } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { documentsIn, issuesAt } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { ExpressionEntry } from '../expression/expression-entry'
import { offeredNames } from '../expression/offered-names'
import inspector from '../inspector/inspector.module.css'
import { placeOf } from './chosen'
import { ownConditions, type OwnCondition } from './own-conditions'
import { canBeNarrowed, conditionOf, reachOf, type Action, type Reach } from './rights'
import styles from './role.module.css'

interface RightPanelProps {
  readonly role: Role
  readonly entity: Entity
  readonly action: Action
  /** Whether the heading says the role, where the entity is clear. */
  readonly isOfRole?: boolean
  readonly onClose: () => void
}

const OTHER = 'other'
const NARROWED = ['read', 'create', 'update', 'delete'] as const

export function RightPanel({ role, entity, action, isOfRole = false, onClose }: RightPanelProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, edit } = useDrafting()
  const reach = reachOf(role, entity.id, action)
  const own = ownConditions(entity, documentsIn<Entity>(draft, 'entities'))
  const give = (rights: Readonly<Record<string, boolean | string>>) => void edit('set_entity_rights', { role: role.id, entities: [entity.id], rights })
  const set = (next: Reach) => give({ [action]: next === 'some' ? (own[0]?.expression ?? 'FALSE') : next === 'all' })
  const reaches: readonly Reach[] = canBeNarrowed(action) ? ['none', 'some', 'all'] : ['none', 'all']
  return (
    <div className={inspector['panel']}>
      <header className={styles['panelHead']}>
        <div>
          <h2 className={inspector['headTitle']}>{isOfRole ? text(role.label, locale, role.name) : text(entity.label, locale, entity.name)}</h2>
          <p className={inspector['headKind']}>{t(`roles:action.${action}.hint`)}</p>
        </div>
        <Button type="text" size="small" icon={<CloseOutlined aria-hidden />} aria-label={t('roles:panel.close')} onClick={onClose} />
      </header>
      <Segmented<Reach>
        block
        aria-label={t('roles:reach')}
        disabled={draft.effect[role.id] === undefined}
        value={reach}
        options={reaches.map((each) => ({ value: each, label: t(`roles:reach.${each}`) }))}
        onChange={set}
      />
      {reach === 'some' && <Condition role={role} entity={entity} action={action} own={own} onGive={give} />}
    </div>
  )
}

interface ConditionProps {
  readonly role: Role
  readonly entity: Entity
  readonly action: Action
  readonly own: readonly OwnCondition[]
  readonly onGive: (rights: Readonly<Record<string, boolean | string>>) => void
}

function Condition({ role, entity, action, own, onGive }: ConditionProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const condition = conditionOf(role, entity.id, action) ?? ''
  const usual = own.find(({ expression }) => expression === condition)
  const [isOther, setOther] = useState(usual === undefined)
  const place = placeOf(role, { entity: entity.id, action })
  const issues = place === null ? [] : issuesAt(draft, `roles/${role.name}.json`, place)
  const same = NARROWED.filter((each) => each !== action && each !== 'create' && conditionOf(role, entity.id, each) !== condition)
  const choose = (value: string) => {
    setOther(value === OTHER)
    if (value !== OTHER) onGive({ [action]: value })
  }
  return (
    <>
      <Radio.Group
        className={styles['conditions'] ?? ''}
        aria-label={t('roles:condition')}
        value={isOther || usual === undefined ? OTHER : usual.expression}
        onChange={({ target }) => choose(String(target.value))}
      >
        {own.map((each) => (
          <Radio key={each.expression} value={each.expression}>
            <OwnWords own={each} />
          </Radio>
        ))}
        <Radio value={OTHER}>{t('roles:condition.other')}</Radio>
      </Radio.Group>
      <ExpressionEntry
        title={t('roles:condition.text')}
        hint={t('roles:condition.hint')}
        value={condition}
        result="boolean"
        names={offeredNames(draft, entity, locale)}
        sampleEntity={entity.name}
        issues={issues}
        onCommit={(expression) => onGive({ [action]: expression ?? false })}
      />
      {same.length > 0 && (
        <Button block onClick={() => onGive(Object.fromEntries(same.map((each) => [each, condition])))}>
          {t('roles:condition.same', { actions: same.map((each) => t(`roles:action.${each}`)).join(t('roles:and')) })}
        </Button>
      )}
    </>
  )
}

function OwnWords({ own: { link, person } }: { readonly own: OwnCondition }) {
  const { t } = useTranslation()
  const locale = useLocale()
  if (person === undefined) return t('roles:own.entered')
  return link === undefined ? t('roles:own.person', { person: text(person, locale) }) : t('roles:own.behind', { link: text(link, locale), person: text(person, locale) })
}
