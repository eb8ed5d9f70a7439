/** Buttons that lead to lists, forms, pages, dashboards and the web; those this person may not follow are not there. */
import { Button } from 'antd'
import { Link } from 'react-router'

import { text } from '@/core/i18n/text'
import type { PageButton } from '@/generated/metadata'
import { targetOf, type ButtonTarget } from '@/shared/definition/pages'
import { Icon } from '@/ui/icon'
import { useLocale } from '@/ui/locale/interface-language'

import type { BlockProps } from './block-props'
import styles from './page.module.css'

export function ButtonsBlock({ definition, block }: BlockProps) {
  const locale = useLocale()
  return (
    <div className={styles['buttonsFrame']}>
      {block.label !== undefined && <h2 className={styles['blockTitle']}>{text(block.label, locale)}</h2>}
      <ul className={styles['buttons']}>
        {(block.buttons ?? []).map((button) => {
          const target = targetOf(definition, button)
          return target && <li key={button.id}>{<LeadingButton button={button} target={target} />}</li>
        })}
      </ul>
    </div>
  )
}

function LeadingButton({ button, target }: { readonly button: PageButton; readonly target: ButtonTarget }) {
  const locale = useLocale()
  const words = button.label === undefined ? wordsOf(target.label, locale) : text(button.label, locale)
  const look = { type: button.primary === true ? ('primary' as const) : ('default' as const), size: 'large' as const, icon: <Icon name={button.icon ?? target.icon} /> }
  if (target.isOutside) {
    return (
      <Button {...look} href={target.to} target="_blank" rel="noopener noreferrer">
        {words}
      </Button>
    )
  }
  return (
    <Link to={target.to}>
      <Button {...look} tabIndex={-1}>
        {words}
      </Button>
    </Link>
  )
}

function wordsOf(label: ButtonTarget['label'], locale: ReturnType<typeof useLocale>): string {
  return typeof label === 'string' ? label : text(label, locale)
}
