/** The chosen tile in numbers and words, so that arranging needs no mouse. */
import { Button, Input, InputNumber, Switch } from 'antd'
import { useTranslation } from 'react-i18next'

import { documentLanguage } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Label, Report, Tile } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { placed, relabelled, type Place } from './board-edits'
import styles from './dashboard.module.css'

const NUMBERS: readonly (readonly [keyof Place, number, number])[] = [
  ['x', 0, 23],
  ['y', 0, 1000],
  ['w', 1, 24],
  ['h', 1, 60],
]

interface TilePanelProps {
  readonly tile: Tile
  readonly report: Report | undefined
  readonly onChange: (tile: Tile) => void
  readonly onRemove: () => void
}

export function TilePanel({ tile, report, onChange, onRemove }: TilePanelProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const language = documentLanguage(locale)
  return (
    <>
      <h2 className={styles['panelTitle']}>{text(tile.label ?? report?.label, locale) || t('dashboards:tile.words')}</h2>
      <label className={styles['entry']}>
        {t('dashboards:tile.label')}
        <Input
          value={tile.label?.[language] ?? ''}
          placeholder={text(report?.label, locale)}
          onChange={({ target }) => onChange(withLabel(tile, relabelled(tile.label, language, target.value)))}
        />
      </label>
      <div className={styles['numbers']}>
        {NUMBERS.map(([key, least, most]) => (
          <label key={key} className={styles['entry']}>
            {t(`dashboards:tile.${key}`)}
            <InputNumber min={least} max={most} precision={0} value={tile[key]} onChange={(value) => value !== null && onChange(placed(tile, { [key]: value }))} />
          </label>
        ))}
      </div>
      {report !== undefined && (
        <label>
          <Switch checked={tile.cross_filter !== false} onChange={(isOn) => onChange(withCrossFilter(tile, isOn))} /> {t('dashboards:tile.cross')}
        </label>
      )}
      <Button danger onClick={onRemove}>
        {t('dashboards:tile.remove')}
      </Button>
    </>
  )
}

/** Without words of its own a tile is called like its report. */
function withLabel(tile: Tile, label: Label): Tile {
  const { label: before, ...others } = tile
  if (Object.keys(label).length > 0) return { ...tile, label }
  return before === undefined ? tile : others
}

function withCrossFilter(tile: Tile, isOn: boolean): Tile {
  const { cross_filter: before, ...others } = tile
  if (!isOn) return { ...tile, cross_filter: false }
  return before === undefined ? tile : others
}
