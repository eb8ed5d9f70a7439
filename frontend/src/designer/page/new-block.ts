/** What a new block shows at once, so that it is never empty: the first thing there is of its kind. */
import type { DocumentLanguage } from '@/core/i18n/locale'

import type { BlockKind } from './block-kinds'
import type { Targets } from './page-context'

export function startOf(kind: BlockKind, { view, form, report }: Targets, language: DocumentLanguage, words: string): Readonly<Record<string, unknown>> {
  switch (kind) {
    case 'list':
      return named('view', view[0]?.id)
    case 'form':
      return named('form', form[0]?.id)
    case 'chart':
      return named('report', report[0]?.id)
    case 'text':
      return { text: { [language]: words } }
    case 'buttons':
      return { buttons: view[0] === undefined ? [] : [{ view: view[0].id, primary: true }] }
  }
}

function named(key: string, id: string | undefined) {
  return id === undefined ? {} : { [key]: id }
}
