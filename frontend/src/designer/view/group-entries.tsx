/** The levels records are grouped by: chosen, dragged into order, or a field of the left dropped among them. */
import { DeleteOutlined, HolderOutlined, PlusOutlined, SortAscendingOutlined, SortDescendingOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Group } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { useDragging } from '../canvas/drag-context'
import { useDragSource } from '../canvas/use-drag-source'
import { useDropPlace } from '../canvas/use-drop-place'
import { fieldIn } from '../drafting/draft'
import { freeFields, freeGrains, isDated, levelBy, MOST_LEVELS, movedLevel, turned, withGrain } from './group-edits'
import { useView } from './view-context'
import styles from './view.module.css'

export const GROUPS = 'groups'
/** Reached with the keyboard after all columns. */
const AFTER_COLUMNS = 1000
const NO_GROUPS: readonly Group[] = []

export function GroupEntries({ onSet }: { readonly onSet: (groups: readonly Group[]) => void }) {
  const { t } = useTranslation()
  const { view, entity } = useView()
  const groups = view.groups ?? NO_GROUPS
  const [next] = freeFields(entity.fields, groups)
  const { target, subject } = useDragging()
  const isOpen = subject?.kind === 'entry' || groups.length < MOST_LEVELS
  const setDropRef = useDropPlace(GROUPS, { kind: 'end', section: GROUPS, index: groups.length, order: AFTER_COLUMNS + groups.length })
  return (
    <div className={styles['entries']}>
      {groups.length > 0 && (
        <ol className={styles['levels']} aria-label={t('viewdesign:group')}>
          {groups.map((group, at) => (
            // The same date may make two levels; their place is what tells them apart.
            // eslint-disable-next-line react/no-array-index-key
            <Level key={at} group={group} at={at} groups={groups} onSet={onSet} />
          ))}
        </ol>
      )}
      <div ref={setDropRef} className={styles['levelsEnd']} data-target={isOpen && target?.section === GROUPS && target.index === groups.length}>
        <Button block type="dashed" size="small" icon={<PlusOutlined aria-hidden />} disabled={next === undefined || groups.length >= MOST_LEVELS} onClick={() => next && onSet([...groups, levelBy(next, groups)])}>
          {t('viewdesign:group.add')}
        </Button>
      </div>
    </div>
  )
}

interface LevelProps {
  readonly group: Group
  readonly at: number
  readonly groups: readonly Group[]
  readonly onSet: (groups: readonly Group[]) => void
}

function Level({ group, at, groups, onSet }: LevelProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { entity } = useView()
  const setDropRef = useDropPlace(`level:${at}`, { kind: 'item', section: GROUPS, index: at, order: AFTER_COLUMNS + at, isWide: true })
  const { setNodeRef, setActivatorNodeRef, handle, isDragging } = useDragSource({ kind: 'entry', list: GROUPS, at }, 'panel')
  const { target } = useDragging()
  const field = fieldIn(entity, group.field)
  const isDown = group.descending === true
  const n = at + 1
  const change = (level: Group) => onSet(groups.with(at, level))
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    const moved = movedLevel(groups, at, event.key === 'ArrowUp' ? at - 1 : at + 2)
    if (moved !== null) onSet(moved)
  }
  return (
    <li
      ref={(element) => {
        setNodeRef(element)
        setDropRef(element)
      }}
      className={styles['level']}
      data-dragging={isDragging}
      data-mark={target?.section === GROUPS && target.index === at ? 'before' : undefined}
    >
      <button type="button" ref={setActivatorNodeRef} {...handle} className={styles['headHandle']} aria-label={t('viewdesign:group.move', { n })} title={t('viewdesign:group.keys')} onKeyDownCapture={onKeyDown}>
        <HolderOutlined aria-hidden />
      </button>
      <Select
        aria-label={t('viewdesign:group.field', { n })}
        value={group.field}
        showSearch={{ optionFilterProp: 'label' }}
        options={freeFields(entity.fields, groups, at).map(({ id, label, name }) => ({ value: id, label: text(label, locale, name) }))}
        onChange={(id) => {
          const chosen = fieldIn(entity, id)
          if (chosen) change({ ...levelBy(chosen, groups, at), ...(isDown && { descending: true }) })
        }}
      />
      {field && isDated(field) && (
        <Select
          className={styles['grain'] ?? ''}
          aria-label={t('viewdesign:group.grain', { n })}
          value={group.grain ?? 'day'}
          options={freeGrains(groups, group.field, at).map((grain) => ({ value: grain, label: t(`views:grain.${grain}`) }))}
          onChange={(grain) => change(withGrain(group, grain))}
        />
      )}
      <Button
        icon={isDown ? <SortDescendingOutlined aria-hidden /> : <SortAscendingOutlined aria-hidden />}
        aria-label={t('viewdesign:group.order', { n, order: t(isDown ? 'viewdesign:sort.down' : 'viewdesign:sort.up') })}
        title={t(isDown ? 'viewdesign:sort.down' : 'viewdesign:sort.up')}
        onClick={() => change(turned(group))}
      />
      <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('viewdesign:group.remove', { n })} onClick={() => onSet(groups.toSpliced(at, 1))} />
    </li>
  )
}
