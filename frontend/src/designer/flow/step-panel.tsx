/** Everything about the chosen step: its name, its settings, where it leads, and removing it. */
import { CopyOutlined, DeleteOutlined, LeftOutlined } from '@ant-design/icons'
import { Button, Divider } from 'antd'
import { createElement, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Node } from '@/generated/metadata'
import { NODES } from '@/plugins/nodes/specs.generated'
import { useLocale } from '@/ui/locale/interface-language'

import { appOf, issuesAt, say } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import type { Place } from '../frame/places'
import inspector from '../inspector/inspector.module.css'
import { LabelEntry } from '../inspector/label-entry'
import { Property } from '../inspector/property'
import { lastCopied, writeSteps } from './clipboard'
import type { InspectorProps } from './inspector-props'
import { placeOfStep } from './flow-place'
import type { StepProps } from './parts/step-props'
import { STEP_SETTINGS } from './settings/settings-of'
import { usualWay } from './ways'
import { WaysList } from './ways-list'

export function StepPanel({ flow, entity, node, choose, edits, onRemove, onAdd }: InspectorProps & { readonly node: Node }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, edit } = useDrafting()
  const place = placeOfStep(flow, node.id)
  const isInside = place.length > 2
  const issues = (...more: Place) => issuesAt(draft, `flows/${flow.name}.json`, [...place, ...more])
  const set = (property: string, value: unknown) => void edit('set_node', { flow: flow.id, node: node.id, property, value })
  const Settings = STEP_SETTINGS[node.kind] as ComponentType<StepProps>
  const duplicate = () => {
    const way = usualWay(flow, node.id)
    writeSteps(flow, new Set([node.id]))
    const copied = lastCopied()
    if (copied !== null && way !== undefined) void edits.paste(copied, way)
  }
  return (
    <div className={inspector['panel']}>
      {isInside && <Around flow={flow} node={node} choose={choose} />}
      <header className={inspector['head']}>
        <span className={inspector['headIcon']}>{createElement(NODES[node.kind].icon, { 'aria-hidden': true })}</span>
        <div>
          <h2 className={inspector['headTitle']}>{text(node.label, locale)}</h2>
          <p className={inspector['headKind']}>{t(`flows:node.${node.kind}`)}</p>
        </div>
      </header>
      {issues()
        .filter((issue) => issue.place.length === place.length)
        .map((issue) => (
          <p key={issue.code} className={inspector['fault']} data-severity={issue.severity}>
            {say(issue.words, locale)}
          </p>
        ))}
      <div data-step-name>
        <Property title={t('flowdesign:name')} issues={issues('label')}>
          {() => <LabelEntry languages={appOf(draft).languages} label={node.label} name={t('flowdesign:name')} onCommit={(label) => label !== null && set('label', label)} />}
        </Property>
      </div>
      <Settings flow={flow} node={node} entity={entity} set={set} issues={issues} choose={(step) => choose([step])} />
      {!isInside && node.kind !== 'end' && (
        <>
          <Divider size="small" />
          <WaysList flow={flow} node={node} onAdd={onAdd} />
        </>
      )}
      <div className={inspector['removal']}>
        {!isInside && node.kind !== 'end' && (
          <Button block icon={<CopyOutlined aria-hidden />} onClick={duplicate}>
            {t('flowdesign:duplicate')}
          </Button>
        )}
        <Button block danger type="text" icon={<DeleteOutlined aria-hidden />} onClick={onRemove}>
          {t('flowdesign:remove.do')}
        </Button>
      </div>
    </div>
  )
}

function Around({ flow, node, choose }: Pick<InspectorProps, 'flow' | 'choose'> & { readonly node: Node }) {
  const locale = useLocale()
  const around = flow.nodes.find((each) => each.kind === 'per_line' && each.steps.some(({ id }) => id === node.id))
  if (around === undefined) return null
  return (
    <Button size="small" type="link" icon={<LeftOutlined aria-hidden />} className={inspector['column'] ?? ''} onClick={() => choose([around.id])}>
      {text(around.label, locale)}
    </Button>
  )
}
