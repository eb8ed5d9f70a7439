/** The place of a thing in numbers, so that arranging needs no mouse. */
import { useTranslation } from 'react-i18next'

import { TypedNumber } from '@/ui/entry/typed-number'

import styles from './place-entry.module.css'
import { COLUMNS, insideBoard, MOST_HIGH, MOST_ROWS, placeOf, type Place } from './places'

const NUMBERS: readonly (readonly [keyof Place, number, number])[] = [
  ['x', 0, COLUMNS - 1],
  ['y', 0, MOST_ROWS],
  ['w', 1, COLUMNS],
  ['h', 1, MOST_HIGH],
]

interface PlaceEntryProps {
  readonly place: Place
  readonly onChange: (place: Place) => void
}

export function PlaceEntry({ place, onChange }: PlaceEntryProps) {
  const { t } = useTranslation()
  return (
    <div>
      <div className={styles['numbers']}>
        {NUMBERS.map(([key, least, most]) => (
          <label key={key} className={styles['number']}>
            {t(`board:${key}`)}
            <TypedNumber label={t(`board:${key}`)} min={least} max={most} value={place[key]} onCommit={(value) => value !== null && onChange(insideBoard({ ...placeOf(place), [key]: value }))} />
          </label>
        ))}
      </div>
      <p className={styles['keys']}>{t('board:keys')}</p>
    </div>
  )
}
