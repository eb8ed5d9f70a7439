/** Third step: what importing would do, row by row, before anything is stored. */
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Import } from './import-state'
import { ReportView } from './report-view'
import styles from './transfer.module.css'
import type { ImportSteps } from './use-import'

interface CheckedStepProps {
  readonly found: Import
  readonly steps: ImportSteps
  readonly onRestart: () => void
}

export function CheckedStep({ found, steps, onRestart }: CheckedStepProps) {
  const { t } = useTranslation()
  const [isPartial, setPartial] = useState(false)
  const { report } = found
  const good = report === null ? 0 : report.created + report.updated
  const hasFaults = (report?.failed ?? 0) > 0
  return (
    <>
      {report !== null && <ReportView found={found} report={report} isForecast />}
      {hasFaults && good > 0 && (
        <div className={styles['choosing']}>
          <Checkbox checked={isPartial} onChange={({ target }) => setPartial(target.checked)}>
            {t('transfer:partial')}
          </Checkbox>
          <p className={styles['quiet']}>{t('transfer:partial.hint')}</p>
        </div>
      )}
      <footer className={styles['actions']}>
        <Button onClick={onRestart}>{t('transfer:restart')}</Button>
        <Button loading={steps.change.isPending} onClick={() => steps.change.mutate({ mapping: found.mapping })}>
          {t('transfer:back')}
        </Button>
        <Button type="primary" loading={steps.run.isPending} disabled={good === 0 || (hasFaults && !isPartial)} onClick={() => steps.run.mutate({ partial: isPartial })}>
          {t('transfer:run', { count: good })}
        </Button>
      </footer>
    </>
  )
}
