/** What a step does, in one line on its card. */
import type { TFunction } from 'i18next'

import type { Locale } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Flow, Node, Who } from '@/generated/metadata'
import { TRIGGER } from '@/plugins/nodes/flow-graph'

import { entityWithId, fieldIn, type Draft } from '../drafting/draft'
import { documentWithId } from './documents'
import { readDuration } from './parts/duration'

interface Words {
  readonly t: TFunction
  readonly locale: Locale
}

export function noteOf(flow: Flow, id: string, draft: Draft, words: Words): string | undefined {
  if (id === TRIGGER) return text(entityWithId(draft, flow.trigger.entity)?.label, words.locale)
  const node = flow.nodes.find((each) => each.id === id)
  const note = node && stepNote(flow, node, draft, words)
  return note === '' ? undefined : note
}

function stepNote(flow: Flow, node: Node, draft: Draft, words: Words): string {
  const { t, locale } = words
  const label = (found: string | undefined) => text(documentWithId(draft, found)?.label, locale)
  switch (node.kind) {
    case 'approval':
      return people(flow, node.approvers, draft, words)
    case 'fill_in':
      return people(flow, node.people, draft, words)
    case 'notify':
      return node.email === undefined ? people(flow, node.to ?? [], draft, words) : t('flowdesign:note.address')
    case 'create_record':
    case 'find_records':
      return label(node.entity)
    case 'update_record':
      return fieldNames(Object.keys(node.set), draft, locale)
    case 'decide':
      return label(node.rule)
    case 'sub_flow':
      return label(node.flow)
    case 'connector_action':
      return label(node.connector)
    case 'timer':
      return node.after === undefined ? '' : durationWords(node.after, t)
    case 'per_line':
      return t('flowdesign:note.steps', { count: node.steps.length })
    case 'end':
      return t(`flowdesign:ending.${node.outcome ?? 'completed'}`)
    default:
      return ''
  }
}

export function durationWords(duration: string, t: TFunction): string {
  const { amount, unit } = readDuration(duration)
  return t(`flowdesign:duration.${unit}`, { count: amount })
}

function people(flow: Flow, who: readonly Who[], draft: Draft, words: Words): string {
  return who.map((each) => whoWords(flow, each, draft, words)).join('、')
}

export function whoWords(flow: Flow, who: Who, draft: Draft, { t, locale }: Words): string {
  const entity = entityWithId(draft, flow.trigger.entity)
  const field = entity && who.field !== undefined ? fieldIn(entity, who.field) : undefined
  const named = { role: text(documentWithId(draft, who.role)?.label, locale), field: text(field?.label, locale), person: who.person ?? '' }
  const name = named[who.source as keyof typeof named]
  if (name !== undefined) return name === '' ? t('flowdesign:who.nobodyYet') : name
  return t(`flowdesign:who.${who.source}`)
}

function fieldNames(ids: readonly string[], draft: Draft, locale: Locale): string {
  const fields = Object.values(draft.documents).flatMap((document) => ('fields' in document ? document.fields : []))
  return ids.map((id) => text(fields.find((field) => field.id === id)?.label, locale)).filter((name) => name !== '').join('、')
}
