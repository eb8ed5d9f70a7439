/** What an edit would mean for stored data and other documents, asked before it is made. */
import { useQuery } from '@tanstack/react-query'

import type { Label } from '@/generated/metadata'
import { request } from '@/shared/api/request'

import type { Words } from './draft'
import { useDrafting, type Params } from './draft-context'

export interface StorageStep {
  readonly code: string
  readonly words: Words
  readonly rows: number
  readonly seconds: number
}

export interface Foreseen {
  /** Work on stored data besides what the draft asks for already. */
  readonly steps: readonly StorageStep[]
  readonly documents: readonly { readonly file: string; readonly kind: Words; readonly label: Label }[]
}

/** Nothing is asked while there are no parameters. */
export function useForeseen(kind: string, params: Params | undefined) {
  const { draft } = useDrafting()
  return useQuery({
    queryKey: ['design', draft.app, 'foreseen', draft.revision, kind, params],
    queryFn: () => request<Foreseen>(`/design/${encodeURIComponent(draft.app)}:foresee`, { method: 'POST', body: { kind, params } }),
    enabled: params !== undefined,
    staleTime: 0,
    retry: false,
  })
}
