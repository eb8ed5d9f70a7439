/** The engine's sentences for issue codes in Chinese: one file per area of the engine. */

export const REFUSALS = import.meta.glob<Readonly<Record<string, string>>>(
  '../../../../../engine/text/messages/zh-CN/**/*.json',
  { import: 'default', eager: true },
)
