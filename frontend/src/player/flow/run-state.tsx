/** How a run stands, as a coloured word. */
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'

import type { RunState } from '@/shared/flows/wire'

const COLOURS: Readonly<Record<RunState, string>> = {
  running: 'processing',
  completed: 'success',
  rejected: 'error',
  withdrawn: 'default',
  cancelled: 'default',
}

export function RunStateTag({ state }: { readonly state: RunState }) {
  const { t } = useTranslation()
  return <Tag color={COLOURS[state]}>{t(`flows:state.${state}`)}</Tag>
}
