/** One property in the panel: its name, its control, a hint, and what is wrong with it. */
import { useId, type ReactNode } from 'react'

import { useLocale } from '@/ui/locale/interface-language'

import { say, type DesignIssue } from '../drafting/draft'
import styles from './inspector.module.css'

interface PropertyProps {
  readonly title: string
  readonly hint?: string
  readonly issues?: readonly DesignIssue[]
  /** Beside the name, for switches. */
  readonly isInline?: boolean
  readonly children: (control: { readonly id: string; readonly describedBy: string; readonly isInvalid: boolean }) => ReactNode
}

const NO_ISSUES: readonly DesignIssue[] = []

export function Property({ title, hint, issues = NO_ISSUES, isInline = false, children }: PropertyProps) {
  const locale = useLocale()
  const id = useId()
  const describedBy = `${id}-more`
  return (
    <div className={styles['property']} data-inline={isInline}>
      <label htmlFor={id} className={styles['propertyTitle']}>
        {title}
      </label>
      {children({ id, describedBy, isInvalid: issues.length > 0 })}
      <div id={describedBy} className={styles['more']}>
        {issues.map((issue) => (
          <p key={issue.code + issue.pointer} className={styles['fault']} data-severity={issue.severity}>
            {say(issue.words, locale)}
          </p>
        ))}
        {hint !== undefined && issues.length === 0 && <p className={styles['hint']}>{hint}</p>}
      </div>
    </div>
  )
}
