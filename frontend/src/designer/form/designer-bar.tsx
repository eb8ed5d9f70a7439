/** The bar over the designer: what is designed, undo and redo, edits, checks, previews, publishing. */
import { CloudOutlined, DesktopOutlined, HistoryOutlined, LoadingOutlined, MobileOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons'
import { Badge, Button, Popover, Segmented, Space, Tabs, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import type { DocumentLanguage } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Entity, Form } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { appOf } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { EditList } from '../history/edit-list'
import { ReleaseList } from '../history/release-list'
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
      <History />
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

/** The one switch between working with the app and changing it. */
function UseOrDesign({ back }: { readonly back: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const options = [
    { value: 'use', label: t('designer:bar.use') },
    { value: 'design', label: t('designer:bar.design') },
  ]
  return <Segmented aria-label={t('designer:bar.mode')} value="design" options={options} onChange={(mode) => mode === 'use' && void navigate(back)} />
}

function History() {
  const { t } = useTranslation()
  const { draft, undo, redo, isSaving } = useDrafting()
  const tabs = [
    { key: 'edits', label: t('designer:history.edits'), children: <EditList /> },
    { key: 'releases', label: t('designer:history.releases'), children: <ReleaseList /> },
  ]
  return (
    <Space size={2}>
      <Tooltip title={`${t('designer:history.undo')} · Ctrl+Z`}>
        <Button type="text" icon={<UndoOutlined />} aria-label={t('designer:history.undo')} disabled={!draft.can_undo} onClick={undo} />
      </Tooltip>
      <Tooltip title={`${t('designer:history.redo')} · Ctrl+Shift+Z`}>
        <Button type="text" icon={<RedoOutlined />} aria-label={t('designer:history.redo')} disabled={!draft.can_redo} onClick={redo} />
      </Tooltip>
      <Popover trigger="click" placement="bottomLeft" content={<Tabs size="small" items={tabs} />}>
        <Button type="text" icon={<HistoryOutlined />} aria-label={t('designer:history.title')} />
      </Popover>
      <span className={styles['saved']} role="status">
        {isSaving ? <LoadingOutlined aria-hidden /> : <CloudOutlined aria-hidden />} {t(isSaving ? 'designer:bar.saving' : 'designer:bar.saved')}
      </span>
    </Space>
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

