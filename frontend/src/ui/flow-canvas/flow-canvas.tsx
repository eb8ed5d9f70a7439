/**
 * Draws steps as cards with the ways between them; it can be moved and zoomed, and cards can be chosen. Nothing is
 * edited here: with `editing` every way has a + and cards can be grabbed, and whoever draws it does the rest.
 */
import '@xyflow/react/dist/base.css'

import { FullscreenOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { MiniMap, Panel, ReactFlow, ReactFlowProvider, useReactFlow, type Edge, type Node } from '@xyflow/react'
import { Button } from 'antd'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { EditingContext, useEditing, type CanvasEditing } from './canvas-editing'
import type { CanvasGraph } from './canvas-model'
import type { CardData, WayData } from './drawn-data'
import styles from './flow-canvas.module.css'
import { CARD, layoutOf, type Layout } from './layout'
import { StepCard } from './step-card'
import { StepWay } from './step-way'
import { useFit } from './use-fit'
import { useReveal } from './use-reveal'

interface FlowCanvasProps {
  readonly graph: CanvasGraph
  readonly label: string
  /** The card or the cards that are chosen. */
  readonly selected: string | ReadonlySet<string>
  /** `isMore` where it is chosen beside others. */
  readonly onSelect: (id: string, isMore: boolean) => void
  /** A press beside all cards. */
  readonly onBackground?: () => void
  readonly editing?: CanvasEditing
  /** Where everything stands, for those who made it already. */
  readonly layout?: Layout
}

const NODE_TYPES = { step: StepCard }
const EDGE_TYPES = { way: StepWay }

/** Beyond this many cards only those in view are drawn. */
const MANY = 60
const MAP = { width: 96, height: 168 }
/** Beyond this many cards a small map helps. */
const MAPPED = 14

export function FlowCanvas({ editing, ...props }: FlowCanvasProps) {
  return (
    <ReactFlowProvider>
      <EditingContext value={editing ?? null}>
        <Canvas {...props} isEdited={editing !== undefined} />
      </EditingContext>
    </ReactFlowProvider>
  )
}

type CanvasProps = Omit<FlowCanvasProps, 'editing'> & { readonly isEdited: boolean }

function Canvas({ graph, label, selected, onSelect, onBackground, isEdited, layout: given }: CanvasProps) {
  const layout = useMemo(() => given ?? layoutOf(graph), [graph, given])
  const cards = useMemo(() => cardsOf(graph, layout), [graph, layout])
  const nodes = useMemo(() => withSelected(cards, selected), [cards, selected])
  const edges = useMemo(() => waysOf(graph, layout), [graph, layout])
  return (
    <div className={styles['canvas']} role="group" aria-label={label}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        onNodeClick={(event, { id }) => onSelect(id, event.shiftKey || event.ctrlKey || event.metaKey)}
        {...(onBackground && { onPaneClick: onBackground })}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        deleteKeyCode={null}
        disableKeyboardA11y
        onlyRenderVisibleElements={nodes.length > MANY}
        zoomOnDoubleClick={false}
        panOnScroll={isEdited}
        minZoom={0.2}
        maxZoom={1.6}
      >
        <ZoomTools layout={layout} isKept={isEdited} />
        {isEdited && <Locator />}
        {isEdited && <Reveal layout={layout} selected={selected} />}
        {isEdited && nodes.length > MAPPED && (
          <MiniMap pannable zoomable position="bottom-right" className={styles['map'] ?? ''} style={MAP} ariaLabel={null} nodeStrokeWidth={0} nodeBorderRadius={24} />
        )}
      </ReactFlow>
    </div>
  )
}

function cardsOf({ nodes }: CanvasGraph, { places }: Layout): Node<CardData>[] {
  return nodes.map((card) => ({
    id: card.id,
    type: 'step',
    position: places.get(card.id) ?? { x: 0, y: 0 },
    ...CARD,
    data: { card, isSelected: false },
  }))
}

/** Cards that are not chosen stay the same things, so that they are not drawn again. */
function withSelected(cards: Node<CardData>[], selected: string | ReadonlySet<string>): Node<CardData>[] {
  const isSelected = (id: string) => (typeof selected === 'string' ? id === selected : selected.has(id))
  return cards.map((node) => (isSelected(node.id) ? { ...node, data: { ...node.data, isSelected: true } } : node))
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

/** Tells whoever edits where on the drawing a place of the screen is. */
function Locator() {
  const { screenToFlowPosition } = useReactFlow()
  const onReady = useEditing()?.onReady
  useEffect(() => onReady?.(screenToFlowPosition), [onReady, screenToFlowPosition])
  return null
}

function Reveal({ layout, selected }: { readonly layout: Layout; readonly selected: string | ReadonlySet<string> }) {
  useReveal(layout, typeof selected === 'string' ? selected : selected.size === 1 ? [...selected][0] : undefined)
  return null
}

function ZoomTools({ layout, isKept }: { readonly layout: Layout; readonly isKept: boolean }) {
  const { t } = useTranslation()
  const { zoomIn, zoomOut } = useReactFlow()
  const fit = useFit(layout, isKept)
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
