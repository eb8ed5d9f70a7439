/** The chosen tile in numbers and words, so that arranging needs no mouse. */
import { CopyOutlined, EditOutlined } from '@ant-design/icons'
import { Button, Switch } from 'antd'
import { useTranslation } from 'react-i18next'

import { documentLanguage } from '@/core/i18n/locale'
import { relabelled } from '@/core/i18n/relabelled'
import { text } from '@/core/i18n/text'
import type { Label, Report, Tile } from '@/generated/metadata'
import type { Place } from '@/ui/board/places'
import { TypedInput } from '@/ui/entry/typed-input'
import { TypedNumber } from '@/ui/entry/typed-number'
import { useLocale } from '@/ui/locale/interface-language'

import { placed } from './board-edits'
import styles from './boards.module.css'

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
  readonly onCopy: () => void
  /** Opens the question of its report, where that may be changed. */
  readonly onOpen?: (() => void) | undefined
}

export function TilePanel({ tile, report, onChange, onRemove, onCopy, onOpen }: TilePanelProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const language = documentLanguage(locale)
  return (
    <>
      <h2 className={styles['panelTitle']}>{text(tile.label ?? report?.label, locale) || t('dashboards:tile.words')}</h2>
      {onOpen && report !== undefined && (
        <Button icon={<EditOutlined aria-hidden />} onClick={onOpen}>
          {t('dashboards:tile.question')}
        </Button>
      )}
      <label className={styles['entry']}>
        {t('dashboards:tile.label')}
        <TypedInput
          label={t('dashboards:tile.label')}
          value={tile.label?.[language] ?? ''}
          placeholder={text(report?.label, locale)}
          onCommit={(typed) => onChange(withLabel(tile, relabelled(tile.label, language, typed.trim())))}
        />
      </label>
      {report === undefined && (
        <label className={styles['entry']}>
          {t('dashboards:tile.text')}
          <TypedInput multiline label={t('dashboards:tile.text')} value={tile.text?.[language] ?? ''} onCommit={(typed) => typed.trim() !== '' && onChange({ ...tile, text: relabelled(tile.text, language, typed) })} />
        </label>
      )}
      <div className={styles['numbers']}>
        {NUMBERS.map(([key, least, most]) => (
          <label key={key} className={styles['entry']}>
            {t(`dashboards:tile.${key}`)}
            <TypedNumber label={t(`dashboards:tile.${key}`)} min={least} max={most} value={tile[key]} onCommit={(value) => value !== null && onChange(placed(tile, { [key]: value }))} />
          </label>
        ))}
      </div>
      {report !== undefined && (
        <div>
          <Switch size="small" id="cross-filter" checked={tile.cross_filter !== false} onChange={(isOn) => onChange(withCrossFilter(tile, isOn))} /> <label htmlFor="cross-filter">{t('dashboards:tile.cross')}</label>
        </div>
      )}
      <Button icon={<CopyOutlined aria-hidden />} onClick={onCopy}>
        {t('dashboards:tile.copy')}
      </Button>
      <Button danger onClick={onRemove}>
        {t('dashboards:tile.remove')}
      </Button>
      <p className={styles['quiet']}>{t('dashboards:tile.keys')}</p>
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
