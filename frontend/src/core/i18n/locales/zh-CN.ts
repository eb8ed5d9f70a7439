/** Everything said in Chinese: one file per area here, one per area of the engine for issue codes. */

type Sentences = Readonly<Record<string, string>>

export const AREAS = import.meta.glob<Sentences>('./zh-CN/*.json', { import: 'default', eager: true })

export const ISSUES = import.meta.glob<Sentences>('../../../../../engine/text/messages/zh-CN/**/*.json', {
  import: 'default',
  eager: true,
})
