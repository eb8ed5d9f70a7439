/** A tile while the board is arranged: what it is, and the whole of it to take hold of. */
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Report, Tile } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import styles from './dashboard.module.css'

interface EditedTileProps {
  readonly tile: Tile
  readonly report: Report | undefined
  readonly isSelected: boolean
  readonly onSelect: () => void
}

export function EditedTile({ tile, report, isSelected, onSelect }: EditedTileProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const title = tileName(tile, report, locale) || t('dashboards:tile.words')
  return (
    <div className={styles['edited']}>
      <div className={styles['tile']}>
        <h3 className={styles['tileTitle']}>{title}</h3>
        <span className={styles['filterLabel']}>{report === undefined ? text(tile.text, locale) : t(`reports:chart.${report.chart.kind}`)}</span>
      </div>
      <button
        type="button"
        className={[styles['cover'], isSelected && styles['selected']].filter(Boolean).join(' ')}
        aria-label={t('dashboards:tile.choose', { tile: title })}
        aria-pressed={isSelected}
        onClick={onSelect}
        onFocus={onSelect}
      />
    </div>
  )
}

export function tileName(tile: Tile, report: Report | undefined, locale: ReturnType<typeof useLocale>): string {
  return text(tile.label ?? report?.label, locale)
}
