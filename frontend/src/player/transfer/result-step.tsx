/** Last step: what was imported, with the way to the records. */
import { CheckCircleFilled, StopOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { text } from '@/core/i18n/text'
import type { Entity } from '@/generated/metadata'
import type { Definition } from '@/shared/definition/definition'
import { useLocale } from '@/ui/locale/interface-language'

import type { Import } from './import-state'
import { ReportView } from './report-view'
import styles from './transfer.module.css'

interface ResultStepProps {
  readonly found: Import
  readonly definition: Definition
  readonly entity: Entity
  readonly onRestart: () => void
}

export function ResultStep({ found, definition, entity, onRestart }: ResultStepProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const isDone = found.state === 'done'
  const view = definition.views.find((each) => each.entity === entity.id)
  return (
    <>
      <div className={styles['outcome']} role="status">
        {isDone ? <CheckCircleFilled className={styles['good'] ?? ''} aria-hidden /> : <StopOutlined className={styles['quiet'] ?? ''} aria-hidden />}
        <h2 className={styles['heading']}>{isDone ? t('transfer:done') : t('transfer:cancelled')}</h2>
      </div>
      {found.report !== null && <ReportView found={found} report={found.report} />}
      <footer className={styles['actions']}>
        <Button onClick={onRestart}>{t('transfer:another')}</Button>
        {view !== undefined && (
          <Link to={`/a/${definition.app.name}/v/${view.name}`}>
            <Button type="primary" tabIndex={-1}>
              {t('transfer:open', { entity: text(entity.label, locale, entity.name) })}
            </Button>
          </Link>
        )}
      </footer>
    </>
  )
}
