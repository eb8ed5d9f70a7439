/** What a block is called: its own words, else those of what it shows, else its kind. */
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Block } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { headingOf, type Targets } from './page-context'

export function useBlockName(targets: Targets): (block: Block) => string {
  const { t } = useTranslation()
  const locale = useLocale()
  return (block) => text(headingOf(targets, block), locale) || t(`viewdesign:block.${block.kind}`)
}
