/** Second step: which sheet, where its header is, and which column fills which field. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { useLocale } from '@/ui/locale/interface-language'

import { missingTargets, type Import } from './import-state'
import { MappingTable } from './mapping-table'
import { ModeChoice } from './mode-choice'
import { SheetChoice } from './sheet-choice'
import { SheetPreview } from './sheet-preview'
import styles from './transfer.module.css'
import type { ImportSteps } from './use-import'

interface MappingStepProps {
  readonly found: Import
  readonly steps: ImportSteps
  readonly onRestart: () => void
}

export function MappingStep({ found, steps, onRestart }: MappingStepProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const missing = missingTargets(found)
  const change = steps.change.mutate
  return (
    <>
      <SheetChoice found={found} onChange={change} />
      <SheetPreview found={found} />
      <MappingTable found={found} onChange={(mapping) => change({ mapping })} />
      <ModeChoice found={found} onChange={(mapping) => change({ mapping })} />
      {missing.length > 0 && (
        <p className={styles['missing']} role="note">
          {t('transfer:missing', { fields: missing.map(({ label, field }) => text(label, locale, field)).join(t('transfer:comma')) })}
        </p>
      )}
      <footer className={styles['actions']}>
        <Button onClick={onRestart}>{t('transfer:restart')}</Button>
        <Button type="primary" loading={steps.check.isPending} disabled={steps.change.isPending || found.mapping.columns.length === 0} onClick={() => steps.check.mutate()}>
          {t('transfer:check')}
        </Button>
      </footer>
    </>
  )
}
