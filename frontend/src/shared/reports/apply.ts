/** Publishing a few edits at once, beside whatever draft somebody is working on. */
import { useMutation, useQueryClient } from '@tanstack/react-query'

import { isProblem, issuesOf } from '@/shared/api/problem'
import { request } from '@/shared/api/request'

export interface DesignCommand {
  readonly kind: string
  readonly params: Readonly<Record<string, unknown>>
}

interface Edits {
  readonly commands: readonly DesignCommand[]
  readonly note: string
}

export interface Applied {
  readonly release: number
  /** The ids each command minted, such as that of a new report. */
  readonly made: readonly string[]
}

export function applyEdits(app: string, edits: Edits): Promise<Applied> {
  return request<Applied>(`/design/${encodeURIComponent(app)}:apply`, { method: 'POST', body: edits })
}

/** What became of edits: in use for everybody, or in the draft until somebody who may publishes it. */
export type Outcome = 'published' | 'proposed'

/** Publishes edits at once where that is allowed, else adds them to the draft. */
export async function applyOrPropose(app: string, edits: Edits): Promise<Outcome> {
  try {
    await applyEdits(app, edits)
    return 'published'
  } catch (fault) {
    if (!isProblem(fault, 403) || !issuesOf(fault).every(({ code }) => code === 'design.publish.not_permitted')) throw fault
    await proposeEdits(app, edits.commands)
    return 'proposed'
  }
}

async function proposeEdits(app: string, commands: readonly DesignCommand[]): Promise<void> {
  const path = `/design/${encodeURIComponent(app)}`
  let { revision } = await request<{ readonly revision: number }>(path)
  for (const command of commands) {
    const after = await request<{ readonly revision: number }>(`${path}/commands`, { method: 'POST', body: { revision, ...command } })
    revision = after.revision
  }
}

export function useApply(app: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (edits: Edits) => applyOrPropose(app, edits),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['dashboard', app] }),
        client.invalidateQueries({ queryKey: ['definition', app] }),
      ]),
  })
}

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

/** An id made here, because further commands of the same call name what the first one makes. */
export function newDocumentId(prefix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  return `${prefix}_${[...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join('')}`
}
