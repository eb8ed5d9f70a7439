/** Asks whose the task shall be instead. */
import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { referenceId, type Value } from '@/core/values/value'
import { PersonName } from '@/plugins/fields/person-name'
import { ReferenceSelect } from '@/plugins/fields/reference-select'
import type { TaskDetail } from '@/shared/flows/wire'
import { findPeople } from '@/shared/people/find-people'

import styles from './inbox.module.css'

interface TransferDialogProps {
  readonly task: TaskDetail
  readonly onClose: () => void
  readonly onTransfer: (person: string) => void
}

export function TransferDialog({ task: { app, person: mine }, onClose, onTransfer }: TransferDialogProps) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<Value>(null)
  const person = referenceId(chosen)
  const confirm = () => {
    onClose()
    if (person !== null) onTransfer(person)
  }
  return (
    <Modal open title={t('flows:transfer.title')} okText={t('flows:action.transfer')} cancelText={t('common:cancel')} onCancel={onClose} onOk={confirm} okButtonProps={{ disabled: person === null }}>
      <p className={styles['lead']}>{t('flows:transfer.lead')}</p>
      <ReferenceSelect
        id="transfer-person"
        ariaLabel={t('flows:transfer.person')}
        value={chosen}
        isInvalid={false}
        place={['people', app, 'others']}
        search={async (typed, signal) => (await findPeople(app, typed, signal)).filter(({ id }) => id !== mine.id)}
        renderTitle={({ id, title }) => <PersonName id={id} name={title ?? ''} />}
        onChange={setChosen}
      />
    </Modal>
  )
}
