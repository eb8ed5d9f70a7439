/** What a button is called: its own words, else those of what it leads to. */
import type { Locale } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { PageButton } from '@/generated/metadata'

import type { Targets } from './page-context'

export const TARGET_KINDS = ['view', 'form', 'page', 'dashboard', 'link'] as const
export type TargetKind = (typeof TARGET_KINDS)[number]

export function targetKind(button: PageButton): TargetKind {
  return TARGET_KINDS.find((kind) => button[kind] !== undefined) ?? 'view'
}

export function buttonWords(targets: Targets, button: PageButton, locale: Locale): string {
  if (button.label !== undefined) return text(button.label, locale)
  const kind = targetKind(button)
  if (kind === 'link') return button.link ?? ''
  const found = targets[kind].find(({ id }: { readonly id: string }) => id === button[kind])
  return text(found?.label, locale, '')
}
