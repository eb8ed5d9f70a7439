/** The left half of the sign-in page: name, promise, and a drawing of ways that become one. */
import { useTranslation } from 'react-i18next'

import { BrandMark } from '@/ui/brand/brand-mark'

import styles from './sign-in.module.css'

export function Welcome() {
  const { t } = useTranslation()
  return (
    <header className={styles['welcome']}>
      <Ways />
      <div className={styles['brand']}>
        <BrandMark size={40} />
        <span className={styles['brandName']}>
          通道 <span lang="en">Tongdao</span>
        </span>
      </div>
      <div className={styles['promise']}>
        <p className={styles['headline']}>{t('session:welcome.headline')}</p>
        <p className={styles['lead']}>{t('session:welcome.lead')}</p>
      </div>
    </header>
  )
}

/** Heights at which the ways enter on the left; all leave together on the right. */
const ENTRIES = [40, 120, 200, 280, 360, 440, 520, 600, 680, 760]

function Ways() {
  return (
    <svg
      className={styles['ways']}
      viewBox="0 0 800 800"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden
      focusable="false"
    >
      {ENTRIES.map((y, at) => (
        <path key={y} d={`M-20 ${y} C 300 ${y}, 380 ${400 + (at - 4.5) * 9}, 820 ${400 + (at - 4.5) * 9}`} />
      ))}
    </svg>
  )
}
