/** Lets an open form hear that its record has changed on the server; the form itself decides what to do about it. */
import { useEffect, useLayoutEffect, useRef } from 'react'

import type { RecordPlace } from '@/shared/records/one-record'

import type { LiveEvent } from './live-events'

type Listen = (event: LiveEvent) => void

const listeners = new Set<Listen>()

export function tellListeners(events: readonly LiveEvent[]): void {
  for (const event of events) for (const listener of listeners) listener(event)
}

/** Calls back whenever any record of an app has changed. */
export function useAppNews(app: string, onChange: () => void): void {
  const latest = useRef(onChange)
  useLayoutEffect(() => {
    latest.current = onChange
  })
  useEffect(() => {
    const hear = (event: LiveEvent) => {
      if (event.kind === 'record' && event.app === app) latest.current()
    }
    listeners.add(hear)
    return () => {
      listeners.delete(hear)
    }
  }, [app])
}

/** Calls back with the new version whenever the record has one that is not shown yet. */
export function useRecordNews({ app, entity }: RecordPlace, record: { readonly id: string; readonly version: number } | null, onNewer: () => void): void {
  const latest = useRef(onNewer)
  useLayoutEffect(() => {
    latest.current = onNewer
  })
  const [id, version] = [record?.id, record?.version ?? 0]
  useEffect(() => {
    if (id === undefined) return undefined
    const hear = (event: LiveEvent) => {
      // A change of many records is told once, without their ids.
      const isThis = event.kind === 'record' && (event.id ?? id) === id && event.app === app && event.entity === entity
      if (isThis && (event.version ?? Infinity) > version) latest.current()
    }
    listeners.add(hear)
    return () => {
      listeners.delete(hear)
    }
  }, [app, entity, id, version])
}
