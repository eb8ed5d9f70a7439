/** The edits since the last release in words: who, when, and which are taken back. */
import { Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'

import { formatRelative } from '@/core/i18n/format'
import { text } from '@/core/i18n/text'
import { EmptyState } from '@/ui/feedback/empty-state'
import { useLocale } from '@/ui/locale/interface-language'
import { useNow } from '@/ui/use-now'

import { say, type Edit } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import styles from './history.module.css'

export function EditList() {
  const { t } = useTranslation()
  const { draft, discard } = useDrafting()
  if (draft.commands.length === 0) return <EmptyState title={t('designer:history.empty')} hint={t('designer:history.emptyHint')} />
  return (
    <div className={styles['panel']}>
      <ol className={styles['edits']}>
        {draft.commands.toReversed().map((edit) => (
          <EditLine key={edit.n} edit={edit} />
        ))}
      </ol>
      <Popconfirm title={t('designer:history.discardAsk')} okText={t('designer:history.discard')} onConfirm={discard}>
        <Button danger type="text" block>
          {t('designer:history.discard')}
        </Button>
      </Popconfirm>
    </div>
  )
}

function EditLine({ edit }: { readonly edit: Edit }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const now = useNow()
  return (
    <li className={styles['edit']} data-undone={edit.undone}>
      <span>{say(edit.words, locale)}</span>
      <span className={styles['when']}>
        {text(edit.by?.name, locale)} · {formatRelative(edit.at, locale, now)}
        {edit.undone && ` · ${t('designer:history.undone')}`}
      </span>
    </li>
  )
}
