/**
 * The frame every designer stands in: bar with history, findings and publishing on top, outline and palette left, canvas
 * centre, properties right. What all designers can do is here; a designer brings its three panes.
 */
import { ConfigProvider, Grid } from 'antd'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Label } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { useDrafting } from '../drafting/draft-context'
import { PublishDialog } from '../publish/publish-dialog'
import { CheckBadge } from './check-badge'
import { DesignerBar } from './designer-bar'
import type { Element } from './element'
import styles from './frame.module.css'
import { Outline } from './outline'
import { PaneStrip, useOpenPane } from './pane-strip'
import panes from './panes.module.css'
import type { Place } from './places'
import { useFrameKeys } from './use-frame-keys'
import { useReleaseNews } from './use-release-news'

interface DesignerFrameProps {
  readonly document: { readonly id: string; readonly name: string; readonly label: Label }
  /** The file of the document in the app's folder. */
  readonly file: string
  /** Files whose findings belong here as well, such as the entity of a form. */
  readonly beside?: readonly string[]
  /** Where it is used. */
  readonly back: string
  /** What is chosen on the canvas; without it, the document itself. */
  readonly chosen?: Element | undefined
  /** Shows the element at a place of the document or of a file beside it. */
  readonly onShow?: (file: string, place: Place) => void
  /** What this designer adds to the bar. */
  readonly tools?: ReactNode
  readonly palette?: ReactNode
  /** What the palette is called where it has to be opened first. */
  readonly paletteTitle?: string
  readonly inspector?: ReactNode
  /** The properties tell something now, whatever is chosen. */
  readonly isCalling?: boolean
  readonly children: ReactNode
}

// A finger hovers over nothing: hints would stay over what a tap has opened.
const HINTS: { trigger?: [] } = window.matchMedia('(hover: none)').matches ? { trigger: [] } : {}

export function DesignerFrame({ document, file, beside, back, chosen, onShow, tools, palette, paletteTitle, inspector, isCalling = false, children }: DesignerFrameProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const isNarrow = Grid.useBreakpoint().lg === false
  const [pane, setPane] = useOpenPane(chosen?.id, isCalling)
  const [isPublishing, setPublishing] = useState(false)
  const area = useRef<HTMLDivElement>(null)
  const files = useMemo(() => [file, ...(beside ?? [])], [file, beside])
  const title = text(document.label, locale, document.name)
  const titles = {
    ...(palette !== undefined && { palette: paletteTitle ?? t('frame:pane.add') }),
    ...(inspector !== undefined && { inspector: chosen?.label ?? t('designer:inspector.title') }),
  }
  useFrameKeys(area)
  useReleaseNews(draft)
  return (
    <ConfigProvider tooltip={HINTS}>
      <div className={styles['frame']}>
        <DesignerBar
          label={t('designer:bar.title')}
          title={title}
          file={file}
          back={back}
          inHand={chosen ?? { id: document.id, label: title }}
          onPublish={() => setPublishing(true)}
          {...(onShow && { onShow })}
        >
          <CheckBadge files={files} {...(onShow && { onShow })} />
          {tools}
        </DesignerBar>
        <div className={styles['whole']}>
          <Outline file={file} back={back} />
          <div ref={area} className={panes['panes']} data-palette={palette !== undefined} data-inspector={inspector !== undefined} data-open={pane ?? undefined}>
            {palette !== undefined && (
              <div className={panes['palette']} data-pane="palette">
                {palette}
              </div>
            )}
            <div className={panes['canvas']} data-pane="canvas">
              {children}
            </div>
            {inspector !== undefined && (
              <aside className={panes['inspector']} aria-label={t('designer:inspector.title')} data-pane="inspector">
                {inspector}
              </aside>
            )}
            {isNarrow && (palette ?? inspector) !== undefined && <PaneStrip titles={titles} open={pane} onOpen={setPane} />}
          </div>
        </div>
        {isPublishing && <PublishDialog back={back} onClose={() => setPublishing(false)} />}
      </div>
    </ConfigProvider>
  )
}
