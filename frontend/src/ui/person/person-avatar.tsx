/** A person as a round picture with initials; the same name always has the same colour. */
import { Avatar } from 'antd'

import { initials } from '@/core/i18n/initials'

/** Dark enough for white letters (contrast 4.5 and more). */
const COLOURS = ['#2f54c8', '#0f766e', '#9a3d8f', '#a8480f', '#3f6212', '#6d3fc4', '#b02a4c', '#1c6a94'] as const

/** Smaller pictures have room for one Chinese character only. */
const TWO_FIT = 28

interface PersonAvatarProps {
  readonly name: string
  readonly size?: number
}

export function PersonAvatar({ name, size = 28 }: PersonAvatarProps) {
  const style = { backgroundColor: colourOf(name), color: '#ffffff', fontSize: Math.round(size * 0.38), flex: 'none' }
  return (
    <Avatar size={size} style={style} aria-hidden>
      {size < TWO_FIT ? initials(name).slice(-1) : initials(name)}
    </Avatar>
  )
}

function colourOf(name: string): string {
  const sum = [...name].reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0)
  return COLOURS[sum % COLOURS.length] ?? COLOURS[0]
}
