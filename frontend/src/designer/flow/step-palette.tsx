/** The kinds of steps, by what business people want: dragged onto a way, or added with Enter after what is chosen. */
import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useId, useState, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { NODES } from '@/plugins/nodes/specs.generated'

import palette from '../palette/palette.module.css'
import styles from './flow.module.css'
import { KIND_GROUPS, type StepKind } from './step-kinds'

interface StepPaletteProps {
  readonly onAdd: (kind: StepKind) => void
  readonly onGrab: (kind: StepKind, event: PointerEvent) => void
}

export function StepPalette(props: StepPaletteProps) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const groups = useKinds(search)
  return (
    <nav className={palette['palette']} aria-label={t('flowdesign:palette')}>
      <Input allowClear prefix={<SearchOutlined aria-hidden />} placeholder={t('flowdesign:search')} aria-label={t('flowdesign:search')} value={search} onChange={({ target }) => setSearch(target.value)} />
      <div className={palette['groups']}>
        {groups.map(({ key, kinds }) => (
          <Group key={key} title={t(`flowdesign:group.${key}`)} kinds={kinds} {...props} />
        ))}
      </div>
    </nav>
  )
}

function Group({ title, kinds, onAdd, onGrab }: StepPaletteProps & { readonly title: string; readonly kinds: readonly StepKind[] }) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <section className={palette['group']} aria-labelledby={id}>
      <h2 id={id} className={palette['groupTitle']}>
        {title}
      </h2>
      <div className={styles['kinds']}>
        {kinds.map((kind) => {
          const Drawn = NODES[kind].icon
          return (
            <button
              key={kind}
              type="button"
              className={`${palette['item'] ?? ''} ${styles['kind'] ?? ''}`}
              title={t(`flowdesign:hint.${kind}`)}
              aria-label={`${t(`flows:node.${kind}`)}: ${t(`flowdesign:hint.${kind}`)}`}
              onPointerDown={(event) => onGrab(kind, event)}
              onClick={() => onAdd(kind)}
            >
              <span className={palette['icon']}>
                <Drawn aria-hidden />
              </span>
              <span className={palette['title']}>{t(`flows:node.${kind}`)}</span>
            </button>
          )
        })}
      </div>
    </section>
  )
}

/** Kinds whose name or hint holds the text, by group. */
export function useKinds(search: string) {
  const { t } = useTranslation()
  const wanted = search.trim().toLowerCase()
  const matches = (kind: StepKind) => [t(`flows:node.${kind}`), t(`flowdesign:hint.${kind}`), kind].some((words) => words.toLowerCase().includes(wanted))
  return KIND_GROUPS.map(({ key, kinds }) => ({ key, kinds: kinds.filter(matches) })).filter(({ kinds }) => kinds.length > 0)
}
