/** The answer to why somebody can or cannot: first the answer, then what each role says. */
import { CheckCircleFilled, CloseCircleFilled, InfoCircleOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'

import { text } from '@/core/i18n/text'
import { issuesOf } from '@/shared/api/problem'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'

import { explainQuery, type Finding, type Question } from './explain'
import styles from './explanation.module.css'

const SIGNS = { yes: CheckCircleFilled, no: CloseCircleFilled, tells: InfoCircleOutlined } as const

export function Explanation(question: Question) {
  const { data, error } = useQuery({ ...explainQuery(question), placeholderData: keepPreviousData })
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  if (data === undefined) return <Loading />
  const [answer, ...reasons] = data.findings
  return (
    <div className={styles['explanation']} aria-live="polite">
      {answer !== undefined && (
        <p className={styles['answer']}>
          <Said finding={answer} />
        </p>
      )}
      <ul className={styles['reasons']}>
        {reasons.map((finding, at) => (
          // oxlint-disable-next-line no-array-index-key -- the same sentence may be said by two roles
          <li key={at}>
            <Said finding={finding} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Said({ finding: { verdict, words } }: { readonly finding: Finding }) {
  const locale = useLocale()
  const Sign = SIGNS[verdict]
  return (
    <>
      <Sign className={styles['sign'] ?? ''} data-verdict={verdict} aria-hidden /> <span>{text(words, locale)}</span>
    </>
  )
}
