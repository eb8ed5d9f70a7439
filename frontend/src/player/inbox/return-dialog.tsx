/** Asks where a record goes back to. */
import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { TaskDetail } from '@/shared/flows/wire'
import { useLocale } from '@/ui/locale/interface-language'

import styles from './inbox.module.css'

interface ReturnDialogProps {
  readonly task: TaskDetail
  readonly onClose: () => void
  readonly onReturn: (to: string) => void
}

export function ReturnDialog({ task: { return_to: places }, onClose, onReturn }: ReturnDialogProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [to, setTo] = useState(places[0]?.node)
  const confirm = () => {
    onClose()
    if (to !== undefined) onReturn(to)
  }
  return (
    <Modal open title={t('flows:return.title')} okText={t('flows:action.return')} cancelText={t('common:cancel')} onCancel={onClose} onOk={confirm} okButtonProps={{ disabled: to === undefined }}>
      <p className={styles['lead']}>{t('flows:return.lead')}</p>
      <Radio.Group
        className={styles['choices'] ?? ''}
        aria-label={t('flows:return.title')}
        value={to}
        onChange={({ target }) => setTo(String(target.value))}
        options={places.map(({ node, label }) => ({ value: node, label: text(label, locale, node) }))}
      />
    </Modal>
  )
}
