/** Ways to go on after an incident: the same again, the same with other values, or without this step. */
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { issueText } from '@/core/issues/issue-text'
import { issuesOf } from '@/shared/api/problem'
import { useConfirmDanger } from '@/ui/feedback/use-confirm-danger'

import { EditValues } from './edit-values'
import { useRepair, type Incident, type Repair } from './incidents'
import styles from './incidents.module.css'

export function RepairBar({ incident: { id, given } }: { readonly incident: Incident }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const confirm = useConfirmDanger()
  const { mutate, isPending, variables } = useRepair(id)
  const [isEditing, setEditing] = useState(false)
  const repair = (wish: Repair) =>
    mutate(wish, {
      onSuccess: () => void message.success(t(`flows:incidents.${wish.command}.done`)),
      onError: (fault) => void message.error(issuesOf(fault).map((issue) => issueText(t, issue)).join(' ')),
    })
  const skip = async () => {
    const question = { title: t('flows:incidents.skip.title'), consequence: t('flows:incidents.skip.consequence'), action: t('flows:incidents.skip') }
    if (await confirm(question)) repair({ command: 'skip' })
  }
  const isBusy = (command: Repair['command']) => isPending && variables?.command === command
  return (
    <div className={styles['repairs']}>
      <Button type="primary" loading={isBusy('retry')} onClick={() => repair({ command: 'retry' })}>
        {t('flows:incidents.retry')}
      </Button>
      {given && (
        <Button loading={isBusy('edit')} onClick={() => setEditing(true)}>
          {t('flows:incidents.edit')}
        </Button>
      )}
      <Button danger loading={isBusy('skip')} onClick={() => void skip()}>
        {t('flows:incidents.skip')}
      </Button>
      {isEditing && given && <EditValues given={given} onClose={() => setEditing(false)} onEdit={(values) => repair({ command: 'edit', values })} />}
    </div>
  )
}
