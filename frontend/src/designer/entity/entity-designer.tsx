/** The designer of one entity: field types left, all fields as one sheet, properties of what is chosen right. */
import { DeploymentUnitOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useCallback, useState, type ClipboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { documentLanguage } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Entity, Field, FieldType } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { DragArea } from '../canvas/drag-area'
import type { DragSubject, DropTarget } from '../canvas/drag-subject'
import { indexAfterRemoval } from '../canvas/drop-target'
import { appOf, type Draft } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { DesignerFrame } from '../frame/designer-frame'
import { useRequestedPlace, type Place } from '../frame/places'
import { anyField } from '../inspector/field-place'
import { FieldPanel } from '../inspector/field-panel'
import { BulkPanel } from './bulk-panel'
import { copiedFields } from './copied-fields'
import { newField, typedLanguage } from './entity-draft'
import { EntityPanel } from './entity-panel'
import styles from './entity.module.css'
import { FieldTable, type WaitingLine } from './field-table'
import { KindIcon } from './type-menu'
import { ASKING } from './kinds'
import { RightsBar } from './rights-bar'
import { isTyping } from './table-keys'
import { TypeDialog, type OptionValues } from './type-dialog'
import { TypePalette } from './type-palette'
import type { LineField } from './typed-lines'
import { useFieldEdits } from './use-field-edits'

interface EntityDesignerProps {
  readonly entity: Entity
  readonly back: string
}

/** A field that waits for the settings its type needs: a new one, or one that changes its type. */
interface Asked {
  readonly type: FieldType
  readonly label: string
  readonly done: (options: OptionValues) => void
}

const NOTHING: readonly string[] = []
const NO_LINES: readonly WaitingLine[] = []
const MOST_AT_ONCE = 10_000

export function EntityDesigner({ entity, back }: EntityDesignerProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const edits = useFieldEdits(entity)
  const requested = fieldAt(entity, useRequestedPlace())
  const [chosen, choose] = useState<readonly string[]>(requested === undefined ? NOTHING : [requested.id])
  const [asked, setAsked] = useState<Asked | null>(null)

  const show = useCallback((after: Draft | null) => {
    const made = newField(entity, after)
    if (made !== undefined) choose([made.id])
  }, [entity])
  const [waiting, setWaiting] = useState<readonly WaitingLine[]>(NO_LINES)
  const add = useCallback(
    async (lines: readonly LineField[], position?: number) => {
      const begun = performance.now()
      const keyed = lines.map((line, at) => ({ ...line, key: begun + at / MOST_AT_ONCE }))
      setWaiting((before) => [...before, ...keyed])
      const after = await edits.add(lines, position)
      setWaiting((before) => before.filter((line) => !keyed.includes(line)))
      show(after)
    },
    [edits, show],
  )
  const ask = useCallback(
    (line: LineField, position?: number) =>
      setAsked({ type: line.type, label: line.label, done: (options) => void add([{ ...line, options }], position) }),
    [add],
  )
  const changeType = useCallback(
    (field: Field, type: FieldType) => {
      if (type === field.type) return
      if (!ASKING.includes(type)) edits.changeType(field.id, type)
      else setAsked({ type, label: Object.values(field.label)[0] ?? field.name, done: (options) => edits.changeType(field.id, type, options) })
    },
    [edits],
  )
  const addOfType = (type: FieldType, position?: number) => {
    const language = typedLanguage(draft, documentLanguage(locale))
    const label = t(`designer:type.${type}`, { lng: language === 'zh' ? 'zh-CN' : language })
    const options = type === 'sequence' ? { options: { format: 'NO-{yyyyMM}-{0000}', reset: 'month' } } : type === 'lines' ? { options: { fields: [] } } : {}
    const line: LineField = { type, label, labels: [label], ...options }
    if (ASKING.includes(type)) ask(line, position)
    else void add([line], position)
  }
  const drop = (subject: DragSubject, { index }: DropTarget) => {
    if (subject.kind === 'type') addOfType(subject.type, index)
    if (subject.kind !== 'field') return
    const from = entity.fields.findIndex(({ id }) => id === subject.field)
    const to = indexAfterRemoval(from, index)
    if (to !== from) edits.move(subject.field, to)
  }
  const fields = entity.fields.filter(({ id }) => chosen.includes(id))
  const copy = (event: ClipboardEvent) => {
    if (fields.length === 0 || isTyping(event.target)) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', copiedFields(fields, appOf(draft).languages))
  }
  const names = useNames(entity)
  return (
    <DragArea {...names} onDrop={drop} renderSubject={(subject) => <Follower entity={entity} subject={subject} name={names.nameOf(subject)} />}>
      <DesignerFrame
        document={entity}
        file={`entities/${entity.name}.json`}
        back={back}
        chosen={inHand(entity, chosen, locale)}
        onShow={(_, place) => choose(chosenAt(entity, place))}
        tools={<ModelLink app={draft.app} />}
        palette={<TypePalette onAdd={addOfType} />}
        inspector={<Inspector entity={entity} chosen={chosen} edits={edits} onChoose={choose} />}
      >
        <div className={styles['page']} onCopy={copy}>
          <FieldTable entity={entity} edits={edits} chosen={chosen} waiting={waiting} onChoose={choose} onType={changeType} onAdd={(lines) => void add(lines)} onAsk={ask} />
          <RightsBar entity={entity} />
        </div>
      </DesignerFrame>
      {asked !== null && (
        <TypeDialog
          entity={entity}
          {...asked}
          onDone={(options) => {
            setAsked(null)
            if (options !== null) asked.done(options)
          }}
        />
      )}
    </DragArea>
  )
}

