/** One block of a page by its kind, and whether this person sees it at all. */
import { lazy, Suspense, type ComponentType, type LazyExoticComponent } from 'react'

import type { Block } from '@/generated/metadata'
import type { Definition } from '@/shared/definition/definition'
import { formOf, targetOf, viewOf, type OpenPage } from '@/shared/definition/pages'
import { Loading } from '@/ui/feedback/loading'

import type { BlockProps } from './block-props'
import { ButtonsBlock } from './buttons-block'
import { ListBlock } from './list-block'
import { TextBlock } from './text-block'

// Forms and charts bring much with them, which most pages do not need.
const KINDS: Readonly<Record<Block['kind'], ComponentType<BlockProps> | LazyExoticComponent<ComponentType<BlockProps>>>> = {
  list: ListBlock,
  form: lazy(() => import('./form-block')),
  chart: lazy(() => import('./chart-block')),
  text: TextBlock,
  buttons: ButtonsBlock,
}

export function AnyBlock(props: BlockProps) {
  const Drawn = KINDS[props.block.kind]
  return (
    <Suspense fallback={<Loading rows={2} />}>
      <Drawn {...props} />
    </Suspense>
  )
}

/** What somebody may not see is left out without a trace. */
export function isSeen(definition: Definition, open: OpenPage, block: Block): boolean {
  switch (block.kind) {
    case 'list':
      return viewOf(definition, block) !== undefined
    case 'form':
      return formOf(definition, block) !== undefined
    case 'chart':
      return open.reports.some(({ id }) => id === block.report)
    case 'text':
      return true
    case 'buttons':
      return (block.buttons ?? []).some((button) => targetOf(definition, button) !== undefined)
  }
}
