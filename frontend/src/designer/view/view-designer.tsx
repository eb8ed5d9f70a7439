/** The designer of one list: the fields of its records left, the list itself with real records, what it is made of right. */
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Entity, View } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { DragArea } from '../canvas/drag-area'
import type { DragSubject, DropTarget } from '../canvas/drag-subject'
import { fieldIn } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { DesignerFrame } from '../frame/designer-frame'
import { useRequestedPlace, type Place } from '../frame/places'
import { KIND_ICONS } from '../palette/field-kinds'
import { rulesWithout, withField, withoutField } from './column-edits'
import { ColumnPanel } from './column-panel'
import { movedLevel, withLevel } from './group-edits'
import { GROUPS } from './group-entries'
import { NewViewButton } from './new-view-button'
import { ViewCanvas } from './view-canvas'
import { ViewContext } from './view-context'
import styles from './view.module.css'
import { ViewPalette } from './view-palette'
import { ViewPanel } from './view-panel'

interface ViewDesignerProps {
  readonly view: View
  readonly entity: Entity
  readonly back: string
}

export function ViewDesigner({ view, entity, back }: ViewDesignerProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { edit } = useDrafting()
  const file = `views/${view.name}.json`
  const requested = useRequestedPlace()
  const [chosen, choose] = useState<string | null>(() => fieldAt(view, requested))
  const label = (id: string) => text(fieldIn(entity, id)?.label, locale, id)
  const setColumns = useCallback((columns: View['columns']) => void edit('set_view_columns', { view: view.id, columns }), [edit, view.id])
  const remove = useCallback(
    (field: string) => {
      const rules = rulesWithout(view, field)
      if (rules !== null) void edit('set_view_property', { view: view.id, property: 'colors', value: rules })
      setColumns(withoutField(view.columns, field))
      choose(null)
    },
    [edit, setColumns, view],
  )
  const fieldOf = (subject: DragSubject) => (subject.kind === 'entry' ? view.groups?.[subject.at]?.field : 'field' in subject ? subject.field : undefined) ?? ''
  const putGroup = (subject: DragSubject, index: number) => {
    const groups = view.groups ?? []
    const next = subject.kind === 'entry' ? movedLevel(groups, subject.at, index) : withLevel(groups, fieldIn(entity, fieldOf(subject)), entity.fields, index)
    if (next !== null) void edit('set_view_property', { view: view.id, property: 'groups', value: next })
  }
  const put = (subject: DragSubject, { section, index }: DropTarget) => {
    if (section === GROUPS) return putGroup(subject, index)
    if (subject.kind !== 'field') return
    const columns = withField(view.columns, subject.field, index)
    if (columns !== null) setColumns(columns)
    choose(subject.field)
  }
  const state = useMemo(() => ({ view, entity, chosen, choose, setColumns, remove }), [view, entity, chosen, setColumns, remove])
  const nameOf = (subject: DragSubject) => label(fieldOf(subject))
  const column = view.columns.find(({ field }) => field === chosen)
  return (
    <ViewContext value={state}>
      <DragArea
        nameOf={nameOf}
        whereIs={({ section, index }) => t(section === GROUPS ? 'viewdesign:group.place' : 'viewdesign:place', { n: index + 1 })}
        onDrop={put}
        renderSubject={(subject) => <Follower name={nameOf(subject)} type={fieldIn(entity, fieldOf(subject))?.type} />}
      >
        <DesignerFrame
          document={view}
          file={file}
          beside={[`entities/${entity.name}.json`]}
          back={back === `/a/${back.split('/')[2]}` ? `${back}/v/${view.name}` : back}
          chosen={chosen === null ? undefined : { id: chosen, label: label(chosen) }}
          onShow={(shown, place) => choose(shown === file ? fieldAt(view, place) : null)}
          tools={<NewViewButton entity={entity} />}
          palette={<ViewPalette onAdd={(field) => put({ kind: 'field', field }, { section: null, index: view.columns.length })} />}
          inspector={column === undefined ? <ViewPanel /> : <ColumnPanel key={column.field} column={column} />}
        >
          <ViewCanvas />
        </DesignerFrame>
      </DragArea>
    </ViewContext>
  )
}

/** The column a place in the document is about. */
function fieldAt(view: View, place: Place): string | null {
  const [part, index] = place
  return part === 'columns' && typeof index === 'number' ? (view.columns[index]?.field ?? null) : null
}

function Follower({ name, type }: { readonly name: string; readonly type: keyof typeof KIND_ICONS | undefined }) {
  const Drawn = KIND_ICONS[type ?? 'text']
  return (
    <span className={styles['follower']}>
      <Drawn aria-hidden />
      {name}
    </span>
  )
}
