/** Why a person can or cannot see, change or delete this record. */
import { EyeOutlined } from '@ant-design/icons'
import { Button, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { type ExplainedAction } from '@/shared/explain/explain'
import { Explanation } from '@/shared/explain/explanation'
import { StaffSelect } from '@/shared/people/staff-select'
import type { RecordPlace } from '@/shared/records/one-record'
import { useSeeAs } from '@/shared/seeing/use-see-as'

import styles from './record.module.css'

const OF_A_RECORD: readonly ExplainedAction[] = ['read', 'update', 'delete']

interface ExplainDialogProps {
  readonly place: RecordPlace
  readonly id: string
  readonly onClose: () => void
}

export function ExplainDialog({ place, id, onClose }: ExplainDialogProps) {
  const { t } = useTranslation()
  const [person, setPerson] = useState<string | null>(null)
  const [action, setAction] = useState<ExplainedAction>('read')
  const seeAs = useSeeAs()
  return (
    <Modal open title={t('explain:title')} footer={null} onCancel={onClose} width={620}>
      <div className={styles['explain']}>
        <div className={styles['explainAsked']}>
          <StaffSelect app={place.app} value={person} label={t('explain:person')} placeholder={t('explain:person')} onChange={setPerson} />
          <Segmented<ExplainedAction>
            aria-label={t('explain:action')}
            value={action}
            options={OF_A_RECORD.map((each) => ({ value: each, label: t(`explain:action.${each}`) }))}
            onChange={setAction}
          />
          {person !== null && (
            <Button icon={<EyeOutlined aria-hidden />} loading={seeAs.isPending} onClick={() => seeAs.mutate({ app: place.app, person })}>
              {t('explain:seeAs')}
            </Button>
          )}
        </div>
        {person === null ? <p className={styles['explainHint']}>{t('explain:hint')}</p> : <Explanation app={place.app} entity={place.entity} record={id} person={person} action={action} />}
      </div>
    </Modal>
  )
}
