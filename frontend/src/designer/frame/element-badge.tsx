/** A small mark on a faulty element: opened, it says what is wrong in sentences and, where it is obvious, mends it. */
import { ExclamationCircleFilled, WarningFilled } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { useState, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { useLocale } from '@/ui/locale/interface-language'

import { issuesAt, say, type DesignIssue } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { useMend } from './mends'
import styles from './badge.module.css'
import type { Place } from './places'

interface ElementBadgeProps {
  readonly issues: readonly DesignIssue[]
  /** What the element is called, for those who hear the page. */
  readonly name?: string
}

/** Findings at a place of a document and below it, as a badge. */
export function PlaceBadge({ file, place, name }: { readonly file: string; readonly place: Place; readonly name?: string }) {
  const { draft } = useDrafting()
  return <ElementBadge issues={issuesAt(draft, file, place)} {...(name !== undefined && { name })} />
}

export function ElementBadge({ issues, name }: ElementBadgeProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  if (issues.length === 0) return null
  const isError = issues.some(({ severity }) => severity === 'error')
  const Sign = isError ? ExclamationCircleFilled : WarningFilled
  const words = t('frame:badge.open', { number: issues.length, name: name ?? '' })
  return (
    <span role="presentation" onClick={keep} onPointerDown={keep}>
      <Popover trigger="click" open={isOpen} onOpenChange={setOpen} title={t('frame:badge.title')} content={<Findings issues={issues} onMended={() => setOpen(false)} />}>
        <button type="button" className={styles['badge']} data-severity={isError ? 'error' : 'warning'} aria-label={words.trim()}>
          <Sign aria-hidden />
          {issues.length > 1 && <span aria-hidden>{issues.length}</span>}
        </button>
      </Popover>
    </span>
  )
}

/** The element below stays as it is: looking at a finding chooses and drags nothing. */
function keep(event: MouseEvent): void {
  event.stopPropagation()
}

function Findings({ issues, onMended }: { readonly issues: readonly DesignIssue[]; readonly onMended: () => void }) {
  return (
    <ul className={styles['findings']}>
      {issues.map((issue) => (
        <Finding key={issue.code + issue.pointer} issue={issue} onMended={onMended} />
      ))}
    </ul>
  )
}

function Finding({ issue, onMended }: { readonly issue: DesignIssue; readonly onMended: () => void }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const mend = useMend(issue)
  return (
    <li className={styles['finding']} data-severity={issue.severity}>
      <WarningFilled aria-hidden />
      <span>{say(issue.words, locale)}</span>
      {mend !== null && (
        <Button
          size="small"
          onClick={() => {
            mend.run()
            onMended()
          }}
        >
          {t(mend.label)}
        </Button>
      )}
    </li>
  )
}
