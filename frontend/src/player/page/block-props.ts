/** What every block of a page is given. */
import type { Block } from '@/generated/metadata'
import type { Definition } from '@/shared/definition/definition'
import type { OpenPage } from '@/shared/definition/pages'

export interface BlockProps {
  readonly definition: Definition
  readonly open: OpenPage
  readonly block: Block
}
