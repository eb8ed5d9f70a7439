/** The bar over the designer of a form: besides what every designer has, checks and previews. */
import { DesktopOutlined, MobileOutlined } from '@ant-design/icons'
import { Segmented, Space } from 'antd'
import { useTranslation } from 'react-i18next'

import type { DocumentLanguage } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Entity, Form } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { appOf } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { DesignerBar } from '../frame/designer-bar'
import { CheckBadge } from './check-badge'
import { useCanvas } from './selection'

interface FormBarProps {
  readonly form: Form
  readonly entity: Entity
  /** Where the form is used. */
  readonly back: string
  readonly onLanguage: (language: DocumentLanguage) => void
  readonly onPhone: (isPhone: boolean) => void
  readonly onPublish: () => void
}

export function FormBar({ form, entity, back, onLanguage, onPhone, onPublish }: FormBarProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { choose } = useCanvas()
  return (
    <DesignerBar label={t('designer:bar.title')} title={text(form.label, locale, form.name)} back={back} onPublish={onPublish}>
      <CheckBadge form={form} entity={entity} onChoose={choose} />
      <Previews onLanguage={onLanguage} onPhone={onPhone} />
    </DesignerBar>
  )
}

interface PreviewsProps {
  readonly onLanguage: (language: DocumentLanguage) => void
  readonly onPhone: (isPhone: boolean) => void
}

function Previews({ onLanguage, onPhone }: PreviewsProps) {
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
        size="small"
        aria-label={t('designer:preview.width')}
        value={isPhone ? 'phone' : 'wide'}
        options={widths}
        onChange={(width) => onPhone(width === 'phone')}
      />
    </Space>
  )
}

