/** Publishing a few edits at once, beside whatever draft somebody is working on. */
import { useMutation, useQueryClient } from '@tanstack/react-query'

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

export function useApply(app: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (edits: Edits) => applyEdits(app, edits),
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
