/** The one or two characters that stand for a name in a small round picture. */

const CHINESE = /\p{Script=Han}/u

/** Given names in Chinese (李娜 → 李娜, 王小明 → 小明), first letters elsewhere (Li Na → LN). */
export function initials(name: string): string {
  const trimmed = name.trim()
  if (CHINESE.test(trimmed)) return [...trimmed].slice(-2).join('')
  const words = trimmed.split(/\s+/)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}
