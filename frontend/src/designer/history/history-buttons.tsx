/** Undo, redo, the list of edits and releases, and whether the draft is kept. */
import { CloudOutlined, CloudSyncOutlined, HistoryOutlined, LoadingOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons'
import { Button, Popover, Space, Tabs, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'

import { useDrafting } from '../drafting/draft-context'
import { EditList } from './edit-list'
import styles from './history.module.css'
import { ReleaseList } from './release-list'

export function HistoryButtons() {
  const { t } = useTranslation()
  const { draft, undo, redo } = useDrafting()
  const tabs = [
    { key: 'edits', label: t('designer:history.edits'), children: <EditList /> },
    { key: 'releases', label: t('designer:history.releases'), children: <ReleaseList /> },
  ]
  return (
    <Space size={2}>
      <Tooltip title={`${t('designer:history.undo')} · Ctrl+Z`}>
        <Button type="text" icon={<UndoOutlined aria-hidden />} aria-label={t('designer:history.undo')} disabled={!draft.can_undo} onClick={() => undo()} />
      </Tooltip>
      <Tooltip title={`${t('designer:history.redo')} · Ctrl+Shift+Z`}>
        <Button type="text" icon={<RedoOutlined aria-hidden />} aria-label={t('designer:history.redo')} disabled={!draft.can_redo} onClick={() => redo()} />
      </Tooltip>
      <Popover trigger="click" placement="bottom" content={<Tabs size="small" items={tabs} />}>
        <Button type="text" icon={<HistoryOutlined aria-hidden />} aria-label={t('designer:history.title')} />
      </Popover>
      <Kept />
    </Space>
  )
}

/** Whether every edit is with the server, on its way, or waiting in this browser. */
function Kept() {
  const { t } = useTranslation()
  const { isSaving, isOffline, waiting } = useDrafting()
  if (isOffline) {
    return (
      <Tooltip title={t('frame:bar.offlineHint')}>
        <span className={styles['saved']} data-offline="true" role="status">
          <CloudSyncOutlined aria-hidden /> {t('frame:bar.offline', { count: waiting })}
        </span>
      </Tooltip>
    )
  }
  return (
    <span className={styles['saved']} role="status">
      {isSaving ? <LoadingOutlined aria-hidden /> : <CloudOutlined aria-hidden />} <span className={styles['savedWords']}>{t(isSaving ? 'designer:bar.saving' : 'designer:bar.saved')}</span>
    </span>
  )
}
