/** The engine's sentences for issue codes in English: one file per area of the engine. */

export const REFUSALS = import.meta.glob<Readonly<Record<string, string>>>(
  '../../../../../engine/text/messages/en/**/*.json',
  { import: 'default', eager: true },
)
