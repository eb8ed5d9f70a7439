/** A dashboard while it is arranged: its tiles, and what is taken from the palette onto it. */
import { useTranslation } from 'react-i18next'

import type { Report, Tile } from '@/generated/metadata'
import type { Definition } from '@/shared/definition/definition'
import { Arranging, type BoardActions } from '@/ui/board/arranging'
import type { Place, Places } from '@/ui/board/places'
import { useLocale } from '@/ui/locale/interface-language'

import { readSubject, sizeOfSubject, type BoardSubject } from './board-subject'
import { EditedTile, tileName } from './edited-tile'

interface ArrangedBoardProps extends Omit<BoardActions, 'onPutDown'> {
  readonly app: string
  /** What is in use, where the tiles may be ahead of it. */
  readonly released?: Definition | undefined
  readonly tiles: readonly Tile[]
  readonly reports: readonly Report[]
  readonly chosen: string | null
  readonly onAdd: (subject: BoardSubject, place: Place, others: Places) => void
}

export function ArrangedBoard({ app, released, tiles, reports, onAdd, ...board }: ArrangedBoardProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const reportOf = (tile: Tile) => reports.find(({ id }) => id === tile.report)
  return (
    <Arranging
      {...board}
      name={t('dashboards:arranged')}
      placed={tiles}
      nameOf={(tile) => tileName(tile, reportOf(tile), locale) || t('dashboards:tile.words')}
      render={(tile) => <EditedTile app={app} released={released} tile={tile} report={reportOf(tile)} />}
      empty={t('dashboards:arranged.empty')}
      sizeOver={sizeOfSubject}
      onPutDown={(transfer, place, others) => {
        const subject = readSubject(transfer)
        if (subject !== null) onAdd(subject, place, others)
      }}
    />
  )
}
