/** Where a step leads by each of its outcomes: ways back, for errors and for time that is up are drawn here. */
import { PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Flow, Node } from '@/generated/metadata'
import { END } from '@/plugins/nodes/flow-graph'
import { useLocale } from '@/ui/locale/interface-language'

import { useDrafting } from '../drafting/draft-context'
import styles from './flow.module.css'
import { outcomesOf, wayOf, type Way } from './ways'

interface WaysListProps {
  readonly flow: Flow
  readonly node: Node
  readonly onAdd: (way: Way, anchor: HTMLElement) => void
}

const NOWHERE = 'nowhere'
const ROOM: ReadonlySet<string> = new Set(['parallel'])

export function WaysList({ flow, node, onAdd }: WaysListProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  if (ROOM.has(node.kind)) return null
  const branches = new Map((node.kind === 'condition' ? node.branches : []).map(({ id, label }) => [id, text(label, locale, id)]))
  const words = (way: string) => branches.get(way) ?? t(`flowdesign:outcome.${way}`)
  return (
    <section className={styles['values']} aria-label={t('flowdesign:ways.title')}>
      <h3 className={styles['partTitle']}>{t('flowdesign:ways.title')}</h3>
      {outcomesOf(node).map((way) => (
        <WayEntry key={way} flow={flow} node={node} way={way} words={words(way)} onAdd={onAdd} />
      ))}
    </section>
  )
}

function WayEntry({ flow, node, way, words, onAdd }: WaysListProps & { readonly way: string; readonly words: string }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { edit } = useDrafting()
  const edge = flow.edges.find((each) => each.from === node.id && wayOf(each).way === way)
  const steps = flow.nodes.filter(({ id }) => id !== node.id).map(({ id, label }) => ({ value: id, label: text(label, locale) }))
  const lead = (target: string) => {
    if (target === NOWHERE) void edit('disconnect', { flow: flow.id, source: node.id, way })
    else void edit('connect', { flow: flow.id, source: node.id, way, target })
  }
  return (
    <div className={styles['wayEntry']}>
      <span>{words}</span>
      <Select
        size="small"
        aria-label={t('flowdesign:ways.of', { way: words })}
        showSearch={{ optionFilterProp: 'label' }}
        value={edge?.to ?? NOWHERE}
        options={[{ value: NOWHERE, label: t(`flowdesign:nowhere.${way}`, { defaultValue: t('flowdesign:nowhere') }) }, { value: END, label: t('flows:node.end') }, ...steps]}
        onChange={lead}
      />
      <Button
        size="small"
        type="text"
        icon={<PlusOutlined aria-hidden />}
        aria-label={t('flowdesign:ways.add', { way: words })}
        title={t('flowdesign:ways.add', { way: words })}
        onClick={({ currentTarget }) => onAdd({ after: node.id, way, ...(edge && { to: edge.to }) }, currentTarget)}
      />
    </div>
  )
}
