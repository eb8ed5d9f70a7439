/** Where parallel paths meet; there is nothing to set. */
import { useTranslation } from 'react-i18next'

import styles from '../flow.module.css'

export function JoinSettings() {
  const { t } = useTranslation()
  return <p className={styles['about']}>{t('flowdesign:join.about')}</p>
}
