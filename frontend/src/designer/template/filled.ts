/** A message with an example of each value in it, roughly as people will read it. */
const PLACEHOLDER = /\{\{\s*record\.([^}|\s]+)[^}]*\}\}/g
const STATEMENT = /\{%[^%]*%\}/g

/** What is written for a name; steps of the template language that decide are left out. */
export function filled(source: string, valueOf: (name: string) => string): string {
  return source.replaceAll(STATEMENT, '').replaceAll(PLACEHOLDER, (_, name: string) => valueOf(name))
}
