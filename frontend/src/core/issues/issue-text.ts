/** Puts an issue into words of the interface language. */
import type { TFunction } from 'i18next'

import type { Issue } from './issue'

/** The sentence for the code, with its parameters filled in; without one here, the server's own sentence. */
export function issueText(t: TFunction, issue: Issue): string {
  const { code, params, message } = issue
  return t(`issues:${code}`, { ...params, defaultValue: message ?? code })
}
