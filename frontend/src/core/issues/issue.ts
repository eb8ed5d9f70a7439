/** One finding about a document or a record, as the server reports it and as our own checks do. */

export type IssueParam = string | number | boolean | null

export interface Issue {
  readonly code: string
  /** JSON Pointer to the place in the document or in the submitted record. */
  readonly pointer: string
  readonly params: Readonly<Record<string, IssueParam>>
  /** The server's sentence, used when this code has no sentence here. */
  readonly message?: string
}

/** The steps of an issue's pointer: "/lines/0/price" is lines, 0, price. */
export function pointerSteps(pointer: string): string[] {
  const steps = pointer.split('/').slice(1)
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}
