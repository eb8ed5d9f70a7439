/** News from the server as it happens: one stream per page, opened again after a loss, closed while nobody looks. */

export const LIVE_KINDS = ['record', 'task', 'notification', 'instance', 'incident', 'draft', 'designers'] as const
export type LiveKind = (typeof LIVE_KINDS)[number]

/** That something has changed; what it is now has to be asked for. */
export interface LiveEvent {
  readonly kind: LiveKind
  readonly app?: string | null
  readonly entity?: string | null
  readonly id?: string | null
  readonly version?: number | null
}

interface Listener {
  readonly onEvent: (event: LiveEvent) => void
  /** The stream is back after a gap: anything may have changed. */
  readonly onGap: () => void
  /** How far the news had come before anything was asked for: the first stream tells what came since. */
  readonly after?: string | undefined
}

const FIRST_PAUSE = 1000
const LONGEST_PAUSE = 60_000

/** Listens until the answered function is called. A browser takes few streams per host, so a page that is hidden has none. */
export function listen(path: string, { onEvent, onGap, after }: Listener): () => void {
  let stream: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let losses = 0
  let hasGap = false

  const open = () => {
    if (stream !== null || document.hidden) return
    // Later ones begin with a gap, after which everything is asked for again.
    stream = new EventSource(hasGap || after === undefined ? path : `${path}?after=${encodeURIComponent(after)}`)
    stream.addEventListener('open', () => {
      losses = 0
      if (hasGap) onGap()
      hasGap = false
    })
    stream.addEventListener('error', lose)
    // The server had more to tell than it could keep for us.
    stream.addEventListener('missed', onGap)
    for (const kind of LIVE_KINDS) {
      stream.addEventListener(kind, ({ data }: MessageEvent<string>) => onEvent({ ...readData(data), kind }))
    }
  }
  const close = () => {
    clearTimeout(timer)
    stream?.close()
    stream = null
  }
  const lose = () => {
    close()
    hasGap = true
    timer = setTimeout(open, pauseAfter(losses))
    losses += 1
  }
  const look = () => {
    if (!document.hidden) return open()
    close()
    hasGap = true
  }

  open()
  document.addEventListener('visibilitychange', look)
  return () => {
    document.removeEventListener('visibilitychange', look)
    close()
  }
}

/** Twice as long after every loss, and never the same for everybody: a server that restarts is not overrun. */
export function pauseAfter(losses: number, chance: number = Math.random()): number {
  return Math.min(FIRST_PAUSE * 2 ** losses, LONGEST_PAUSE) * (0.75 + chance / 2)
}

function readData(data: string): Omit<LiveEvent, 'kind'> {
  try {
    const read: unknown = JSON.parse(data)
    return typeof read === 'object' && read !== null ? read : {}
  } catch {
    return {}
  }
}
