/** Takes a list out as a file: the same records, in the same order, with the same rights. */
import { requestResponse } from '@/shared/api/request'
import { fileName, saveFile } from '@/shared/api/save-file'

import { onWire, recordsPath, type ListQuery } from './list-records'

export type ExportFormat = 'xlsx' | 'csv'

export async function exportList(app: string, entity: string, query: ListQuery, format: ExportFormat): Promise<void> {
  const { expand: _, ...asked } = query
  const wire = { ...onWire(asked), format }
  const response = await requestResponse(`${recordsPath(app, entity)}:export`, { query: wire })
  saveFile(await response.blob(), fileName(response, `${entity}.${format}`))
}
