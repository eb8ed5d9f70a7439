/** How a run stands, as a coloured word. */
import { useTranslation } from 'react-i18next'

import type { RunState } from '@/shared/flows/wire'

import styles from './flow.module.css'

export function RunStateTag({ state }: { readonly state: RunState }) {
  const { t } = useTranslation()
  return (
    <span className={styles['state']} data-state={state}>
      {t(`flows:state.${state}`)}
    </span>
  )
}
