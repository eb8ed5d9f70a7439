/** Words on a page. */
import { text } from '@/core/i18n/text'
import { useLocale } from '@/ui/locale/interface-language'
import { Markdown } from '@/ui/markdown/markdown'

import type { BlockProps } from './block-props'
import styles from './page.module.css'

export function TextBlock({ block }: BlockProps) {
  const locale = useLocale()
  return (
    <div className={styles['text']}>
      {block.label !== undefined && <h2 className={styles['blockTitle']}>{text(block.label, locale)}</h2>}
      <Markdown source={text(block.text, locale)} />
    </div>
  )
}
