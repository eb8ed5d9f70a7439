/** Draws steps as cards with the ways between them; it can be moved and zoomed, and a card can be chosen. Nothing is edited here. */
import '@xyflow/react/dist/base.css'

import { FullscreenOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { Panel, ReactFlow, ReactFlowProvider, useReactFlow, type Edge, type Node } from '@xyflow/react'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import type { CanvasGraph } from './canvas-model'
import type { CardData, WayData } from './drawn-data'
import styles from './flow-canvas.module.css'
import { CARD, layoutOf, type Layout } from './layout'
import { StepCard } from './step-card'
import { StepWay } from './step-way'
import { useFit } from './use-fit'

interface FlowCanvasProps {
  readonly graph: CanvasGraph
  readonly label: string
  readonly selected: string
  readonly onSelect: (id: string) => void
}

const NODE_TYPES = { step: StepCard }
const EDGE_TYPES = { way: StepWay }

/** Beyond this many cards only those in view are drawn. */
const MANY = 100

export function FlowCanvas(props: FlowCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  )
}

function Canvas({ graph, label, selected, onSelect }: FlowCanvasProps) {
  const layout = useMemo(() => layoutOf(graph), [graph])
  const nodes = useMemo(() => cardsOf(graph, layout, selected), [graph, layout, selected])
  const edges = useMemo(() => waysOf(graph, layout), [graph, layout])
  return (
    <div className={styles['canvas']} role="group" aria-label={label}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        onNodeClick={(_, { id }) => onSelect(id)}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        onlyRenderVisibleElements={nodes.length > MANY}
        minZoom={0.3}
        maxZoom={1.6}
      >
        <ZoomTools layout={layout} />
      </ReactFlow>
    </div>
  )
}

function cardsOf({ nodes }: CanvasGraph, { places }: Layout, selected: string): Node<CardData>[] {
  return nodes.map((card) => ({
    id: card.id,
    type: 'step',
    position: places.get(card.id) ?? { x: 0, y: 0 },
    ...CARD,
    data: { card, isSelected: card.id === selected },
  }))
}

/** Ways gone lie above those that were not: what comes later is drawn above. */
function waysOf({ edges }: CanvasGraph, { routes, labels }: Layout): Edge<WayData>[] {
  const inOrder = edges.toSorted((one, other) => Number(one.isTaken) - Number(other.isTaken))
  return inOrder.map((way) => ({
    id: way.id,
    type: 'way',
    source: way.from,
    target: way.to,
    data: { way, points: routes.get(way.id) ?? [], at: labels.get(way.id) },
  }))
}

function ZoomTools({ layout }: { readonly layout: Layout }) {
  const { t } = useTranslation()
  const { zoomIn, zoomOut } = useReactFlow()
  const fit = useFit(layout)
  const tools = [
    { key: 'in', words: t('flows:canvas.in'), icon: <PlusOutlined aria-hidden />, run: () => zoomIn() },
    { key: 'out', words: t('flows:canvas.out'), icon: <MinusOutlined aria-hidden />, run: () => zoomOut() },
    { key: 'fit', words: t('flows:canvas.fit'), icon: <FullscreenOutlined aria-hidden />, run: fit },
  ]
  return (
    <Panel position="bottom-left" className={styles['tools'] ?? ''}>
      {tools.map(({ key, words, icon, run }) => (
        <Button key={key} size="small" icon={icon} aria-label={words} title={words} onClick={() => void run()} />
      ))}
    </Panel>
  )
}
