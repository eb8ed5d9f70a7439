/** Giving back locked stock; there is nothing to set. */
import { useTranslation } from 'react-i18next'

import styles from '../flow.module.css'

export function ReleaseStockSettings() {
  const { t } = useTranslation()
  return <p className={styles['about']}>{t('flowdesign:release.about')}</p>
}
