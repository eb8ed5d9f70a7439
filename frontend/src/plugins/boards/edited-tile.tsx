/** A tile while the board is arranged: its picture as it is, or its words. */
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Report, Tile } from '@/generated/metadata'
import type { Definition } from '@/shared/definition/definition'
import { useLocale } from '@/ui/locale/interface-language'

import styles from './boards.module.css'
import { TilePicture } from './tile-picture'

interface EditedTileProps {
  readonly app: string
  readonly released?: Definition | undefined
  readonly tile: Tile
  readonly report: Report | undefined
}

export function EditedTile({ app, released, tile, report }: EditedTileProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <div className={`${styles['tile'] ?? ''} ${styles['edited'] ?? ''}`}>
      {(report !== undefined || tile.label !== undefined) && <h3 className={styles['tileTitle']}>{tileName(tile, report, locale) || t('dashboards:tile.words')}</h3>}
      {report === undefined ? <p>{tile.text === undefined ? t('reports:tile.gone') : text(tile.text, locale)}</p> : <TilePicture app={app} released={released} report={report} />}
    </div>
  )
}

export function tileName(tile: Tile, report: Report | undefined, locale: ReturnType<typeof useLocale>): string {
  return text(tile.label ?? report?.label, locale)
}
