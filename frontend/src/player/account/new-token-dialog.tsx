/** Makes a token in two steps: what it may do and for how long; then its text, shown this once. */
import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'

import { MadeTokenText } from './made-token-text'
import { NewTokenForm } from './new-token-form'
import { useMakeToken } from './tokens'

interface NewTokenDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

export function NewTokenDialog({ isOpen, onClose }: NewTokenDialogProps) {
  const { t } = useTranslation()
  const making = useMakeToken()
  const close = () => {
    making.reset()
    onClose()
  }
  return (
    <Modal
      open={isOpen}
      title={t('account:tokens.new')}
      footer={null}
      onCancel={close}
      mask={{ closable: making.data === undefined }}
      destroyOnHidden
    >
      {making.data === undefined ? (
        <NewTokenForm isBusy={making.isPending} fault={making.error} onSubmit={(wish) => making.mutate(wish)} />
      ) : (
        <MadeTokenText token={making.data.token} onDone={close} />
      )}
    </Modal>
  )
}