interface InspectorProps {
  readonly entity: Entity
  readonly chosen: readonly string[]
  readonly edits: ReturnType<typeof useFieldEdits>
  readonly onChoose: (fields: readonly string[]) => void
}

function Inspector({ entity, chosen, edits, onChoose }: InspectorProps) {
  if (chosen.length > 1) return <BulkPanel entity={entity} chosen={chosen} edits={edits} onDone={() => onChoose(NOTHING)} />
  const field = chosen[0] === undefined ? undefined : anyField(entity, chosen[0])
  if (field === undefined) return <EntityPanel entity={entity} />
  return <FieldPanel key={field.id} entity={entity} field={field} onSelect={(id) => onChoose(id === null ? NOTHING : [id])} />
}

function ModelLink({ app }: { readonly app: string }) {
  const { t } = useTranslation()
  return (
    <Link to={`/design/${app}/model`}>
      <Button type="text" icon={<DeploymentUnitOutlined aria-hidden />}>
        {t('entities:model.title')}
      </Button>
    </Link>
  )
}

function Follower({ entity, subject, name }: { readonly entity: Entity; readonly subject: DragSubject; readonly name: string }) {
  const type = subject.kind === 'type' ? subject.type : subject.kind === 'field' ? anyField(entity, subject.field)?.type : undefined
  return (
    <span className={styles['follower']}>
      {type && <KindIcon type={type} />}
      {name}
    </span>
  )
}

function inHand(entity: Entity, chosen: readonly string[], locale: Parameters<typeof text>[1]) {
  const field = chosen.length === 1 ? anyField(entity, chosen[0] ?? '') : undefined
  return field && { id: field.id, label: text(field.label, locale, field.name) }
}

/** The field, or column of detail lines, that a place of the entity's document lies in. */
function fieldAt(entity: Entity, place: Place): Field | undefined {
  const [part, index, , , column] = place
  if (part !== 'fields' || typeof index !== 'number') return undefined
  const field = entity.fields[index]
  const inside = field?.type === 'lines' && typeof column === 'number' ? field.options.fields[column] : undefined
  return inside ?? field
}

function chosenAt(entity: Entity, place: Place): readonly string[] {
  const field = fieldAt(entity, place)
  return field === undefined ? NOTHING : [field.id]
}

/** What dragged things and places are called. */
function useNames(entity: Entity) {
  const { t } = useTranslation()
  const locale = useLocale()
  return {
    nameOf: (subject: DragSubject): string => {
      if (subject.kind === 'type') return t(`designer:type.${subject.type}`)
      return subject.kind === 'field' ? text(anyField(entity, subject.field)?.label, locale) : ''
    },
    whereIs: ({ index }: DropTarget): string => t('entities:drag.place', { n: index + 1 }),
  }
}
