/** The usual course of a flow: from its trigger by the first branch and the good outcomes to an end. */
import type { Edge } from '@/generated/metadata'

const USUAL = new Set<Edge['on'] | undefined>([undefined, 'done', 'approved'])

export function mainEdges(edges: readonly Edge[]): ReadonlySet<Edge> {
  const course = new Set<Edge>()
  const visited = new Set<string>()
  let place: string | undefined = 'trigger'
  while (place !== undefined && !visited.has(place)) {
    visited.add(place)
    const next = usualEdge(edges, place)
    if (next !== undefined) course.add(next)
    place = next?.to
  }
  return course
}

function usualEdge(edges: readonly Edge[], from: string): Edge | undefined {
  const ways = edges.filter((edge) => edge.from === from)
  return ways.find(({ on }) => USUAL.has(on)) ?? ways[0]
}
