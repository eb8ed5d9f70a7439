/** The edits since the last release in words: who, when, which are taken back, and the way to take back any of them. */
import { RedoOutlined, UndoOutlined } from '@ant-design/icons'
import { Button, Popconfirm, Tooltip } from 'antd'
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
  const { draft } = useDrafting()
  if (draft.commands.length === 0) return <EmptyState title={t('designer:history.empty')} hint={t('designer:history.emptyHint')} />
  return (
    <div className={styles['panel']}>
      <ol className={styles['edits']}>
        {draft.commands.toReversed().map((edit) => (
          <EditLine key={edit.n} edit={edit} />
        ))}
      </ol>
      <GivingUp />
    </div>
  )
}

/** One's own edits are taken back, and can be redone; those of everybody are only discarded when asked twice. */
function GivingUp() {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, takeBackOwn, discard } = useDrafting()
  const others = draft.commands.filter(({ own, undone }) => own === false && !undone)
  const hasOwn = draft.commands.some(({ own, undone }) => own !== false && !undone)
  const names = [...new Set(others.map(({ by }) => text(by?.name, locale)))].filter((name) => name !== '').join(', ')
  return (
    <div className={styles['givingUp']}>
      {others.length > 0 && hasOwn && (
        <Popconfirm title={t('frame:history.takeBackOwnAsk')} okText={t('frame:history.takeBackOwn')} onConfirm={takeBackOwn}>
          <Button type="text" block>
            {t('frame:history.takeBackOwn')}
          </Button>
        </Popconfirm>
      )}
      <Popconfirm
        title={t('designer:history.discardAsk')}
        description={others.length > 0 ? t('frame:history.discardAllAsk', { names }) : undefined}
        okText={t('designer:history.discard')}
        onConfirm={discard}
      >
        <Button danger type="text" block>
          {t(others.length > 0 ? 'frame:history.discardAll' : 'designer:history.discard')}
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
      <span>
        <span className={styles['words']}>{say(edit.words, locale)}</span>
        <span className={styles['when']}>
          {text(edit.by?.name, locale)} · {formatRelative(edit.at, locale, now)}
          {edit.undone && ` · ${t('designer:history.undone')}`}
        </span>
      </span>
      <Turn edit={edit} />
    </li>
  )
}

/** Takes back this one edit, wherever it stands, or carries it out again. */
function Turn({ edit: { n, undone, words } }: { readonly edit: Edit }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { undo, redo } = useDrafting()
  const label = t(undone ? 'frame:history.again' : 'frame:history.takeBack')
  return (
    <Tooltip title={label} placement="right">
      <Button
        type="text"
        size="small"
        icon={undone ? <RedoOutlined aria-hidden /> : <UndoOutlined aria-hidden />}
        aria-label={`${label}: ${say(words, locale)}`}
        onClick={() => (undone ? redo(n) : undo(n))}
      />
    </Tooltip>
  )
}
