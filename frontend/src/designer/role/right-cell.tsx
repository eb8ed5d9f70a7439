/** One right: no record, all, or some. A click turns no into all and back; some is set beside, and only chosen here. Keys walk. */
import { CheckCircleFilled, MinusOutlined, PieChartFilled, WarningFilled } from '@ant-design/icons'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Entity, Role } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { issuesAt, say } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { stepOverCells } from './cell-steps'
import { placeOf } from './chosen'
import { conditionOf, reachOf, type Action, type Reach } from './rights'
import styles from './role.module.css'

interface RightCellProps {
  readonly role: Role
  readonly entity: Entity
  readonly action: Action
  /** Where it stands in its table, as `row:column`. */
  readonly place: string
  readonly isChosen: boolean
  /** Whether Tab leads here; the others are reached with the arrow keys. */
  readonly isEntry: boolean
  readonly onChoose: () => void
  /** What the row is called, where it is not the entity. */
  readonly rowName?: string
}

const SIGNS: Readonly<Record<Reach, ReactNode>> = {
  none: <MinusOutlined aria-hidden />,
  some: <PieChartFilled aria-hidden />,
  all: <CheckCircleFilled aria-hidden />,
}

export function RightCell({ role, entity, action, place, isChosen, isEntry, onChoose, rowName }: RightCellProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, edit } = useDrafting()
  const reach = reachOf(role, entity.id, action)
  const at = placeOf(role, { entity: entity.id, action })
  const issues = at === null ? [] : issuesAt(draft, `roles/${role.name}.json`, at)
  const set = (given: boolean) => void edit('set_entity_rights', { role: role.id, entities: [entity.id], rights: { [action]: given } })
  const isFixed = draft.effect[role.id] === undefined
  const onClick = () => {
    onChoose()
    if (!isFixed && reach !== 'some') set(reach === 'none')
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    stepOverCells(event)
    if (event.key !== 'Delete' || isFixed || reach === 'none') return
    event.preventDefault()
    set(false)
  }
  const words = t(`roles:reach.${reach}`)
  const condition = conditionOf(role, entity.id, action)
  return (
    <button
      type="button"
      className={styles['cell']}
      data-cell={place}
      data-reach={reach}
      data-chosen={isChosen}
      tabIndex={isChosen || isEntry ? 0 : -1}
      aria-label={t('roles:cell', { entity: rowName ?? text(entity.label, locale, entity.name), action: t(`roles:action.${action}`), reach: words })}
      title={issues[0] ? say(issues[0].words, locale) : (condition ?? words)}
      onFocus={onChoose}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      {SIGNS[reach]}
      {issues.length > 0 && <WarningFilled className={styles['fault'] ?? ''} aria-hidden />}
    </button>
  )
}
