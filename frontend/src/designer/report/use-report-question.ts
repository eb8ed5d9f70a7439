/** The question of a report while it is designed: shown at once, sent as one edit, and again what the draft says. */
import { useState } from 'react'

import { stableText } from '@/core/stable-text'
import type { Entity, Report } from '@/generated/metadata'
import { askedBy, explorationOf, type Exploration } from '@/plugins/asking/exploration'

import { useDrafting } from '../drafting/draft-context'

interface Shown {
  /** The question of the draft that was seen last. */
  readonly seen: string
  readonly exploration: Exploration
  /** Questions on their way to the draft, the newest last. */
  readonly sent: readonly string[]
}

export function useReportQuestion(report: Report, entities: readonly Entity[]) {
  const { edit } = useDrafting()
  const drafted = keyOf(report)
  const [shown, setShown] = useState<Shown>(() => ({ seen: drafted, exploration: explorationOf(report), sent: [] }))
  if (shown.seen !== drafted) setShown(arrived(shown, report, drafted))
  const change = (exploration: Exploration) => {
    const asked = askedBy(entities, exploration)
    const key = asked === null ? null : keyOf(asked)
    // Without a figure it is no question yet, and what looks different need not ask anything else.
    if (asked === null || key === null || key === (shown.sent.at(-1) ?? shown.seen)) {
      setShown({ ...shown, exploration })
      return
    }
    setShown({ ...shown, exploration, sent: [...shown.sent, key] })
    const { query, chart, drill } = asked
    void edit('set_report_question', { report: report.id, query, chart, drill: drill.length > 0 ? drill : null }).then((after) => {
      if (after === null) setShown({ seen: drafted, exploration: explorationOf(report), sent: [] })
    })
  }
  return { exploration: shown.exploration, change }
}

/** An own question that arrived changes nothing on the screen; any other takes its place. */
function arrived(shown: Shown, report: Report, drafted: string): Shown {
  const at = shown.sent.indexOf(drafted)
  if (at >= 0) return { ...shown, seen: drafted, sent: shown.sent.slice(at + 1) }
  return { seen: drafted, exploration: explorationOf(report), sent: [] }
}

function keyOf({ query, chart, drill }: Pick<Report, 'query' | 'chart' | 'drill'>): string {
  return stableText([query, chart, drill ?? []])
}
