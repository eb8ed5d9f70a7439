/** The decision at the bottom of a task: an opinion, yes and no, and what is done more rarely. */
import { EllipsisOutlined } from '@ant-design/icons'
import { Button, Dropdown, Input } from 'antd'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { TaskAction, TaskDetail } from '@/shared/flows/wire'

import { isOpinionNeeded } from './opinion'
import styles from './inbox.module.css'
import { ReturnDialog } from './return-dialog'
import { TransferDialog } from './transfer-dialog'
import type { Wish } from './use-decision'

interface DecisionBarProps {
  readonly task: TaskDetail
  readonly isBusy: boolean
  readonly onDecide: (wish: Wish) => Promise<void>
}

/** In the order of the buttons, the strongest at the end where the thumb is. */
const PLAIN = ['remind', 'reject', 'approve', 'submit'] as const
const RARE = ['return', 'transfer'] as const
const KEYS: Partial<Record<TaskAction, string>> = { approve: 'A', submit: 'A', reject: 'R' }

export function DecisionBar({ task, isBusy, onDecide }: DecisionBarProps) {
  const { t } = useTranslation()
  const [opinion, setOpinion] = useState('')
  const [lacks, setLacks] = useState<TaskAction | null>(null)
  const [dialog, setDialog] = useState<(typeof RARE)[number] | null>(null)
  const [busy, setBusy] = useState<TaskAction | null>(null)
  const box = useRef<HTMLTextAreaElement | null>(null)
  const faultId = useId()
  const isLacking = lacks !== null && opinion.trim() === ''

  const decide = async (wish: Omit<Wish, 'opinion'>) => {
    if (isOpinionNeeded(task.opinion, wish.action) && opinion.trim() === '') {
      setLacks(wish.action)
      box.current?.focus()
      return
    }
    setBusy(wish.action)
    await onDecide({ ...wish, opinion: opinion.trim() })
    setBusy(null)
  }
  const rare = RARE.filter((action) => task.actions.includes(action))
  return (
    <footer className={styles['bar']} aria-label={t('flows:decision')} role="group">
      <div className={styles['opinion']}>
        <Input.TextArea
          ref={(area) => {
            box.current = area?.resizableTextArea?.textArea ?? null
          }}
          value={opinion}
          onChange={(event) => setOpinion(event.target.value)}
          autoSize={{ minRows: 1, maxRows: 5 }}
          maxLength={2000}
          placeholder={t(`flows:opinion.${task.opinion}`)}
          aria-label={t('flows:opinion')}
          {...(isLacking && { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': faultId })}
        />
        {isLacking && (
          <p id={faultId} className={styles['fault']} role="alert">
            {t('flows:opinion.missing')}
          </p>
        )}
      </div>
      <div className={styles['buttons']}>
        {rare.length > 0 && (
          <Dropdown trigger={['click']} menu={{ items: rare.map((action) => ({ key: action, label: t(`flows:action.${action}`), onClick: () => setDialog(action) })) }}>
            <Button icon={<EllipsisOutlined aria-hidden />} aria-label={t('flows:action.more')} disabled={isBusy} />
          </Dropdown>
        )}
        {PLAIN.filter((action) => task.actions.includes(action)).map((action) => (
          <Button
            key={action}
            className={styles['button'] ?? ''}
            type={action === 'approve' || action === 'submit' ? 'primary' : 'default'}
            danger={action === 'reject'}
            loading={busy === action}
            disabled={isBusy && busy !== action}
            aria-keyshortcuts={KEYS[action]}
            title={KEYS[action] && t('flows:action.key', { key: KEYS[action] })}
            onClick={() => void decide({ action })}
          >
            {t(`flows:action.${action}`)}
          </Button>
        ))}
      </div>
      {dialog === 'return' && <ReturnDialog task={task} onClose={() => setDialog(null)} onReturn={(to) => void decide({ action: 'return', to })} />}
      {dialog === 'transfer' && <TransferDialog task={task} onClose={() => setDialog(null)} onTransfer={(person) => void decide({ action: 'transfer', person })} />}
    </footer>
  )
}
