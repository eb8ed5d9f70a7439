/** Recognises e-mail, phone and web addresses well enough to warn while typing; the server decides. */
import { parsed, unreadable, type Parsed } from './parsed'

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const PHONE = /^\+?[\d\s().-]{3,24}(?:(?:转|ext\.?|x)\s*\d{1,6})?$/i

export function parseEmail(text: string): Parsed {
  const address = text.normalize('NFKC').trim()
  return EMAIL.test(address) ? parsed(address) : unreadable('entry.email.unreadable', { text })
}

export function parsePhone(text: string): Parsed {
  const number = text.normalize('NFKC').trim()
  return PHONE.test(number) ? parsed(number) : unreadable('entry.phone.unreadable', { text })
}

/** An address without a scheme is taken as https; anything but http and https is refused. */
export function parseUrl(text: string): Parsed {
  const given = text.trim()
  const address = /^[a-z][a-z\d+.-]*:/i.test(given) && !/^[\w.-]+:\d/.test(given) ? given : `https://${given}`
  return isWebAddress(address) ? parsed(address) : unreadable('entry.url.unreadable', { text })
}

/** Whether a stored text may be followed as a link. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/?#]+\.?[^\s]*$/i.test(text)
}
