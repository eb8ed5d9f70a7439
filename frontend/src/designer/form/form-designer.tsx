/** The designer of one form: palette, canvas, panel, and what is dragged between them. */
import { useCallback, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { Locale } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Entity, FieldType, Form } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { DragArea } from '../canvas/drag-area'
import { isAmongSections, type DragSubject, type DropTarget } from '../canvas/drag-subject'
import { documentsIn, unplacedFields, type Draft } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { DesignerFrame } from '../frame/designer-frame'
import { useRequestedPlace, type Place } from '../frame/places'
import { useKeys } from '../frame/use-keys'
import { anyField, columnsOf } from '../inspector/field-place'
import { Palette } from '../palette/palette'
import { keyAction } from './canvas-keys'
import { Follower } from './follower'
import { FormCanvas } from './form-canvas'
import { Inspector } from './inspector'
import { elementOf } from './issue-element'
import { PendingColumnContext } from './pending-context'
import { PendingField, type Pending } from './pending-field'
import { editForDrop, usualTarget } from './place-subject'
import { Previews } from './previews'
import { asChosen, CanvasActionsContext, CanvasContext, chosenFields, neighbour, readingOrder, type Chosen } from './selection'
import { useCanvasState } from './use-canvas-state'
import { useFieldActions } from './use-field-actions'

interface FormDesignerProps {
  readonly form: Form
  readonly entity: Entity
  readonly back: string
}

/** The section that a draft has and the form had not. */
function sectionMade(form: Form, after: Draft): Chosen {
  const known = new Set(form.layout.map(({ id }) => id))
  const made = documentsIn<Form>(after, 'forms').find(({ id }) => id === form.id)?.layout.find(({ id }) => !known.has(id))
  return made === undefined ? null : { kind: 'section', id: made.id }
}

const WIDE: ReadonlySet<FieldType> = new Set(['lines', 'long_text'])

export function FormDesigner({ form, entity, back }: FormDesignerProps) {
  const locale = useLocale()
  const { edit } = useDrafting()
  const requested = useRequestedPlace()
  const file = `forms/${form.name}.json`
  const { state, actions, setLanguage, setPhone } = useCanvasState(form, entity, elementOf({ file, place: requested }, form, entity))
  const { chosen, language } = state
  const [pending, setPending] = useState<Pending | null>(null)
  const fields = useFieldActions({ form, entity, chosen, choose: actions.choose })
  const names = useNames(form, entity)

  const put = useCallback(
    (subject: DragSubject, target: DropTarget) => {
      if (subject.kind === 'type') setPending({ type: subject.type, target })
      const call = editForDrop({ form, entity, chosen: chosenFields(chosen) }, subject, target)
      const carriedOut = call === null ? null : edit(call.kind, call.params)
      if (subject.kind === 'new-section') void carriedOut?.then((after) => after && actions.choose(sectionMade(form, after)))
      if (subject.kind === 'field' && !chosenFields(chosen).includes(subject.field)) actions.choose({ kind: 'field', id: subject.field })
    },
    [actions, chosen, edit, entity, form],
  )
  const add = (subject: DragSubject) => {
    const target = usualTarget(form, chosen?.kind === 'section' ? chosen.id : chosenFields(chosen).at(-1), isAmongSections(subject))
    if (target !== null) put(subject, target)
  }
  const finish = (field: string | null) => {
    setPending(null)
    if (field !== null) actions.choose({ kind: 'field', id: field })
  }
  useToldKeys()
  const onKeyDown = useCanvasKeys({ form, chosen, actions, fields })
  const entry = pending && <PendingField key="pending" form={form} entity={entity} {...pending} language={language} span={spanOf(form, pending)} onDone={finish} />
  const columns = {
    pending: pending?.target.lines === undefined ? null : { lines: pending.target.lines, entry },
    begin: (lines: string, type: FieldType) => setPending({ type, target: { section: null, lines, index: columnCount(entity, lines) } }),
  }
  const frame = {
    document: form,
    file,
    beside: [`entities/${entity.name}.json`],
    back,
    chosen: elementIn(form, entity, chosen, locale),
    onShow: (shown: string, place: Place) => actions.choose(elementOf({ file: shown, place }, form, entity)),
  }
  return (
    <CanvasContext value={state}>
      <CanvasActionsContext value={actions}>
        <PendingColumnContext value={columns}>
          <DragArea {...names} onDrop={put} renderSubject={(subject) => <Follower subject={subject} entity={entity} name={names.nameOf(subject)} count={goingAlong(subject, chosen)} />}>
            <DesignerFrame
              {...frame}
              tools={<Previews onLanguage={setLanguage} onPhone={setPhone} />}
              palette={<Palette unplaced={unplacedFields(entity, form)} onAdd={add} />}
              inspector={<Inspector form={form} entity={entity} actions={fields} />}
            >
              <FormCanvas form={form} entity={entity} pending={pending && pending.target.lines === undefined ? { target: pending.target, entry } : null} onKeyDown={onKeyDown} />
            </DesignerFrame>
          </DragArea>
        </PendingColumnContext>
      </CanvasActionsContext>
    </CanvasContext>
  )
}

