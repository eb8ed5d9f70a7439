/** Whether this window shows a draft as it would look: said by its name, which stays with a window through every page. */
import { isLocale, type Locale } from '@/core/i18n/locale'

export interface Preview {
  readonly app: string
  /** Id of the role whose rights decide; none for the person's own. */
  readonly role: string | null
  /** What the role is called. */
  readonly as: string | null
  readonly language: Locale
}

const MARK = 'tongdao-preview:'

export function previewName(preview: Preview): string {
  return MARK + JSON.stringify(preview)
}

export function readPreview(name: string): Preview | null {
  if (!name.startsWith(MARK)) return null
  try {
    const read = JSON.parse(name.slice(MARK.length)) as Partial<Preview>
    if (typeof read.app !== 'string' || !isLocale(read.language ?? null)) return null
    return { app: read.app, role: read.role ?? null, as: read.as ?? null, language: read.language as Locale }
  } catch {
    return null
  }
}

/** The preview this window shows; null in every other window. */
export function currentPreview(): Preview | null {
  return readPreview(window.name)
}
