/** The designer of one flow: kinds of steps on the left, the drawing in the middle, settings on the right. */
import { PlayCircleOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useCallback, useMemo, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Flow } from '@/generated/metadata'
import { NODES } from '@/plugins/nodes/specs.generated'
import { TRIGGER } from '@/plugins/nodes/flow-graph'
import { makeLitWay, type CanvasEditing } from '@/ui/flow-canvas/canvas-editing'
import { FlowCanvas } from '@/ui/flow-canvas/flow-canvas'
import type { CanvasGraph } from '@/ui/flow-canvas/canvas-model'
import type { Point } from '@/ui/flow-canvas/geometry'
import { layoutOf } from '@/ui/flow-canvas/layout'
import { nearestWay } from '@/ui/flow-canvas/nearest-way'
import { useLocale } from '@/ui/locale/interface-language'

import { entityWithId } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { DesignerFrame } from '../frame/designer-frame'
import { useRequestedPlace, type Place } from '../frame/places'
import { AddMenu } from './add-menu'
import { lastCopied } from './clipboard'
import { addLabels, designedGraph } from './designed-graph'
import { stepAt } from './flow-place'
import styles from './flow.module.css'
import { NO_SAMPLE, SampleContext, type Sample } from './sample'
import { StepPalette } from './step-palette'
import { useFlowEdits } from './use-flow-edits'
import { useFlowKeys } from './use-flow-keys'
import { useRemoval } from './use-removal'
import { useStepDrag, type Subject } from './use-step-drag'
import { FlowInspector } from './flow-inspector'
import { staffingQuery } from './trying'
import { TrialPanel, type Progress } from './trial-panel'
import { stepWithId, usualWay, wayWithId, type Way } from './ways'

interface FlowDesignerProps {
  readonly flow: Flow
  readonly back: string
}

const NONE: ReadonlySet<string> = new Set()

export function FlowDesigner({ flow, back }: FlowDesignerProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const entity = entityWithId(draft, flow.trigger.entity)
  const [sample, take] = useState<Sample>(NO_SAMPLE)
  const { chosen, choose, select } = useChosen(flow)
  const [isTrying, setTrying] = useState(false)
  const [tried, setTried] = useState<Progress | null>(null)
  const drawing = useDrawing(flow, sample)
  const edits = useFlowEdits(flow, choose)
  const removal = useRemoval(flow, chosen, edits)
  const [menu, setMenu] = useState<{ readonly way: Way; readonly anchor: HTMLElement } | null>(null)
  const [lit] = useState(makeLitWay)
  const toCanvas = useRef<((point: Point) => Point) | null>(null)
  const canvas = useRef<HTMLDivElement>(null)

  const wayAt = useCallback(
    (point: Point) => {
      const box = canvas.current?.getBoundingClientRect()
      const isInside = box && point.x >= box.left && point.x <= box.right && point.y >= box.top && point.y <= box.bottom
      return isInside && toCanvas.current ? nearestWay(drawing.layout, toCanvas.current(point)) : null
    },
    [drawing.layout],
  )
  const { dragged, ghost, grab } = useStepDrag({
    lit,
    wayAt,
    onDrop: (subject, id) => {
      const way = wayWithId(flow, id)
      if (way === undefined) return
      if (subject.kind === 'kind') void edits.add(subject.key, way)
      else edits.move(subject.id, way)
    },
  })
  const editing = useMemo<CanvasEditing>(
    () => ({
      lit,
      onReady: (place) => {
        toCanvas.current = place
      },
      addLabel: (way) => drawing.labels.get(way) ?? '',
      onAdd: (id, anchor) => {
        const way = wayWithId(flow, id)
        if (way !== undefined) setMenu({ way, anchor })
      },
      onGrab: (id, event) => {
        if (flow.nodes.some((node) => node.id === id)) grab({ kind: 'step', id }, event)
      },
    }),
    [lit, drawing.labels, flow, grab],
  )
  const addAfter = (step: string) => {
    const way = usualWay(flow, step)
    const anchor = document.querySelector<HTMLElement>(`[data-card="${step}"]`)
    if (way !== undefined && anchor !== null) setMenu({ way, anchor })
  }
  useFlowKeys({ flow, chosen, edits, choose, onAdd: addAfter, onRemove: removal.ask })
  const graph = useMemo(() => withProgress(drawing.graph, tried), [drawing.graph, tried])
  const sampling = useMemo(() => ({ sample, take }), [sample])
  const last = [...chosen].at(-1)
  const one = last === undefined ? undefined : stepWithId(flow, last)
  if (entity === undefined) return null
  return (
    <SampleContext value={sampling}>
      <DesignerFrame
        document={flow}
        file={`flows/${flow.name}.json`}
        back={back}
        chosen={chosen.size === 1 && one !== undefined ? { id: one.id, label: text(one.label, locale) } : undefined}
        onShow={(_, place: Place) => choose([stepAt(flow, place)].filter((id) => id !== null))}
        tools={
          <Button icon={<PlayCircleOutlined aria-hidden />} type={isTrying ? 'primary' : 'default'} aria-pressed={isTrying} onClick={() => setTrying(!isTrying)}>
            {t('flowdesign:trial.open')}
          </Button>
        }
        palette={<StepPalette onAdd={(kind) => void edits.add(kind, usualWay(flow, last ?? TRIGGER) ?? { after: TRIGGER, way: 'done' })} onGrab={(key, event) => grab({ kind: 'kind', key }, event)} />}
        isCalling={isTrying}
        inspector={
          isTrying ? (
            <TrialPanel flow={flow} entity={entity} onTried={setTried} onClose={() => setTrying(false)} onShow={(step) => choose([step])} />
          ) : (
            <FlowInspector flow={flow} entity={entity} chosen={chosen} choose={choose} edits={edits} onRemove={removal.ask} onAdd={(way, anchor) => setMenu({ way, anchor })} />
          )
        }
      >
        <div className={styles['stage']} ref={canvas} data-dragging={dragged !== null}>
          <FlowCanvas graph={graph} layout={drawing.layout} label={t('flowdesign:canvas')} selected={chosen} onSelect={select} onBackground={() => choose([])} editing={editing} />
        </div>
      </DesignerFrame>
      {dragged !== null && <Ghost ref={ghost} flow={flow} subject={dragged} />}
      {menu !== null && (
        <AddMenu
          anchor={menu.anchor}
          canPaste={lastCopied() !== null}
          onClose={() => setMenu(null)}
          onAdd={(kind) => {
            setMenu(null)
            void edits.add(kind, menu.way)
          }}
          onPaste={() => {
            const copied = lastCopied()
            setMenu(null)
            if (copied !== null) void edits.paste(copied, menu.way)
          }}
        />
      )}
      {removal.dialog}
    </SampleContext>
  )
}

