/** The one place that knows the chart library: a canvas that draws an option, follows its size, and tells of clicks. */
import { BarChart, FunnelChart, HeatmapChart, LineChart, MapChart, PieChart, RadarChart } from 'echarts/charts'
import {
  AriaComponent,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  RadarComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components'
import { getMap, init, registerMap, use as install, type ECharts, type EChartsCoreOption } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useEffectEvent, useRef } from 'react'

import styles from './charts.module.css'
import type { Picked } from './chart-spec'
import chinaUrl from './china_map/china.geo.json?url'

install([
  BarChart,
  FunnelChart,
  HeatmapChart,
  LineChart,
  MapChart,
  PieChart,
  RadarChart,
  AriaComponent,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  RadarComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapComponent,
  LabelLayout,
  CanvasRenderer,
])

/** Map packs by the name charts call them. */
const MAPS: Readonly<Record<string, string>> = { china: chinaUrl }

export interface CanvasProps {
  readonly option: EChartsCoreOption
  readonly map: string | undefined
  readonly width: number
  readonly height: number
  readonly onPick: (picked: Picked, at: { readonly x: number; readonly y: number }) => void
}

export default function Canvas({ option, map, width, height, onPick }: CanvasProps) {
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts>(null)
  const pick = useEffectEvent(onPick)

  useEffect(() => {
    const drawn = init(place.current, null, { renderer: 'canvas' })
    chart.current = drawn
    drawn.on('click', (event) => {
      const picked = pickedIn(event.data)
      const pointer = event.event?.event as unknown as MouseEvent | undefined
      if (picked !== null) pick(picked, { x: pointer?.clientX ?? 0, y: pointer?.clientY ?? 0 })
    })
    return () => drawn.dispose()
  }, [])

  useEffect(() => chart.current?.resize({ width, height }), [width, height])

  useEffect(() => {
    let isGone = false
    void untilMap(map).then(() => {
      if (!isGone) chart.current?.setOption(option, { notMerge: true })
    })
    return () => {
      isGone = true
    }
  }, [option, map])

  return <div ref={place} className={styles['canvas']} aria-hidden />
}

async function untilMap(name: string | undefined): Promise<void> {
  if (name === undefined || getMap(name)) return
  const answer = await fetch(MAPS[name] ?? '')
  registerMap(name, (await answer.json()) as Parameters<typeof registerMap>[1])
}

function pickedIn(mark: unknown): Picked | null {
  return typeof mark === 'object' && mark !== null && 'picked' in mark ? (mark.picked as Picked) : null
}
