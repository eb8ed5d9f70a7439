/** What is said in Chinese: areas every visit needs at once, all others when a page asks for them. */

type Sentences = Readonly<Record<string, string>>

export const FIRST = import.meta.glob<Sentences>('./zh-CN/{common,fields,home,issues,session,shell}.json', {
  import: 'default',
  eager: true,
})

/** What the engine says before and while somebody signs in. */
export const FIRST_REFUSALS = import.meta.glob<Sentences>('../../../../../engine/text/messages/zh-CN/session.json', {
  import: 'default',
  eager: true,
})

export const LATER = import.meta.glob<Sentences>(
  ['./zh-CN/*.json', '!./zh-CN/{common,fields,home,issues,session,shell}.json'],
  { import: 'default' },
)

export const refusals = () => import('./zh-CN-refusals')
