/** Kinds of file an attachment field takes, in the words of a browser's file dialog. */
import type { AttachmentOptions } from '@/generated/metadata'

type Kind = NonNullable<AttachmentOptions['accept']>[number]

const ENDINGS: Readonly<Record<Kind, string>> = {
  image: 'image/*',
  pdf: '.pdf',
  office: '.doc,.docx,.xls,.xlsx,.ppt,.pptx,.odt,.ods,.odp',
  text: '.txt,.csv,.md,.json,.xml',
  archive: '.zip,.7z,.rar,.tar,.gz',
  any: '',
}

/** Undefined when everything is taken. */
export function acceptText(kinds: readonly Kind[] | undefined): string | undefined {
  if (kinds === undefined || kinds.includes('any')) return undefined
  return kinds.map((kind) => ENDINGS[kind]).join(',')
}
