/** Several steps at once: they are copied or removed together. */
import { CopyOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { useLocale } from '@/ui/locale/interface-language'

import inspector from '../inspector/inspector.module.css'
import { lastCopied, writeSteps } from './clipboard'
import type { InspectorProps } from './inspector-props'
import styles from './flow.module.css'
import { stepWithId, usualWay } from './ways'

export function ManyPanel({ flow, chosen, edits, onRemove }: InspectorProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const steps = [...chosen].map((id) => stepWithId(flow, id)).filter((step) => step !== undefined)
  const duplicate = () => {
    const last = steps.at(-1)
    const way = last && usualWay(flow, last.id)
    writeSteps(flow, chosen)
    const copied = lastCopied()
    if (copied !== null && way !== undefined) void edits.paste(copied, way)
  }
  return (
    <div className={inspector['panel']}>
      <h2 className={inspector['headTitle']}>{t('flowdesign:many', { count: steps.length })}</h2>
      <ul className={styles['many']}>
        {steps.map((step) => (
          <li key={step.id}>{text(step.label, locale)}</li>
        ))}
      </ul>
      <div className={inspector['removal']}>
        <Button block icon={<CopyOutlined aria-hidden />} onClick={duplicate}>
          {t('flowdesign:duplicate')}
        </Button>
        <Button block danger icon={<DeleteOutlined aria-hidden />} onClick={onRemove}>
          {t('flowdesign:remove.do')}
        </Button>
      </div>
    </div>
  )
}
