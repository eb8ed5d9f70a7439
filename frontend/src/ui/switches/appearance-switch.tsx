/** Chooses light, dark, or whatever the system says. */
import { DesktopOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'

import { APPEARANCE_CHOICES, chooseAppearance, useAppearanceChoice, type AppearanceChoice } from '../theme/appearance'

const ICONS = {
  system: <DesktopOutlined aria-hidden />,
  light: <SunOutlined aria-hidden />,
  dark: <MoonOutlined aria-hidden />,
}

interface AppearanceSwitchProps {
  /** Told after the choice, to remember it in the account. */
  readonly onChosen?: (choice: AppearanceChoice) => void
}

export function AppearanceSwitch({ onChosen }: AppearanceSwitchProps) {
  const { t } = useTranslation()
  const choice = useAppearanceChoice()
  const items = APPEARANCE_CHOICES.map((key) => ({ key, icon: ICONS[key], label: t(`common:appearance.${key}`) }))
  const choose = (chosen: AppearanceChoice) => {
    chooseAppearance(chosen)
    onChosen?.(chosen)
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items, selectable: true, selectedKeys: [choice], onClick: ({ key }) => choose(key as AppearanceChoice) }}
    >
      <Button
        type="text"
        icon={ICONS[choice]}
        aria-label={t('common:appearance.label')}
        title={t('common:appearance.label')}
      />
    </Dropdown>
  )
}
