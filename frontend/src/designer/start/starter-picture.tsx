/** A drawing of what an app looks like, in its colour: navigation, figures, a chart and a list. */
import { Icon } from '@/ui/icon'

import styles from './start.module.css'

const BARS = [18, 30, 24, 40, 34, 48] as const
const ROWS = [0, 1, 2] as const

export function StarterPicture({ icon, color }: { readonly icon: string | null; readonly color: string | null }) {
  const accent = color ?? 'var(--ant-color-primary)'
  return (
    <div className={styles['picture']} aria-hidden>
      <svg viewBox="0 0 320 128" preserveAspectRatio="xMidYMin slice" focusable="false">
        <rect width="320" height="128" fill="var(--ant-color-fill-quaternary)" />
        <rect x="24" y="18" width="272" height="120" rx="8" fill="var(--ant-color-bg-container)" stroke="var(--ant-color-border-secondary)" />
        <rect x="24" y="18" width="64" height="120" rx="8" fill={accent} opacity="0.12" />
        {ROWS.map((row) => (
          <rect key={row} x="36" y={66 + row * 18} width={row === 0 ? 40 : 32} height="6" rx="3" fill={accent} opacity={row === 0 ? 0.7 : 0.35} />
        ))}
        {ROWS.map((place) => (
          <g key={place}>
            <rect x={100 + place * 64} y="30" width="56" height="26" rx="5" fill="var(--ant-color-fill-tertiary)" />
            <rect x={108 + place * 64} y="39" width={20 + place * 6} height="8" rx="4" fill={accent} opacity="0.55" />
          </g>
        ))}
        {BARS.map((height, place) => (
          <rect key={height} x={104 + place * 15} y={122 - height} width="9" height={height} rx="2" fill={accent} opacity={0.45 + place * 0.09} />
        ))}
        {ROWS.map((row) => (
          <rect key={row} x="204" y={74 + row * 18} width="80" height="6" rx="3" fill="var(--ant-color-fill-secondary)" />
        ))}
      </svg>
      <span className={styles['pictureIcon']} style={{ background: accent }}>
        <Icon name={icon ?? 'app'} />
      </span>
    </div>
  )
}
