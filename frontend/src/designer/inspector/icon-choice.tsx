/** One of the icons documents may name. */
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'

import { Icon, ICON_NAMES } from '@/ui/icon'

import styles from './inspector.module.css'

interface IconChoiceProps {
  readonly id: string
  readonly value: string | undefined
  readonly onChange: (icon: string | null) => void
  readonly ariaLabel?: string
}

export function IconChoice({ id, value, onChange, ariaLabel }: IconChoiceProps) {
  const { t } = useTranslation()
  return (
    <Select
      id={id}
      allowClear
      aria-label={ariaLabel}
      value={value ?? null}
      placeholder={t('designer:icon.usual')}
      showSearch={{ filterOption: (typed, option) => String(option?.value).includes(typed.toLowerCase()) }}
      options={ICON_NAMES.map((name) => ({
        value: name,
        label: (
          <span className={styles['iconChoice']}>
            <Icon name={name} /> {name.replaceAll('_', ' ')}
          </span>
        ),
      }))}
      onChange={(icon: string | null | undefined) => onChange(icon ?? null)}
    />
  )
}
