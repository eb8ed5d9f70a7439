/** The chosen tile in words and numbers. */
import { CopyOutlined, EditOutlined } from '@ant-design/icons'
import { Button, Switch } from 'antd'
import { useTranslation } from 'react-i18next'

import { documentLanguage } from '@/core/i18n/locale'
import { relabelled } from '@/core/i18n/relabelled'
import { text } from '@/core/i18n/text'
import type { Label, Report, Tile } from '@/generated/metadata'
import { PlaceEntry } from '@/ui/board/place-entry'
import type { Place } from '@/ui/board/places'
import { TypedInput } from '@/ui/entry/typed-input'
import { useLocale } from '@/ui/locale/interface-language'

import styles from './boards.module.css'

interface TilePanelProps {
  readonly tile: Tile
  readonly report: Report | undefined
  readonly onChange: (tile: Tile) => void
  readonly onPlace: (place: Place) => void
  readonly onRemove: () => void
  readonly onCopy: () => void
  /** Opens the question of its report, where that may be changed. */
  readonly onOpen?: (() => void) | undefined
}

export function TilePanel({ tile, report, onChange, onPlace, onRemove, onCopy, onOpen }: TilePanelProps) {
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
      <PlaceEntry place={tile} onChange={onPlace} />
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
