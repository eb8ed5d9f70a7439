/** The bar over every designer: the way back to use, what is designed, history, colleagues, what a designer adds, publishing. */
import { ApartmentOutlined, QuestionCircleOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { UseOrDesign } from '../drafting/use-or-design'
import { HistoryButtons } from '../history/history-buttons'
import { PublishButton } from '../publish/publish-button'
import { Colleagues } from './colleagues'
import type { Element } from './element'
import styles from './frame.module.css'
import { useFrameDialogs } from './frame-dialogs'
import { KeySheet } from './key-sheet'
import type { Place } from './places'
import { PreviewButton } from './preview-button'
import { SearchDialog } from './search-dialog'
import { UsageDrawer } from './usage-drawer'

interface DesignerBarProps {
  readonly label: string
  readonly title: string
  readonly file: string
  /** Where it is used. */
  readonly back: string
  readonly inHand: Element
  readonly onShow?: (file: string, place: Place) => void
  readonly onPublish: () => void
  readonly children?: ReactNode
}

export function DesignerBar({ label, title, file, back, inHand, onShow, onPublish, children }: DesignerBarProps) {
  return (
    <div className={styles['bar']} role="toolbar" aria-label={label}>
      <UseOrDesign back={back} />
      <h1 className={styles['title']}>{title}</h1>
      <HistoryButtons />
      <span className={styles['space']} />
      <Colleagues file={file} />
      {children}
      <BarButtons inHand={inHand} />
      <PreviewButton back={back} />
      <PublishButton className={styles['publish'] ?? ''} onPublish={onPublish} />
      <SearchDialog back={back} />
      <UsageDrawer inHand={inHand} back={back} {...(onShow && { onShow })} />
      <KeySheet />
    </div>
  )
}

function BarButtons({ inHand }: { readonly inHand: Element }) {
  const { t } = useTranslation()
  const open = useFrameDialogs((dialogs) => dialogs.open)
  const used = t('frame:usage.title', { name: inHand.label })
  return (
    <span className={styles['buttons']}>
      <Tooltip title={used}>
        <Button type="text" icon={<ApartmentOutlined aria-hidden />} aria-label={t('frame:usage.open')} onClick={() => open('usages')} />
      </Tooltip>
      <Tooltip title={`${t('frame:keys.open')} · ?`}>
        <Button type="text" className={styles['keyHelp'] ?? ''} icon={<QuestionCircleOutlined aria-hidden />} aria-label={t('frame:keys.open')} onClick={() => open('keys')} />
      </Tooltip>
    </span>
  )
}
