/** How the form on the canvas is looked at: in which language, and how wide. */
import { DesktopOutlined, MobileOutlined } from '@ant-design/icons'
import { Segmented, Space } from 'antd'
import { useTranslation } from 'react-i18next'

import type { DocumentLanguage } from '@/core/i18n/locale'

import { appOf } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import styles from './form.module.css'
import { useCanvas } from './selection'

interface PreviewsProps {
  readonly onLanguage: (language: DocumentLanguage) => void
  readonly onPhone: (isPhone: boolean) => void
}

export function Previews({ onLanguage, onPhone }: PreviewsProps) {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const { language, isPhone } = useCanvas()
  const languages = appOf(draft).languages.map((each) => ({ value: each, label: t(`designer:language.${each}`) }))
  const widths = [
    { value: 'wide', icon: <DesktopOutlined aria-label={t('designer:preview.wide')} /> },
    { value: 'phone', icon: <MobileOutlined aria-label={t('designer:preview.phone')} /> },
  ]
  return (
    <Space size={6}>
      <Segmented size="small" aria-label={t('designer:preview.language')} value={language} options={languages} onChange={onLanguage} />
      <Segmented
        className={styles['widths'] ?? ''}
        size="small"
        aria-label={t('designer:preview.width')}
        value={isPhone ? 'phone' : 'wide'}
        options={widths}
        onChange={(width) => onPhone(width === 'phone')}
      />
    </Space>
  )
}
