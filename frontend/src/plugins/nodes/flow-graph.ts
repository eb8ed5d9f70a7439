/** A flow's document as a drawing: every step a card, every edge a way, the usual course marked. */
import { CheckCircleOutlined } from '@ant-design/icons'
import type { TFunction } from 'i18next'
import { createElement } from 'react'

import type { Locale } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Edge, Flow, Node } from '@/generated/metadata'
import { TRIGGERS } from '@/plugins/triggers/specs.generated'
import type { CanvasEdge, CanvasGraph, CanvasNode } from '@/ui/flow-canvas/canvas-model'

import { mainEdges } from './main-course'
import { NODES } from './specs.generated'

export type DrawnFlow = Pick<Flow, 'nodes' | 'edges' | 'trigger'>

/** Where edges begin and end that belong to no node. */
export const TRIGGER = 'trigger'
export const END = 'end'

interface FlowWords {
  readonly t: TFunction
  readonly locale: Locale
}

export function flowGraph(flow: DrawnFlow, words: FlowWords): CanvasGraph {
  const main = mainEdges(flow.edges)
  return {
    nodes: [triggerCard(flow, words), ...flow.nodes.map((node) => nodeCard(node, words)), ...endCard(flow, words)],
    edges: flow.edges.map((edge, at) => way(edge, edgeId(edge, at), { flow, words, isMain: main.has(edge) })),
  }
}

export function edgeId({ from, to }: Edge, at: number): string {
  return `${from}-${to}-${at}`
}

function triggerCard({ trigger }: DrawnFlow, { t }: FlowWords): CanvasNode {
  const { icon, tone } = TRIGGERS[trigger.kind]
  const label = t(`flows:trigger.${trigger.kind}`)
  return { id: TRIGGER, label, kind: t('flows:trigger'), icon: createElement(icon, { 'aria-hidden': true }), tone, state: 'ahead' }
}

function nodeCard(node: Node, { t, locale }: FlowWords): CanvasNode {
  const { icon, tone } = NODES[node.kind]
  const kind = t(`flows:node.${node.kind}`)
  return { id: node.id, label: text(node.label, locale, kind), kind, icon: createElement(icon, { 'aria-hidden': true }), tone, state: 'ahead' }
}

function endCard({ edges }: DrawnFlow, { t }: FlowWords): CanvasNode[] {
  if (!edges.some(({ to }) => to === END)) return []
  return [{ id: END, label: t('flows:node.end'), kind: t('flows:node.end'), icon: createElement(CheckCircleOutlined, { 'aria-hidden': true }), tone: 'end', state: 'ahead' }]
}

interface WaySource {
  readonly flow: DrawnFlow
  readonly words: FlowWords
  readonly isMain: boolean
}

function way(edge: Edge, id: string, { flow, words, isMain }: WaySource): CanvasEdge {
  return { id, from: edge.from, to: edge.to, label: wayLabel(edge, flow, words), isTaken: false, isMain }
}

/** The branch, or the outcome; that a step was simply done needs no words. */
function wayLabel({ from, branch, on }: Edge, { nodes }: DrawnFlow, { t, locale }: FlowWords): string | undefined {
  const node = nodes.find(({ id }) => id === from)
  if (branch !== undefined && node?.kind === 'condition') {
    return text(node.branches.find(({ id }) => id === branch)?.label, locale, branch)
  }
  return on === undefined || on === 'done' ? undefined : t(`flows:outcome.${on}`)
}
