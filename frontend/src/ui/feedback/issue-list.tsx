/** Shows what was refused and why, each finding as a sentence; a finding with a place can be jumped to. */
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'

import type { Issue } from '@/core/issues/issue'
import { issueText } from '@/core/issues/issue-text'

import styles from './feedback.module.css'

interface IssueListProps {
  readonly issues: readonly Issue[]
  readonly title?: string
  /** What the place is called, so that a sentence can begin with it. */
  readonly placeName?: (issue: Issue) => string | undefined
  readonly onSelect?: (issue: Issue) => void
}

export function IssueList({ issues, title, placeName, onSelect }: IssueListProps) {
  const { t } = useTranslation()
  if (issues.length === 0) return null
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={title ?? t('common:issues.title', { count: issues.length })}
      description={
        <ul className={styles['issues']}>
          {issues.map((issue) => (
            <li key={`${issue.code}${issue.pointer}`}>
              <IssueLine
                sentence={issueText(t, issue)}
                place={placeName?.(issue)}
                onSelect={onSelect && (() => onSelect(issue))}
              />
            </li>
          ))}
        </ul>
      }
    />
  )
}

interface IssueLineProps {
  readonly sentence: string
  readonly place: string | undefined
  readonly onSelect: (() => void) | undefined
}

function IssueLine({ sentence, place, onSelect }: IssueLineProps) {
  const words = (
    <>
      {place !== undefined && <strong>{place} </strong>}
      {sentence}
    </>
  )
  if (onSelect === undefined) return words
  return (
    <Button type="link" size="small" className={styles['issueLink']} onClick={onSelect}>
      {words}
    </Button>
  )
}
