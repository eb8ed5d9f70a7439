/** Everything that is refused, above the form; each finding leads to its place. */
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { isLinesField } from '@/core/forms/entry'
import type { FormPlan } from '@/core/forms/plan'
import { pointerSteps, type Issue } from '@/core/issues/issue'
import { useFieldScope } from '@/plugins/fields/scope'
import { IssueList } from '@/ui/feedback/issue-list'

import type { Faults } from './faults'
import { focusIssue } from './focus-issue'

interface IssueSummaryProps {
  readonly faults: Faults
  readonly plan: FormPlan
}

export function IssueSummary({ faults, plan }: IssueSummaryProps) {
  const placeName = usePlaceName(plan)
  return <IssueList issues={faults.issues} placeName={placeName} onSelect={(issue) => focusIssue(issue, plan)} />
}

/** The label of the field, with line and column where the issue is about a cell. */
function usePlaceName(plan: FormPlan): (issue: Issue) => string | undefined {
  const { t } = useTranslation()
  const { locale } = useFieldScope()
  return ({ pointer }) => {
    const [name, position, column] = pointerSteps(pointer)
    const field = plan.entity.fields.find((each) => each.name === name)
    if (field === undefined) return undefined
    const label = text(field.label, locale, field.name)
    if (!isLinesField(field) || position === undefined) return label
    const inLine = field.options.fields.find((each) => each.name === column)
    const line = t('fields:lines.line', { line: Number(position) + 1 })
    return [label, line, ...(inLine ? [text(inLine.label, locale, inLine.name)] : [])].join(' · ')
  }
}
