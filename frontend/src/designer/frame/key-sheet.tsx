/** The sheet of all keys that work in the designer that is open. */
import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'

import styles from './frame.module.css'
import { useFrameDialogs } from './frame-dialogs'
import { useKeySheet, type KeyHint } from './use-keys'

export function KeySheet() {
  const { t } = useTranslation()
  const { shown, close } = useFrameDialogs()
  const commands = useKeySheet()
  const labels = [...new Set(commands.map(({ label }) => label))]
  return (
    <Modal open={shown === 'keys'} title={t('frame:keys.title')} footer={null} width={520} onCancel={close}>
      <dl className={styles['keys']}>
        {labels.map((label) => (
          <div key={label} className={styles['key']}>
            <dt>
              {keysFor(commands, label).map((keys) => (
                <kbd key={keys}>{keys}</kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}

function keysFor(commands: readonly KeyHint[], wanted: string): string[] {
  return [...new Set(commands.filter(({ label }) => label === wanted).map(({ keys }) => keys))]
}
