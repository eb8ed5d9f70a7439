/** A person by name, with a small coloured initial that is always the same for the same person. */
import type { CSSProperties } from 'react'

import { initials } from '@/core/i18n/initials'

import styles from './fields.module.css'

interface PersonNameProps {
  readonly id: string
  readonly name: string
}

export function PersonName({ id, name }: PersonNameProps) {
  return (
    <span className={styles['person']}>
      <span className={styles['face']} style={{ '--hue': hueOf(id) } as CSSProperties} aria-hidden>
        {[...initials(name)].at(-1)}
      </span>
      <span className={styles['personName']}>{name}</span>
    </span>
  )
}

function hueOf(id: string): number {
  return [...id].reduce((hue, letter) => (hue * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7)
}
