/** What is said in English: areas every visit needs at once, all others when a page asks for them. */

type Sentences = Readonly<Record<string, string>>

export const FIRST = import.meta.glob<Sentences>('./en/{common,fields,home,issues,session,shell}.json', {
  import: 'default',
  eager: true,
})

/** What the engine says before and while somebody signs in. */
export const FIRST_REFUSALS = import.meta.glob<Sentences>('../../../../../engine/text/messages/en/session.json', {
  import: 'default',
  eager: true,
})

export const LATER = import.meta.glob<Sentences>(
  ['./en/*.json', '!./en/{common,fields,home,issues,session,shell}.json'],
  { import: 'default' },
)

export const refusals = () => import('./en-refusals')
