/** What may be done about a run: ask people again, take it back, call it off. */
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'

import { issueText } from '@/core/issues/issue-text'
import { issuesOf } from '@/shared/api/problem'
import { useRunCommand } from '@/shared/flows/runs'
import type { RunCommand, RunPlace } from '@/shared/flows/wire'
import { useConfirmDanger } from '@/ui/feedback/use-confirm-danger'

interface RunCommandsProps {
  readonly place: RunPlace
  readonly may: readonly RunCommand[]
}

const ORDER: readonly RunCommand[] = ['remind', 'withdraw', 'cancel']

export function RunCommands({ place, may }: RunCommandsProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const confirm = useConfirmDanger()
  const command = useRunCommand(place)
  const run = async (name: RunCommand) => {
    const question = { title: t(`flows:${name}.title`), consequence: t(`flows:${name}.consequence`), action: t(`flows:${name}`) }
    if (name !== 'remind' && !(await confirm(question))) return
    command.mutate(name, {
      onSuccess: () => void message.success(t(`flows:${name}.done`)),
      onError: (fault) => void message.error(issuesOf(fault).map((issue) => issueText(t, issue)).join(' ')),
    })
  }
  return ORDER.filter((name) => may.includes(name)).map((name) => (
    <Button key={name} size="small" danger={name !== 'remind'} loading={command.isPending && command.variables === name} onClick={() => void run(name)}>
      {t(`flows:${name}`)}
    </Button>
  ))
}
