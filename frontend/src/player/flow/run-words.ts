/** Names and outcomes of a run in words. */
import type { TFunction } from 'i18next'

import type { Locale } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Node } from '@/generated/metadata'
import type { Reference } from '@/shared/records/record'
import type { Run, RunStep } from '@/shared/flows/wire'

const MOST_NAMED = 3

export function peopleWords(people: readonly Reference[], locale: Locale): string {
  const names = people.slice(0, MOST_NAMED).map(({ title }) => title)
  const more = people.length > MOST_NAMED ? ` +${people.length - MOST_NAMED}` : ''
  return names.join(locale === 'zh-CN' ? '、' : ', ') + more
}

export function nodeOf({ flow: { nodes } }: Pick<Run, 'flow'>, id: string): Node | undefined {
  return nodes.find((node) => node.id === id)
}

interface OutcomeWords {
  readonly t: TFunction
  readonly locale: Locale
}

/** A branch by its label; that a step was simply done is not worth a word. */
export function outcomeWords(run: Run, { node, outcome }: RunStep, { t, locale }: OutcomeWords): string {
  if (outcome === null || outcome === 'done') return ''
  const known = nodeOf(run, node)
  const branch = known?.kind === 'condition' ? known.branches.find(({ id }) => id === outcome) : undefined
  return branch === undefined ? t(`flows:outcome.${outcome}`, { defaultValue: outcome }) : text(branch.label, locale, outcome)
}
