/** Removing what is chosen; where a step has branches with steps of their own, it is asked which are kept. */
import { Modal, Radio } from 'antd'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Flow, Node } from '@/generated/metadata'
import { TRIGGER } from '@/plugins/nodes/flow-graph'
import { useLocale } from '@/ui/locale/interface-language'

import styles from './flow.module.css'
import type { FlowEdits } from './use-flow-edits'
import { stepWithId, waysWithSteps } from './ways'

interface Asking {
  readonly node: Node
  readonly ways: readonly string[]
  readonly keep: string
}

export function useRemoval(flow: Flow, chosen: ReadonlySet<string>, edits: FlowEdits) {
  const [asking, setAsking] = useState<Asking | null>(null)
  const ask = useCallback(() => {
    const ids = [...chosen].filter((id) => id !== TRIGGER)
    const [only] = ids
    const node = ids.length === 1 && only !== undefined ? stepWithId(flow, only) : undefined
    const ways = node?.kind === 'condition' ? waysWithSteps(flow, node) : []
    if (node !== undefined && ways.length > 0 && node.kind === 'condition') setAsking({ node, ways, keep: ways[0] ?? '' })
    else if (ids.length > 0) void edits.remove(ids)
  }, [chosen, edits, flow])
  const finish = (isConfirmed: boolean) => {
    if (isConfirmed && asking !== null) void edits.remove([asking.node.id], asking.keep)
    setAsking(null)
  }
  return { ask, dialog: asking !== null && <KeepDialog asking={asking} onKeep={(keep) => setAsking({ ...asking, keep })} onDone={finish} /> }
}

interface KeepDialogProps {
  readonly asking: Asking
  readonly onKeep: (way: string) => void
  readonly onDone: (isConfirmed: boolean) => void
}

function KeepDialog({ asking: { node, keep }, onKeep, onDone }: KeepDialogProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const branches = node.kind === 'condition' ? node.branches : []
  return (
    <Modal open width={420} title={t('flowdesign:remove.title', { name: text(node.label, locale) })} okText={t('flowdesign:remove.do')} okButtonProps={{ danger: true }} onOk={() => onDone(true)} onCancel={() => onDone(false)}>
      <p>{t('flowdesign:remove.keep')}</p>
      <Radio.Group
        className={styles['keep'] ?? ''}
        value={keep}
        options={branches.map(({ id, label }) => ({ value: id, label: text(label, locale, id) }))}
        onChange={({ target }) => onKeep(String(target.value))}
      />
    </Modal>
  )
}
