/** One run on the drawing of its flow: where it has been, which ways it went, where it stands. */
import type { TFunction } from 'i18next'

import { formatRelative, formatShortInstant } from '@/core/i18n/format'
import type { Locale } from '@/core/i18n/locale'
import type { Edge } from '@/generated/metadata'
import { END, flowGraph, TRIGGER } from '@/plugins/nodes/flow-graph'
import type { Run, RunStep } from '@/shared/flows/wire'
import type { CanvasEdge, CanvasGraph, CanvasNode, CanvasState } from '@/ui/flow-canvas/canvas-model'

import { outcomeWords, peopleWords } from './run-words'

export interface RunWords {
  readonly t: TFunction
  readonly locale: Locale
  readonly now: Date
}

export function runGraph(run: Run, words: RunWords): CanvasGraph {
  const { nodes, edges } = flowGraph(run.flow, words)
  const drawn = edges.map((edge, at) => withCourse(edge, run, run.flow.edges[at]))
  const isOver = drawn.some(({ to, isTaken }) => to === END && isTaken)
  return { nodes: nodes.map((node) => withProgress(node, run, isOver, words)), edges: drawn }
}

function withCourse(edge: CanvasEdge, run: Run, document: Edge | undefined): CanvasEdge {
  return { ...edge, isTaken: document !== undefined && wasGone(document, run) }
}

/** A way was gone when its step was left with the outcome the way is for. */
export function wasGone(edge: Edge, { steps }: Pick<Run, 'steps'>): boolean {
  if (edge.from === TRIGGER) return true
  return steps.some((step) => step.node === edge.from && step.left_at !== null && fits(edge, step.outcome))
}

function fits({ branch, on = 'done' }: Edge, outcome: string | null): boolean {
  if (branch !== undefined) return outcome === branch
  return outcome === on || (on === 'done' && outcome === 'approved')
}

function withProgress(node: CanvasNode, run: Run, isOver: boolean, words: RunWords): CanvasNode {
  if (node.id === TRIGGER) return { ...node, state: 'passed', note: startWords(run, words) }
  if (node.id === END) return isOver ? { ...node, state: 'passed', note: endWords(run, words) } : node
  const step = lastStep(run, node.id)
  return step === undefined ? node : { ...node, state: stateOf(run, step), note: stepNote(run, step, words) }
}

export function lastStep({ steps }: Pick<Run, 'steps'>, node: string): RunStep | undefined {
  return steps.findLast((step) => step.node === node)
}

function stateOf({ tokens }: Run, { node, outcome }: RunStep): CanvasState {
  const token = tokens.find((each) => each.node === node)
  if (outcome === 'error' || token?.incident === true) return 'failed'
  return token === undefined ? 'passed' : 'current'
}

/** Who is waited for and since when; of a step left behind how it went and when. */
export function stepNote(run: Run, step: RunStep, words: RunWords): string {
  const { t, locale, now } = words
  if (step.left_at === null) {
    const waiting = run.tasks.filter(({ node, state }) => node.id === step.node && state === 'pending')
    const since = formatRelative(step.entered_at, locale, now)
    return waiting.length === 0 ? since : `${t('flows:waiting', { people: peopleWords(waiting.map(({ person }) => person), locale) })} · ${since}`
  }
  return [outcomeWords(run, step, words), formatShortInstant(step.left_at, locale)].filter((part) => part !== '').join(' · ')
}

function startWords({ submitter, started_at: at }: Run, { locale }: RunWords): string {
  return [submitter?.title, formatShortInstant(at, locale)].filter(Boolean).join(' · ')
}

function endWords({ state, ended_at: at }: Run, { t, locale }: RunWords): string {
  return [t(`flows:state.${state}`), at === null ? '' : formatShortInstant(at, locale)].filter((part) => part !== '').join(' · ')
}
