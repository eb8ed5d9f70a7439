/** How wide a column has to be for its header to be read, with the arrow of a sort; counted, as nothing is on the screen yet. */
const WIDE_SIGN = 13
const NARROW_SIGN = 7.5
const PADDING = 24
const ARROW = 24
const LEAST = 60
/** A label longer than this is cut rather than filling the screen. */
const MOST = 240

export function headerWidth(label: string): number {
  const signs = [...label].map((sign) => (isWide(sign) ? WIDE_SIGN : NARROW_SIGN))
  const width = signs.reduce((sum, sign) => sum + sign, PADDING + ARROW)
  return Math.min(Math.max(Math.ceil(width), LEAST), MOST)
}

/** Chinese characters and full-width punctuation are as wide as the type is high. */
function isWide(sign: string): boolean {
  return sign >= '\u2e80'
}
