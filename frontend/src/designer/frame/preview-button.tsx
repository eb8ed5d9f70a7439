/** Opens the draft as the app would look: in a language, as a role, in a window as wide as a device. */
import { DesktopOutlined, EyeOutlined, MobileOutlined, TabletOutlined } from '@ant-design/icons'
import { Button, Popover, Segmented, Select, Tooltip } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Locale } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import { previewName } from '@/shared/preview/preview'
import { useLocale } from '@/ui/locale/interface-language'

import { useDrafting } from '../drafting/draft-context'
import { documentsOf } from './document-kinds'
import styles from './preview.module.css'

type Device = 'desktop' | 'tablet' | 'phone'

/** Inner sizes of windows; a computer gets a tab of its own. */
const SIZES: Readonly<Record<Device, string | undefined>> = {
  desktop: undefined,
  tablet: 'popup,width=834,height=1112',
  phone: 'popup,width=390,height=844',
}

export function PreviewButton({ back }: { readonly back: string }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setOpen}
      title={t('frame:preview.title')}
      content={<PreviewChoices back={back} onOpened={() => setOpen(false)} />}
    >
      <Tooltip title={t('frame:preview.open')}>
        <Button type="text" icon={<EyeOutlined aria-hidden />} aria-label={t('frame:preview.open')} />
      </Tooltip>
    </Popover>
  )
}

function PreviewChoices({ back, onOpened }: { readonly back: string; readonly onOpened: () => void }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const [language, setLanguage] = useState<Locale>(locale)
  const [device, setDevice] = useState<Device>('desktop')
  const [role, setRole] = useState('')
  const roles = documentsOf(draft, 'roles').map(({ document }) => ({ value: document.id, label: text(document.label, locale, document.name) }))
  const open = () => {
    const as = roles.find(({ value }) => value === role)?.label ?? null
    const name = previewName({ app: draft.app, role: role === '' ? null : role, as, language })
    window.open(back, name, SIZES[device])
    onOpened()
  }
  return (
    <div className={styles['choices']}>
      <div className={styles['choice']}>
        <span aria-hidden>{t('frame:preview.device')}</span>
        <Segmented<Device> aria-label={t('frame:preview.device')} value={device} options={DEVICES.map((each) => ({ ...each, label: t(`frame:preview.${each.value}`) }))} onChange={setDevice} />
      </div>
      <div className={styles['choice']}>
        <span aria-hidden>{t('frame:preview.language')}</span>
        <Segmented<Locale> aria-label={t('frame:preview.language')} value={language} options={LANGUAGES} onChange={setLanguage} />
      </div>
      {roles.length > 0 && (
        <div className={styles['choice']}>
          <span aria-hidden>{t('frame:preview.role')}</span>
          <Select aria-label={t('frame:preview.role')} value={role} options={[{ value: '', label: t('frame:preview.whatever') }, ...roles]} onChange={setRole} />
        </div>
      )}
      <p className={styles['hint']}>{t('frame:preview.hint')}</p>
      <Button type="primary" block onClick={open}>
        {t('frame:preview.open')}
      </Button>
    </div>
  )
}

const DEVICES: readonly { readonly value: Device; readonly icon: React.ReactNode }[] = [
  { value: 'desktop', icon: <DesktopOutlined aria-hidden /> },
  { value: 'tablet', icon: <TabletOutlined aria-hidden /> },
  { value: 'phone', icon: <MobileOutlined aria-hidden /> },
]

const LANGUAGES: { value: Locale; label: string }[] = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
]
