/** What stops publishing, each reason a sentence that leads to its place. */
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { useLocale } from '@/ui/locale/interface-language'

import { say, type DesignIssue } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { designerAddress } from '../frame/places'
import styles from './publish.module.css'

export function Reasons({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const navigate = useNavigate()
  const { draft } = useDrafting()
  const errors = draft.issues.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return null
  const show = ({ file, place }: DesignIssue) => {
    onLeave()
    void navigate(designerAddress(draft.app, file, place))
  }
  return (
    <Alert
      type="error"
      showIcon
      title={t('frame:publish.reason')}
      description={
        <ul className={styles['reasons']}>
          {errors.map((issue) => (
            <li key={issue.code + issue.pointer}>
              <Button type="link" size="small" className={styles['reason'] ?? ''} onClick={() => show(issue)}>
                {say(issue.words, locale)}
              </Button>
            </li>
          ))}
        </ul>
      }
    />
  )
}
