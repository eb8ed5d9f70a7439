/** Sends a decision and says what became of it; that somebody was faster is told in words, and what is shown is asked for again. */
import { App } from 'antd'
import { useTranslation } from 'react-i18next'

import { issueText } from '@/core/issues/issue-text'
import { isProblem, issuesOf } from '@/shared/api/problem'
import { useDecide } from '@/shared/flows/tasks'
import type { Decision, TaskDetail } from '@/shared/flows/wire'

interface Sending {
  readonly isBusy: boolean
  /** Answers what the server refused it for and the caller has to deal with; null when it is done, or no longer can be. */
  readonly send: (decision: Omit<Decision, 'version'>) => Promise<unknown>
}

const SECONDS = 8

export function useSending({ id, version }: Pick<TaskDetail, 'id' | 'version'>, onDecided: () => void): Sending {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { mutateAsync, isPending: isBusy } = useDecide(id)
  const send = async (decision: Omit<Decision, 'version'>) => {
    try {
      await mutateAsync({ ...decision, version })
    } catch (fault) {
      if (!isProblem(fault, 409)) return fault
      void message.warning(issuesOf(fault).map((issue) => issueText(t, issue)).join(' '), SECONDS)
      return null
    }
    void message.success(t(`flows:decided.${decision.action}`))
    if (decision.action !== 'remind') onDecided()
    return null
  }
  return { isBusy, send }
}
