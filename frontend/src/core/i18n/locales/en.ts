/** Everything said in English: one file per area here, one per area of the engine for issue codes. */

type Sentences = Readonly<Record<string, string>>

export const AREAS = import.meta.glob<Sentences>('./en/*.json', { import: 'default', eager: true })

export const ISSUES = import.meta.glob<Sentences>('../../../../../engine/text/messages/en/**/*.json', {
  import: 'default',
  eager: true,
})
