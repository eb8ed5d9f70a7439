/** Ways of a flow: told to the server by the step they leave and its outcome or branch. */
import type { Edge, Flow, Node } from '@/generated/metadata'
import { edgeId, END, TRIGGER } from '@/plugins/nodes/flow-graph'

/** Where a step is put: on a way that leaves a step. `to` tells those of a parallel step apart. */
export interface Way {
  readonly after: string
  readonly way: string
  readonly to?: string
}

export function wayOf({ from, to, branch, on = 'done' }: Edge): Way {
  return { after: from, way: branch ?? on, to }
}

export function wayWithId(flow: Flow, id: string): Way | undefined {
  const edge = flow.edges.find((each, at) => edgeId(each, at) === id)
  return edge && wayOf(edge)
}

/** Outcomes a step can be left by, the usual one first; branches of a condition by their ids. */
export function outcomesOf(node: Node): readonly string[] {
  switch (node.kind) {
    case 'condition':
      return [...node.branches.map(({ id }) => id), 'error']
    case 'approval':
      return ['approved', 'rejected', 'timeout', 'error']
    case 'fill_in':
      return ['done', 'rejected', 'timeout', 'error']
    case 'sub_flow':
      return ['done', 'rejected', 'error']
    case 'parallel':
    case 'join':
      return ['done']
    case 'end':
      return []
    default:
      return ['done', 'error']
  }
}

/** The way a step is usually left by; none after an end. */
export function usualWay(flow: Flow, id: string): Way | undefined {
  const node = flow.nodes.find((each) => each.id === id)
  if (id !== TRIGGER && node === undefined) return undefined
  const outcomes = node === undefined ? ['done'] : outcomesOf(node).slice(0, node.kind === 'condition' ? -1 : 1)
  const edges = flow.edges.filter(({ from }) => from === id)
  const edge = edges.find((each) => outcomes.includes(wayOf(each).way)) ?? edges.find(({ on = 'done' }) => on === 'done')
  const [first] = outcomes
  if (edge !== undefined) return wayOf(edge)
  return first === undefined ? undefined : { after: id, way: first }
}

/** The way that leads to a step. */
export function wayTo(flow: Flow, id: string): Way | undefined {
  const edge = flow.edges.find(({ to }) => to === id)
  return edge && wayOf(edge)
}

export function stepWithId(flow: Flow, id: string): Node | undefined {
  return allSteps(flow).find((each) => each.id === id)
}

/** All steps, those inside per-line steps as well. */
export function allSteps(flow: Flow): readonly Node[] {
  return flow.nodes.flatMap((node) => (node.kind === 'per_line' ? [node, ...node.steps] : [node]))
}

/** The steps chosen, with the ways between them and out of them, to be put elsewhere. */
export function fragment(flow: Flow, ids: ReadonlySet<string>) {
  const nodes = flow.nodes.filter(({ id }) => ids.has(id))
  const edges = flow.edges.filter(({ from }) => ids.has(from))
  return { nodes, edges: edges.filter(({ to, on }) => ids.has(to) || (to === END && on === 'rejected')) }
}

/** Branches of a step that hold steps of their own, which removing it would take away. */
export function waysWithSteps(flow: Flow, node: Node): readonly string[] {
  const edges = flow.edges.filter(({ from }) => from === node.id)
  const meets = (to: string) => flow.edges.filter((each) => each.to === to).length > 1 || to === END
  return edges.filter(({ to }) => !meets(to)).map((edge) => wayOf(edge).way)
}
