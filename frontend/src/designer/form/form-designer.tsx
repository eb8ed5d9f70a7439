/** The designer of one form: palette, canvas, panel, and what is dragged between them. */
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { documentLanguage, type DocumentLanguage, type Locale } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Entity, FieldType, Form } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { DragArea } from '../canvas/drag-area'
import { isAmongSections, type DragSubject, type DropTarget } from '../canvas/drag-subject'
import { unplacedFields } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { anyField } from '../inspector/field-place'
import { Palette } from '../palette/palette'
import { DesignerFrame } from '../frame/designer-frame'
import type { Place } from '../frame/places'
import { FormCanvas } from './form-canvas'
import { Follower } from './follower'
import { Inspector } from './inspector'
import { elementOf } from './issue-element'
import { NewFieldDialog } from './new-field-dialog'
import { Previews } from './previews'
import { editForDrop, usualTarget } from './place-subject'
import { CanvasContext, type Chosen } from './selection'

interface FormDesignerProps {
  readonly form: Form
  readonly entity: Entity
  readonly back: string
}

// On a narrow screen the form is shown as it will look there.
const NARROW = '(max-width: 640px)'

interface Pending {
  readonly type: FieldType
  readonly target: DropTarget
}

export function FormDesigner({ form, entity, back }: FormDesignerProps) {
  const locale = useLocale()
  const { edit } = useDrafting()
  const [chosen, choose] = useState<Chosen>(null)
  const [language, setLanguage] = useState<DocumentLanguage>(documentLanguage(locale))
  const [isPhone, setPhone] = useState(() => window.matchMedia(NARROW).matches)
  const [pending, setPending] = useState<Pending | null>(null)
  const canvas = useMemo(() => ({ chosen, choose, language, isPhone }), [chosen, language, isPhone])
  const names = useNames(form, entity)

  const put = useCallback(
    (subject: DragSubject, target: DropTarget) => {
      if (subject.kind === 'type') setPending({ type: subject.type, target })
      const call = editForDrop(form, subject, target)
      if (call !== null) void edit(call.kind, call.params)
      if (subject.kind === 'field') choose({ kind: 'field', id: subject.field })
    },
    [edit, form],
  )
  const add = (subject: DragSubject) => {
    const target = usualTarget(form, chosen?.kind === 'field' ? chosen.id : undefined, isAmongSections(subject))
    if (target !== null) put(subject, target)
  }
  const finish = (field: string | null) => {
    setPending(null)
    if (field !== null) choose({ kind: 'field', id: field })
  }
  const frame = {
    document: form,
    file: `forms/${form.name}.json`,
    beside: [`entities/${entity.name}.json`],
    back,
    chosen: elementIn(form, entity, chosen, locale),
    onShow: (file: string, place: Place) => choose(elementOf({ file, place }, form, entity)),
  }
  return (
    <CanvasContext value={canvas}>
      <DragArea {...names} onDrop={put} renderSubject={(subject) => <Follower subject={subject} entity={entity} name={names.nameOf(subject)} />}>
        <DesignerFrame
          {...frame}
          tools={<Previews onLanguage={setLanguage} onPhone={setPhone} />}
          palette={<Palette unplaced={unplacedFields(entity, form)} onAdd={add} />}
          inspector={<Inspector form={form} entity={entity} />}
        >
          <FormCanvas form={form} entity={entity} />
        </DesignerFrame>
      </DragArea>
      {pending !== null && <NewFieldDialog form={form} entity={entity} {...pending} onDone={finish} />}
    </CanvasContext>
  )
}

function elementIn(form: Form, entity: Entity, chosen: Chosen, locale: Locale) {
  if (chosen === null) return undefined
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
      return subject.kind === 'section' ? sectionName(subject.section) : fieldName(subject.field)
    },
    whereIs: ({ section, index }: DropTarget): string => {
      if (section === null) return t('designer:drag.sectionPlace', { n: index + 1 })
      return t('designer:drag.itemPlace', { section: sectionName(section), n: index + 1 })
    },
  }
}
