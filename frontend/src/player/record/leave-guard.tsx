/** Asks before leaving a record with unsaved entries: stay, save first, or leave without them. */
import { Button, Modal } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useBlocker } from 'react-router'

interface LeaveGuardProps {
  readonly isDirty: boolean
  /** Answers whether it was stored. */
  readonly onSave: () => Promise<boolean>
  readonly onDiscard: () => void
}

export function LeaveGuard({ isDirty, onSave, onDiscard }: LeaveGuardProps) {
  const { t } = useTranslation()
  const blocker = useBlocker(({ currentLocation, nextLocation }) => isDirty && currentLocation.pathname !== nextLocation.pathname)
  useUnloadWarning(isDirty)
  if (blocker.state !== 'blocked') return null
  const discard = () => {
    onDiscard()
    blocker.proceed()
  }
  const saveFirst = async () => ((await onSave()) ? blocker.proceed() : blocker.reset())
  return (
    <Modal
      open
      title={t('record:leave.title')}
      onCancel={() => blocker.reset()}
      footer={[
        <Button key="discard" danger type="text" onClick={discard}>
          {t('record:leave.discard')}
        </Button>,
        <Button key="stay" onClick={() => blocker.reset()}>
          {t('record:leave.stay')}
        </Button>,
        <Button key="save" type="primary" onClick={() => void saveFirst()}>
          {t('record:leave.save')}
        </Button>,
      ]}
    >
      {t('record:leave.text')}
    </Modal>
  )
}

/** Closing the tab is asked about by the browser in its own words; the draft is kept either way. */
function useUnloadWarning(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return undefined
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isDirty])
}
