/** Shows the step an import is at, and leads on to the next one. */
import type { Entity } from '@/generated/metadata'
import type { Definition } from '@/shared/definition/definition'
import { issuesOf } from '@/shared/api/problem'
import { IssueList } from '@/ui/feedback/issue-list'

import { BusyStep } from './busy-step'
import { CheckedStep } from './checked-step'
import { isBusy, isOver, type Import } from './import-state'
import { MappingStep } from './mapping-step'
import { ResultStep } from './result-step'
import styles from './transfer.module.css'
import { useImportSteps } from './use-import'

interface ImportWorkProps {
  readonly found: Import
  readonly definition: Definition
  readonly entity: Entity
  readonly onRestart: () => void
}

export function ImportWork({ found, definition, entity, onRestart }: ImportWorkProps) {
  const steps = useImportSteps(found.id)
  const fault = steps.change.error ?? steps.check.error ?? steps.run.error ?? steps.cancel.error
  return (
    <div className={styles['step']}>
      <IssueList issues={fault === null ? found.issues : issuesOf(fault)} />
      {isBusy(found) && <BusyStep found={found} onCancel={() => steps.cancel.mutate()} />}
      {found.state === 'proposed' && <MappingStep found={found} steps={steps} onRestart={onRestart} />}
      {(found.state === 'checked' || found.state === 'failed') && <CheckedStep found={found} steps={steps} onRestart={onRestart} />}
      {isOver(found) && <ResultStep found={found} definition={definition} entity={entity} onRestart={onRestart} />}
    </div>
  )
}
