/** Switches between yes and no. */
import { Switch } from 'antd'
import { useTranslation } from 'react-i18next'

import type { FieldInputProps } from '../input-props'

export function Input({ value, onChange, id, isDisabled, describedBy, ariaLabel }: FieldInputProps<'switch'>) {
  const { t } = useTranslation()
  return (
    <span>
      <Switch
        id={id}
        checked={value === true}
        onChange={onChange}
        disabled={isDisabled}
        checkedChildren={t('fields:switch.yes')}
        unCheckedChildren={t('fields:switch.no')}
        aria-describedby={describedBy}
        aria-label={ariaLabel}
      />
    </span>
  )
}
