/** One import on the server: asked again while it is at work, and told what to do next. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'

import { request, requestResponse } from '@/shared/api/request'
import { saveFile } from '@/shared/api/save-file'
import { upload } from '@/shared/api/upload'

import { isBusy, type Import, type Mapping } from './import-state'

const PAUSE = 700

export interface ImportChange {
  readonly mapping?: Mapping
  readonly sheet?: string
  readonly header_row?: number
}

export interface RunOptions {
  readonly partial: boolean
}

export function startImport(app: string, entity: string, file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<Import> {
  const path = `/apps/${encodeURIComponent(app)}/entities/${encodeURIComponent(entity)}/imports?name=${encodeURIComponent(file.name)}`
  return upload<Import>(path, file, { onProgress, signal })
}

export function useImport(id: string | null) {
  return useQuery({
    queryKey: ['import', id],
    queryFn: ({ signal }) => request<Import>(`/imports/${id}`, { signal }),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data !== undefined && isBusy(state.data) ? PAUSE : false),
  })
}

/** What can be done with an import; each answer is the import afterwards. */
export function useImportSteps(id: string) {
  const client = useQueryClient()
  const keep = (answer: Import) => client.setQueryData(['import', id], answer)
  const change = useMutation({ mutationFn: (body: ImportChange) => request<Import>(`/imports/${id}`, { method: 'PATCH', body }), onSuccess: keep })
  const check = useMutation({ mutationFn: () => request<Import>(`/imports/${id}:check`, { method: 'POST', body: {} }), onSuccess: keep })
  const run = useMutation({
    mutationFn: ({ partial }: RunOptions) => request<Import>(`/imports/${id}:run`, { method: 'POST', body: { partial, flows: false } }),
    onSuccess: keep,
  })
  const cancel = useMutation({ mutationFn: () => request<Import>(`/imports/${id}:cancel`, { method: 'POST', body: {} }), onSuccess: keep })
  return { change, check, run, cancel }
}

export type ImportSteps = ReturnType<typeof useImportSteps>

/** The rows with findings as a sheet to mend and bring again. */
export async function downloadReport(id: string, file: string): Promise<void> {
  const response = await requestResponse(`/imports/${id}/report`, { query: { format: 'xlsx' } })
  saveFile(await response.blob(), file)
}
