/** A tile while the board is arranged: its picture as it is, under a cover by which the whole of it is taken hold of. */
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Report, Tile } from '@/generated/metadata'
import type { Definition } from '@/shared/definition/definition'
import { useLocale } from '@/ui/locale/interface-language'

import styles from './boards.module.css'
import { TilePicture } from './tile-picture'

interface EditedTileProps {
  readonly app: string
  readonly definition: Definition
  readonly released?: Definition | undefined
  readonly tile: Tile
  readonly report: Report | undefined
  readonly isSelected: boolean
  readonly onSelect: () => void
  readonly onOpen?: (() => void) | undefined
  readonly onKeyDown: (event: KeyboardEvent) => void
}

export function EditedTile({ app, released, tile, report, isSelected, onSelect, onOpen, onKeyDown }: EditedTileProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const title = tileName(tile, report, locale) || t('dashboards:tile.words')
  return (
    <div className={styles['edited']}>
      <div className={styles['tile']} aria-hidden inert>
        {(report !== undefined || tile.label !== undefined) && <h3 className={styles['tileTitle']}>{title}</h3>}
        {report === undefined ? <p>{tile.text === undefined ? t('reports:tile.gone') : text(tile.text, locale)}</p> : <TilePicture app={app} released={released} report={report} />}
      </div>
      <button
        type="button"
        className={[styles['cover'], isSelected && styles['selected']].filter(Boolean).join(' ')}
        aria-label={t('dashboards:tile.choose', { tile: title })}
        aria-pressed={isSelected}
        onClick={onSelect}
        onFocus={onSelect}
        onDoubleClick={onOpen}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}

export function tileName(tile: Tile, report: Report | undefined, locale: ReturnType<typeof useLocale>): string {
  return text(tile.label ?? report?.label, locale)
}
