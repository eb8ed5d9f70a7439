/** While the app is seen as somebody else: whom, that nothing can be changed, and the way back. */
import { EyeOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

import { endSeeing } from '@/shared/seeing/use-see-as'
import { useSession } from '@/shared/session/session-context'

import styles from './shell.module.css'

export function SeeingBar() {
  const { t } = useTranslation()
  const { user } = useSession()
  return (
    <aside className={styles['seeing']} aria-label={t('shell:seeing')}>
      <EyeOutlined aria-hidden />
      <strong>{t('shell:seeing.as', { name: user.name })}</strong>
      <span className={styles['seeingHint']}>{t('shell:seeing.hint')}</span>
      <Button size="small" onClick={endSeeing}>
        {t('shell:seeing.back')}
      </Button>
    </aside>
  )
}
