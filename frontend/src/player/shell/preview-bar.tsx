/** Says that this window shows a draft, as whom, and that nothing is written. */
import { EyeOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

import { currentPreview } from '@/shared/preview/preview'

import styles from './shell.module.css'

export function PreviewBar() {
  const { t } = useTranslation()
  const preview = currentPreview()
  if (preview === null) return null
  return (
    <div className={styles['preview']} role="status">
      <EyeOutlined aria-hidden />
      <span>{preview.as === null ? t('shell:preview') : t('shell:preview.as', { role: preview.as })}</span>
      <Button size="small" onClick={() => window.close()}>
        {t('shell:preview.close')}
      </Button>
    </div>
  )
}
