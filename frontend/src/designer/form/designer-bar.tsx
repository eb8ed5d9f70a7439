/** The bar over the designer: what is designed, undo and redo, edits, checks, previews, publishing. */
import { DesktopOutlined, MobileOutlined } from '@ant-design/icons'
import { Badge, Button, Segmented, Space } from 'antd'
import { useTranslation } from 'react-i18next'

import type { DocumentLanguage } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Entity, Form } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { appOf } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { UseOrDesign } from '../drafting/use-or-design'
import { HistoryButtons } from '../history/history-buttons'
import { CheckBadge } from './check-badge'
import styles from './form.module.css'
import { useCanvas } from './selection'

interface DesignerBarProps {
  readonly form: Form
  readonly entity: Entity
  /** Where the form is used. */
  readonly back: string
  readonly onLanguage: (language: DocumentLanguage) => void
  readonly onPhone: (isPhone: boolean) => void
  readonly onPublish: () => void
}

export function DesignerBar({ form, entity, back, onLanguage, onPhone, onPublish }: DesignerBarProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { choose } = useCanvas()
  const { draft } = useDrafting()
  const edits = draft.commands.filter(({ undone }) => !undone).length
  return (
    <div className={styles['bar']} role="toolbar" aria-label={t('designer:bar.title')}>
      <UseOrDesign back={back} />
      <h1 className={styles['barTitle']}>{text(form.label, locale, form.name)}</h1>
      <HistoryButtons />
      <span className={styles['barSpace']} />
      <CheckBadge form={form} entity={entity} onChoose={choose} />
      <Previews onLanguage={onLanguage} onPhone={onPhone} />
      <Badge count={edits} size="small" color="gold">
        <Button type="primary" disabled={edits === 0} onClick={onPublish}>
          {t('designer:publish.open')}
        </Button>
      </Badge>
    </div>
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

