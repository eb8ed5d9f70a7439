/** Corrects what a step was given, as JSON: for those who run the installation. */
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import styles from './incidents.module.css'

type Given = Readonly<Record<string, unknown>>

interface EditValuesProps {
  readonly given: Given
  readonly onClose: () => void
  readonly onEdit: (values: Given) => void
}

export function EditValues({ given, onClose, onEdit }: EditValuesProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(() => JSON.stringify(given, null, 2))
  const values = readObject(text)
  const confirm = () => {
    onClose()
    if (values !== null) onEdit(values)
  }
  return (
    <Modal
      open
      title={t('flows:incidents.edit.title')}
      okText={t('flows:incidents.edit')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: values === null }}
      onCancel={onClose}
      onOk={confirm}
    >
      <p className={styles['quiet']}>{t('flows:incidents.edit.lead')}</p>
      <Input.TextArea
        className={styles['json'] ?? ''}
        value={text}
        autoSize={{ minRows: 6, maxRows: 20 }}
        spellCheck={false}
        aria-label={t('flows:incidents.values')}
        status={values === null ? 'error' : ''}
        onChange={(event) => setText(event.target.value)}
      />
      {values === null && (
        <p className={styles['fault']} role="alert">
          {t('flows:incidents.edit.wrong')}
        </p>
      )}
    </Modal>
  )
}

function readObject(text: string): Given | null {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Given) : null
  } catch {
    return null
  }
}