/** On the sheet of keys; the canvas listens to them itself. */
function useToldKeys(): void {
  const { t } = useTranslation()
  useKeys([
    { keys: 'F2', label: t('forms:keys.rename') },
    { keys: 'Alt+ArrowUp', label: t('forms:keys.move') },
    { keys: 'Alt+ArrowRight', label: t('forms:keys.widen') },
    { keys: 'Shift+ArrowDown', label: t('forms:keys.several') },
    { keys: 'Ctrl+A', label: t('forms:keys.all') },
    { keys: 'Ctrl+D', label: t('forms:several.duplicate') },
  ])
}

interface CanvasKeysOf {
  readonly form: Form
  readonly chosen: Chosen
  readonly actions: ReturnType<typeof useCanvasState>['actions']
  readonly fields: ReturnType<typeof useFieldActions>
}

/** Keys on the canvas; while something is typed they mean what they always mean. */
function useCanvasKeys({ form, chosen, actions, fields }: CanvasKeysOf) {
  const go = (by: number, isExtending: boolean) => {
    const next = neighbour(form, chosen, by)
    if (next === undefined) return
    actions.chooseField(next, isExtending ? 'up-to' : 'alone')
    document.querySelector<HTMLElement>(`[data-canvas] [data-id="${CSS.escape(next)}"]`)?.focus()
  }
  return (event: KeyboardEvent) => {
    const action = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement ? undefined : keyAction(event)
    if (action === undefined) return
    event.preventDefault()
    const [first] = chosen?.kind === 'section' ? [chosen.id] : chosenFields(chosen)
    if (action.kind === 'go') go(action.by, action.isExtending)
    else if (action.kind === 'move') fields.move(action.by)
    else if (action.kind === 'widen') fields.widen(action.by)
    else if (action.kind === 'remove') fields.remove()
    else if (action.kind === 'duplicate') fields.duplicate()
    else if (action.kind === 'all') actions.choose(asChosen(readingOrder(form)))
    else if (action.kind === 'leave') actions.choose(null)
    else if (first !== undefined) actions.rename(first)
  }
}

function spanOf(form: Form, { type, target }: Pending): number {
  const columns = form.layout.find(({ id }) => id === target.section)?.columns ?? form.columns ?? 2
  return WIDE.has(type) ? columns : 1
}

function columnCount(entity: Entity, lines: string): number {
  const owner = entity.fields.find(({ id }) => id === lines)
  return owner === undefined ? 0 : columnsOf(owner).length
}

/** How many fields a dragged one takes along, itself included. */
function goingAlong(subject: DragSubject, chosen: Chosen): number {
  const ids = chosenFields(chosen)
  return subject.kind === 'field' && ids.includes(subject.field) ? ids.length : 1
}

function elementIn(form: Form, entity: Entity, chosen: Chosen, locale: Locale) {
  if (chosen === null || chosen.kind === 'fields') return undefined
  const found = chosen.kind === 'field' ? anyField(entity, chosen.id) : form.layout.find(({ id }) => id === chosen.id)
  return { id: chosen.id, label: text(found?.label, locale) }
}

/** What dragged things and places are called. */
function useNames(form: Form, entity: Entity) {
  const { t } = useTranslation()
  const locale = useLocale()
  const fieldName = (id: string) => text(anyField(entity, id)?.label, locale, id)
  const sectionName = (id: string | null) => text(form.layout.find((section) => section.id === id)?.label, locale, t('designer:section.untitled'))
  return {
    nameOf: (subject: DragSubject): string => {
      if (subject.kind === 'type') return t(`designer:type.${subject.type}`)
      if (subject.kind === 'new-section') return t('designer:palette.section')
      if (subject.kind === 'section') return sectionName(subject.section)
      return 'field' in subject ? fieldName(subject.field) : ''
    },
    whereIs: ({ section, index, lines }: DropTarget): string => {
      if (lines !== undefined) return t('designer:drag.itemPlace', { section: fieldName(lines), n: index + 1 })
      if (section === null) return t('designer:drag.sectionPlace', { n: index + 1 })
      return t('designer:drag.itemPlace', { section: sectionName(section), n: index + 1 })
    },
  }
}
