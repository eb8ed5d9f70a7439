/** What is chosen, renamed and looked at on the canvas, and what can be done with it. */
import { useEffect, useMemo, useRef, useState } from 'react'

import { documentLanguage, type DocumentLanguage } from '@/core/i18n/locale'
import type { Entity, Form, Label } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { useDrafting } from '../drafting/draft-context'
import { anyField } from '../inspector/field-place'
import { chooseAnother, type CanvasActions, type CanvasState, type Chosen } from './selection'

// On a narrow screen the form is shown as it will look there.
const NARROW = '(max-width: 640px)'

export function useCanvasState(form: Form, entity: Entity, first: Chosen) {
  const locale = useLocale()
  const { edit } = useDrafting()
  const [chosen, choose] = useState<Chosen>(first)
  const [renaming, rename] = useState<string | null>(null)
  const [language, setLanguage] = useState<DocumentLanguage>(documentLanguage(locale))
  const [isPhone, setPhone] = useState(() => window.matchMedia(NARROW).matches)
  const state = useMemo<CanvasState>(() => ({ chosen, language, isPhone, renaming }), [chosen, language, isPhone, renaming])
  useFocusOnChosen(chosen)
  const now = useRef({ form, entity, language, edit })
  useEffect(() => {
    now.current = { form, entity, language, edit }
  })
  const actions = useMemo<CanvasActions>(
    () => ({
      choose,
      chooseField: (field, choosing) => choose((before) => chooseAnother(now.current.form, before, field, choosing)),
      rename,
      setLabel: (id, text) => {
        const { form: here, entity: of, language: spoken, edit: send } = now.current
        const field = anyField(of, id)
        const section = here.layout.find((each) => each.id === id)
        const value = { ...(field?.label ?? section?.label), [spoken]: text } satisfies Label
        if (field !== undefined) void send('set_field_property', { entity: of.id, field: id, property: 'label', value })
        else void send('set_section', { form: here.id, section: id, property: 'label', value })
      },
      setSpan: (field, span) => {
        const { form: here, edit: send } = now.current
        void send('set_form_item', { form: here.id, field, property: 'span', value: span === 1 ? null : span })
      },
    }),
    [],
  )
  return { state, actions, setLanguage, setPhone }
}

/** What is chosen is in view, and has the keys unless something else is being used. */
function useFocusOnChosen(chosen: Chosen): void {
  const id = chosen === null || chosen.kind === 'fields' ? undefined : chosen.id
  useEffect(() => {
    const at = document.activeElement
    const isFree = at === null || at === document.body || at.closest('[data-canvas]') !== null
    const element = id === undefined ? null : document.querySelector<HTMLElement>(`[data-canvas] [data-id="${CSS.escape(id)}"]`)
    element?.scrollIntoView?.({ block: 'nearest' })
    if (isFree) element?.focus({ preventScroll: true })
  }, [id])
}
