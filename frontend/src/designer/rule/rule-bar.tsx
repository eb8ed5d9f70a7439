/** The bar over the designer of a decision table: its name, undo and redo, publishing. */
import { Badge, Button } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Rule } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { useDrafting } from '../drafting/draft-context'
import { UseOrDesign } from '../drafting/use-or-design'
import { HistoryButtons } from '../history/history-buttons'
import styles from './rule.module.css'

interface RuleBarProps {
  readonly rule: Rule
  readonly back: string
  readonly onPublish: () => void
}

export function RuleBar({ rule, back, onPublish }: RuleBarProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const edits = draft.commands.filter(({ undone }) => !undone).length
  return (
    <div className={styles['bar']} role="toolbar" aria-label={t('rules:bar')}>
      <UseOrDesign back={back} />
      <h1 className={styles['title']}>{text(rule.label, locale, rule.name)}</h1>
      <HistoryButtons />
      <span className={styles['space']} />
      <Badge count={edits} size="small" color="gold">
        <Button type="primary" disabled={edits === 0} onClick={onPublish}>
          {t('designer:publish.open')}
        </Button>
      </Badge>
    </div>
  )
}