/** The drawing with the way a trial has gone. */
function withProgress(graph: CanvasGraph, progress: Progress | null): CanvasGraph {
  if (progress === null) return graph
  const edges = graph.edges.map((edge) => ({ ...edge, isTaken: progress.has(edge.from) && progress.has(edge.to) }))
  return { nodes: graph.nodes.map((card) => ({ ...card, state: progress.get(card.id) ?? 'ahead' })), edges }
}

/** The drawing of a flow; layers are found anew only where steps or ways change, not with every word. */
function useDrawing(flow: Flow, sample: Sample) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const { data: staffing } = useQuery(staffingQuery(draft, flow.id, sample))
  const graph = useMemo(() => designedGraph(flow, draft, { t, locale }, staffing?.nobody ?? []), [flow, draft, t, locale, staffing])
  const shape = JSON.stringify([graph.nodes.map(({ id }) => id), graph.edges])
  const [kept, keep] = useState(() => ({ shape, layout: layoutOf(graph) }))
  if (kept.shape !== shape) keep({ shape, layout: layoutOf(graph) })
  const { layout } = kept
  const labels = useMemo(() => addLabels(graph, flow, t), [graph, flow, t])
  return { graph, layout, labels }
}

/** The steps chosen; the address may ask for one. What is gone is no longer chosen. */
function useChosen(flow: Flow) {
  const place = useRequestedPlace()
  const [ids, setIds] = useState<ReadonlySet<string>>(() => {
    const step = stepAt(flow, place)
    return step === null ? NONE : new Set([step])
  })
  const asked = place.join('/')
  const [shown, setShown] = useState(asked)
  if (shown !== asked) {
    const step = stepAt(flow, place)
    setShown(asked)
    if (step !== null) setIds(new Set([step]))
  }
  const chosen = useMemo(() => new Set([...ids].filter((id) => id === TRIGGER || stepWithId(flow, id) !== undefined)), [ids, flow])
  const choose = useCallback((next: readonly string[]) => setIds(new Set(next)), [])
  const select = useCallback((id: string, isMore: boolean) => {
    setIds((before) => {
      if (!isMore) return new Set([id])
      const next = new Set([...before].filter((each) => each !== TRIGGER))
      if (!next.delete(id)) next.add(id)
      return next
    })
  }, [])
  return { chosen, choose, select }
}

/** What follows the pointer. */
function Ghost({ ref, flow, subject }: { readonly ref: RefObject<HTMLDivElement | null>; readonly flow: Flow; readonly subject: Subject }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const step = subject.kind === 'step' ? stepWithId(flow, subject.id) : undefined
  const kind = subject.kind === 'kind' ? subject.key : step?.kind
  if (kind === undefined) return null
  const Drawn = NODES[kind].icon
  return (
    <div ref={ref} className={styles['ghost']} aria-hidden>
      <Drawn aria-hidden /> {step === undefined ? t(`flows:node.${kind}`) : text(step.label, locale)}
    </div>
  )
}
