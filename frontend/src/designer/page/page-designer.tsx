/** The designer of a page: kinds of block left, the page itself with what the blocks show, the block in hand right. */
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { documentLanguage } from '@/core/i18n/locale'
import type { Block, Page } from '@/generated/metadata'
import { moveTo, type Move } from '@/ui/board/move'
import { freePlace, type Place as BoardPlace, type Places } from '@/ui/board/places'
import { useLocale } from '@/ui/locale/interface-language'

import { useDrafting } from '../drafting/draft-context'
import { DesignerFrame } from '../frame/designer-frame'
import { useRequestedPlace, type Place } from '../frame/places'
import { useClipboard, type Clip } from '../frame/use-clipboard'
import { BlockPanel } from './block-panel'
import { BlockPalette } from './block-palette'
import { blockOf, type BlockKind } from './block-kinds'
import { startOf } from './new-block'
import { PageCanvas } from './page-canvas'
import { PageContext, targetsOf } from './page-context'
import { PagePanel } from './page-panel'
import { useBlockName } from './use-block-name'

const CLIP = 'page_block'

export function PageDesigner({ page, back }: { readonly page: Page; readonly back: string }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, edit } = useDrafting()
  const requested = useRequestedPlace()
  const file = `pages/${page.name}.json`
  const [chosen, choose] = useState<string | null>(() => blockAt(page, requested))
  const targets = useMemo(() => targetsOf(draft), [draft])
  const nameOf = useBlockName(targets)
  const block = page.blocks.find(({ id }) => id === chosen)
  const put = useCallback(
    async (params: Readonly<Record<string, unknown>>) => {
      const after = await edit('add_block', { page: page.id, ...params })
      const blocks = (after?.documents[file] as Page | undefined)?.blocks ?? []
      const known = new Set(page.blocks.map(({ id }) => id))
      const made = blocks.find(({ id }) => !known.has(id))
      if (made !== undefined) choose(made.id)
    },
    [edit, file, page],
  )
  const add = (kind: BlockKind, at = freePlace(page.blocks, blockOf(kind)), others: Places = {}) => {
    const start = startOf(kind, targets, documentLanguage(locale), t('viewdesign:block.text.start'))
    void put({ kind, ...start, ...at, places: others })
  }
  const move = (made: Move) => edit('move_block', { page: page.id, block: made.id, ...made.place, places: made.others })
  const putAt = (id: string, at: BoardPlace) => {
    const made = moveTo(page.blocks, id, at)
    if (made !== null) void move(made)
  }
  const copy = (id: string) => {
    const copied = page.blocks.find((each) => each.id === id)
    if (copied !== undefined) void put({ ...contentOf(copied), ...freePlace(page.blocks, copied) })
  }
  const remove = (id: string) => {
    choose(null)
    void edit('remove_block', { page: page.id, block: id })
  }
  useClipboard({
    copy: () => (block === undefined ? null : { kind: CLIP, app: draft.app, data: block }),
    paste: (clip) => {
      const pasted = pastedBlock(clip, draft.app)
      if (pasted !== null) void put(pasted)
      return pasted !== null
    },
    remove: () => block !== undefined && remove(block.id),
  })
  const state = useMemo(() => ({ page, chosen, choose }), [page, chosen])
  return (
    <PageContext value={state}>
      <DesignerFrame
        document={page}
        file={file}
        back={back === `/a/${draft.app}` ? `${back}/pages/${page.name}` : back}
        chosen={block && { id: block.id, label: nameOf(block) }}
        onShow={(shown, place) => choose(shown === file ? blockAt(page, place) : null)}
        palette={<BlockPalette onAdd={add} />}
        inspector={block === undefined ? <PagePanel /> : <BlockPanel key={block.id} block={block} targets={targets} onPlace={(at) => putAt(block.id, at)} onRemove={() => remove(block.id)} />}
      >
        <PageCanvas targets={targets} onAdd={add} onMove={move} onCopy={copy} onRemove={remove} />
      </DesignerFrame>
    </PageContext>
  )
}

function blockAt(page: Page, [part, index]: Place): string | null {
  return part === 'blocks' && typeof index === 'number' ? (page.blocks[index]?.id ?? null) : null
}

/** A copied block as the parameters of a new one; ids mean something in their own app alone. */
function pastedBlock(clip: Clip, app: string): Readonly<Record<string, unknown>> | null {
  if (clip.kind !== CLIP || clip.app !== app) return null
  const { y: _y, ...block } = contentOf(clip.data as Block)
  return block
}

/** A block without what makes it this one. */
function contentOf({ id: _id, buttons, ...block }: Block) {
  return { ...block, ...(buttons && { buttons: buttons.map(({ id: _old, ...button }) => button) }) }
}
