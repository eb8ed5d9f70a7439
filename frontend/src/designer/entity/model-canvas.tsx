/** The picture of the data model: boxes and lines that can be moved and zoomed, linked by dragging and walked with the arrows. */
import '@xyflow/react/dist/base.css'

import { FullscreenOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { Panel, ReactFlow, ReactFlowProvider, useReactFlow, type Edge, type Node, type OnConnectEnd } from '@xyflow/react'
import { Button } from 'antd'
import { useEffect, useMemo, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Entity } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { useDrafting } from '../drafting/draft-context'
import { ModelBox, type BoxData } from './model-box'
import { BOX, boxesOf, linkPath, modelLinks, neighbour, placesOf } from './model-graph'
import { ModelLine, type LineData } from './model-line'
import styles from './model.module.css'

export interface ModelActions {
  readonly onChoose: (id: string | null) => void
  readonly onOpen: (entity: string) => void
  readonly onLink: (from: string, to: string | undefined) => void
  readonly onNew: () => void
  readonly onRemove: (id: string) => void
}

interface ModelCanvasProps extends ModelActions {
  readonly entities: readonly Entity[]
  /** An entity, or the field of a link. */
  readonly chosen: string | null
}

const NODE_TYPES = { entity: ModelBox }
const EDGE_TYPES = { link: ModelLine }
const FIT = { minZoom: 0.45, maxZoom: 1, padding: 0.03 } as const

export function ModelCanvas(props: ModelCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  )
}

function Canvas({ entities, chosen, ...actions }: ModelCanvasProps) {
  const { t } = useTranslation()
  const { nodes, edges, places } = useModel(entities, chosen)
  const { onChoose, onOpen, onLink, onNew, onRemove } = actions
  const connected: OnConnectEnd = (event, { fromNode }) => {
    const to = boxUnder(event)
    if (fromNode && to !== undefined) onLink(fromNode.id, to)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const box = (event.target as HTMLElement).dataset['entity']
    const next = box === undefined ? undefined : neighbour(places, box, event.key)
    if (next !== undefined) {
      event.preventDefault()
      event.currentTarget.querySelector<HTMLElement>(`[data-entity="${next}"]`)?.focus()
    } else if (box !== undefined && event.key.toLowerCase() === 'l' && !event.ctrlKey && !event.metaKey) onLink(box, undefined)
    else if (event.key === 'Delete' && chosen !== null) onRemove(chosen)
    else if (event.key === 'Escape') onChoose(null)
    else if (box !== undefined && event.key === 'Enter' && chosen === box) onOpen(box)
  }
  const onDoubleClick = ({ target }: MouseEvent) => (target as HTMLElement).classList.contains('react-flow__pane') && onNew()
  return (
    <div className={styles['canvas']} role="presentation" onKeyDown={onKeyDown} onDoubleClick={onDoubleClick}>
      <ReactFlow
        aria-label={t('entities:model.title')}
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        onNodeClick={(_, { id }) => onChoose(id)}
        onNodeDoubleClick={(_, { id }) => onOpen(id)}
        onEdgeClick={(_, { id }) => onChoose(id)}
        onPaneClick={() => onChoose(null)}
        onConnectEnd={connected}
        zoomOnDoubleClick={false}
        nodesDraggable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        deleteKeyCode={null}
        disableKeyboardA11y
        minZoom={0.2}
        maxZoom={1.6}
      >
        <Tools count={nodes.length} onNew={onNew} />
      </ReactFlow>
    </div>
  )
}

/** Boxes and lines; only what is chosen changes how they look, so places are worked out once per model. */
function useModel(entities: readonly Entity[], chosen: string | null) {
  const locale = useLocale()
  const { draft } = useDrafting()
  const model = useMemo(() => {
    const boxes = boxesOf(entities)
    const links = modelLinks(entities)
    return { boxes, links, byId: new Map(boxes.map((box) => [box.entity.id, box])), places: placesOf(boxes, links) }
  }, [entities])
  const nodes = useMemo(
    () =>
      model.boxes.map((box): Node<BoxData> => {
        const { id, name } = box.entity
        const faults = draft.issues.filter(({ file, severity }) => severity === 'error' && file === `entities/${name}.json`).length
        const data = { box, isChosen: id === chosen, faults }
        return { id, type: 'entity', position: model.places.get(id) ?? { x: 0, y: 0 }, width: BOX.width, height: box.height, data }
      }),
    [model, chosen, draft.issues],
  )
  const edges = useMemo(
    () =>
      model.links.flatMap((link): Edge<LineData>[] => {
        const drawn = linkPath(link, model.byId, model.places)
        if (drawn === undefined) return []
        const data = { drawn, label: text(link.field.label, locale, link.field.name), isChosen: link.id === chosen, isNear: link.from === chosen || link.to === chosen }
        return [{ id: link.id, type: 'link', source: link.from, target: link.to, data }]
      }),
    [model, chosen, locale],
  )
  return { nodes, edges, places: model.places }
}

/** The box a link was dropped on, wherever on it. */
function boxUnder(event: globalThis.MouseEvent | TouchEvent): string | undefined {
  const { clientX, clientY } = 'changedTouches' in event ? (event.changedTouches[0] ?? { clientX: -1, clientY: -1 }) : event
  const box = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('.react-flow__node')
  return box?.dataset['id']
}

function Tools({ count, onNew }: { readonly count: number; readonly onNew: () => void }) {
  const { t } = useTranslation()
  const { zoomIn, zoomOut, fitView } = useReactFlow()
  const fit = () => void fitView(FIT)
  useEffect(() => {
    if (count > 0) void fitView(FIT)
  }, [count, fitView])
  const tools = [
    { key: 'in', icon: <PlusOutlined aria-hidden />, run: () => void zoomIn() },
    { key: 'out', icon: <MinusOutlined aria-hidden />, run: () => void zoomOut() },
    { key: 'fit', icon: <FullscreenOutlined aria-hidden />, run: fit },
  ]
  return (
    <>
      <Panel position="bottom-left" className={styles['tools'] ?? ''}>
        {tools.map(({ key, icon, run }) => (
          <Button key={key} size="small" icon={icon} aria-label={t(`entities:model.${key}`)} title={t(`entities:model.${key}`)} onClick={run} />
        ))}
      </Panel>
      <Panel position="top-right">
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={onNew}>
          {t('entities:home.new')}
        </Button>
      </Panel>
    </>
  )
}
