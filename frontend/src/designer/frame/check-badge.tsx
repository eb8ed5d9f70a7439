/** How many findings there are, and each of them as a way to the element it is about. */
import { CheckCircleOutlined, ExclamationCircleOutlined, WarningFilled } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { useLocale } from '@/ui/locale/interface-language'

import { say, type DesignIssue, type Draft } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import styles from './frame.module.css'
import { designerAddress, type Place } from './places'

interface CheckBadgeProps {
  /** Files whose findings are all told; of others only what stops publishing. */
  readonly files: readonly string[]
  /** Shows an element of one of these files; for others the person is led to their designer. */
  readonly onShow?: (file: string, place: Place) => void
}

export function CheckBadge({ files, onShow }: CheckBadgeProps) {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  const issues = issuesHere(draft, files)
  const errors = issues.filter(({ severity }) => severity === 'error').length
  const words = issues.length === 0 ? t('designer:checks.none') : t('designer:checks.count', { count: issues.length })
  const show = ({ file, place }: DesignIssue) => {
    setOpen(false)
    if (file !== null && files.includes(file) && onShow) onShow(file, place)
    else void navigate(designerAddress(draft.app, file, place))
  }
  return (
    <Popover trigger="click" open={isOpen} onOpenChange={setOpen} title={t('designer:checks.title')} content={<IssueLinks issues={issues} onShow={show} />}>
      <Button type="text" danger={errors > 0} icon={<Sign errors={errors} total={issues.length} />}>
        <span data-fine={issues.length === 0} className={styles['verdict']}>{words}</span>
      </Button>
    </Popover>
  )
}

/** Findings about these files, and anything that stops publishing. */
function issuesHere(draft: Draft, files: readonly string[]): DesignIssue[] {
  return draft.issues.filter(({ file, severity }) => severity === 'error' || (file !== null && files.includes(file)))
}

function Sign({ errors, total }: { readonly errors: number; readonly total: number }) {
  if (total === 0) return <CheckCircleOutlined aria-hidden />
  return errors > 0 ? <ExclamationCircleOutlined aria-hidden /> : <WarningFilled className={styles['issueMark'] ?? ''} aria-hidden />
}

interface IssueLinksProps {
  readonly issues: readonly DesignIssue[]
  readonly onShow: (issue: DesignIssue) => void
}

function IssueLinks({ issues, onShow }: IssueLinksProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  if (issues.length === 0) return <p className={styles['fine']}>{t('designer:checks.fine')}</p>
  return (
    <ul className={styles['issues']}>
      {issues.map((issue) => (
        <li key={issue.code + issue.pointer}>
          <button type="button" className={styles['issue']} onClick={() => onShow(issue)}>
            <WarningFilled className={styles['issueMark'] ?? ''} data-severity={issue.severity} aria-hidden />
            <span>{say(issue.words, locale)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
