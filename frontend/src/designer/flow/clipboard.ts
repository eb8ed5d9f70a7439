/** Copied steps on the clipboard, as text that another flow, tab or app can read. */
import type { Edge, Flow, Node } from '@/generated/metadata'

import { fragment } from './ways'

export interface Copied {
  readonly nodes: readonly Node[]
  readonly edges: readonly Edge[]
}

const MARK = 'tongdao/steps/1'

let last: Copied | null = null

export function writeSteps(flow: Flow, ids: ReadonlySet<string>): string | null {
  const copied = fragment(flow, ids)
  if (copied.nodes.length === 0) return null
  last = copied
  return JSON.stringify({ schema: MARK, ...copied })
}

export function readSteps(text: string): Copied | null {
  if (!text.includes(MARK)) return null
  try {
    const found = JSON.parse(text) as { schema?: unknown; nodes?: unknown; edges?: unknown }
    const isOurs = found.schema === MARK && Array.isArray(found.nodes) && Array.isArray(found.edges)
    return isOurs ? { nodes: found.nodes as Node[], edges: found.edges as Edge[] } : null
  } catch {
    return null
  }
}

/** What was copied last in this window, for menus, which may not read the clipboard. */
export function lastCopied(): Copied | null {
  return last
}
