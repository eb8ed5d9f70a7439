/** The drawing of a flow that is designed: what each step does in a line, and what is wrong with it. */
import type { TFunction } from 'i18next'

import type { Locale } from '@/core/i18n/locale'
import type { Flow } from '@/generated/metadata'
import { edgeId, END, flowGraph, TRIGGER } from '@/plugins/nodes/flow-graph'
import type { CanvasFlag, CanvasGraph } from '@/ui/flow-canvas/canvas-model'

import { issuesAt, say, type DesignIssue, type Draft } from '../drafting/draft'
import { stepAt } from './flow-place'
import { noteOf } from './step-notes'

interface Words {
  readonly t: TFunction
  readonly locale: Locale
}

export function designedGraph(flow: Flow, draft: Draft, words: Words, nobody: readonly string[]): CanvasGraph {
  const { nodes, edges } = flowGraph(flow, words)
  const flags = flagsOf(flow, issuesAt(draft, `flows/${flow.name}.json`, []), words.locale)
  for (const id of nobody) if (!flags.has(id)) flags.set(id, { severity: 'warning', words: words.t('flowdesign:now.nobody') })
  return {
    nodes: nodes.map((card) => ({ ...card, note: noteOf(flow, card.id, draft, words), flag: flags.get(card.id) })),
    edges,
  }
}

/** Findings by the step they are about; inside a per-line step its holder shows them. */
function flagsOf(flow: Flow, issues: readonly DesignIssue[], locale: Locale): Map<string, CanvasFlag> {
  const flags = new Map<string, CanvasFlag>()
  const holders = new Map(flow.nodes.flatMap((node) => (node.kind === 'per_line' ? node.steps.map((step) => [step.id, node.id] as const) : [])))
  for (const { place, severity, words } of issues) {
    const found = stepAt(flow, place)
    const id = found === null ? null : (holders.get(found) ?? found)
    if (id === null) continue
    const before = flags.get(id)
    const isWorse = severity === 'error' || before?.severity === 'error'
    flags.set(id, { severity: isWorse ? 'error' : 'warning', words: [before?.words, say(words, locale)].filter(Boolean).join(' ') })
  }
  return flags
}

/** What a + on a way is called: after which step, and in which branch. */
export function addLabels(graph: CanvasGraph, flow: Flow, t: TFunction): ReadonlyMap<string, string> {
  const names = new Map(graph.nodes.map(({ id, label }) => [id, label]))
  const ways = new Map(graph.edges.map(({ id, label }) => [id, label]))
  return new Map(
    flow.edges.map((edge, at) => {
      const id = edgeId(edge, at)
      const from = edge.from === TRIGGER ? t('flowdesign:start') : (names.get(edge.from) ?? edge.from)
      const to = edge.to === END ? t('flows:node.end') : (names.get(edge.to) ?? edge.to)
      const way = ways.get(id)
      return [id, t(way === undefined ? 'flowdesign:add.between' : 'flowdesign:add.onWay', { from, to, way: way ?? '' })]
    }),
  )
}
