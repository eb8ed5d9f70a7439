/**
 * Sends edits one after the other and loses none: what is not acknowledged stays in the browser's storage and is sent
 * again when network or session are back. What the server refuses is kept as well, for the person to try again.
 */
import type { Issue } from '@/core/issues/issue'
import { isProblem, issuesOf, UNREACHABLE } from '@/shared/api/problem'

import type { Draft } from './draft'
import type { Params } from './draft-context'
import { newEditId, type WaitingEdit, type WaitingEdits } from './waiting-edits'

export interface Refusal {
  readonly edit: WaitingEdit
  readonly issues: readonly Issue[]
  /** Whether it had waited: nobody looks at the place any more, or the draft is another one by now. */
  readonly isLate: boolean
}

export interface QueueState {
  readonly waiting: readonly WaitingEdit[]
  readonly isOffline: boolean
  readonly refused: readonly Refusal[]
  /** Whether closing the page would lose something, because this browser keeps nothing. */
  readonly isFragile: boolean
}

export interface EditQueue {
  /** Answers the draft after it, or null where it was refused. */
  readonly add: (call: string, body: Params) => Promise<Draft | null>
  readonly tryAgain: (refusal: Refusal) => void
  readonly giveUp: (refusal: Refusal) => void
  /** Sends at once what waits for the network. */
  readonly wake: () => void
  /** Once nothing is on its way. */
  readonly settled: () => Promise<void>
  readonly subscribe: (listener: () => void) => () => void
  readonly state: () => QueueState
}

interface Sending {
  readonly kept: WaitingEdits
  readonly send: (edit: WaitingEdit) => Promise<Draft>
  /** Milliseconds before the nth attempt after a loss. */
  readonly pause?: (losses: number) => number
}

const QUIET: QueueState = { waiting: [], isOffline: false, refused: [], isFragile: false }
const UNWELL = new Set([UNREACHABLE, 429, 502, 503, 504])
const MOST_FAULTS = 3

export function createEditQueue({ kept, send, pause = pauseAfter }: Sending): EditQueue {
  const listeners = new Set<() => void>()
  const answers = new Map<string, (draft: Draft | null) => void>()
  let state: QueueState = { ...QUIET, waiting: kept.left() }
  const late = new Set(state.waiting.map(({ id }) => id))
  let running: Promise<void> | null = null
  let wakeUp: (() => void) | null = null

  const change = (changes: Partial<QueueState>) => {
    state = { ...state, ...changes }
    for (const listener of listeners) listener()
  }
  const finish = (edit: WaitingEdit, draft: Draft | null) => {
    kept.drop(edit.id)
    late.delete(edit.id)
    const waiting = state.waiting.filter(({ id }) => id !== edit.id)
    change({ waiting, isOffline: false, isFragile: state.isFragile && waiting.length > 0 })
    answers.get(edit.id)?.(draft)
    answers.delete(edit.id)
  }
  const refuse = (edit: WaitingEdit, fault: unknown) => {
    change({ refused: [...state.refused, { edit, issues: issuesOf(fault), isLate: late.has(edit.id) }] })
    finish(edit, null)
  }
  const rest = (losses: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pause(losses))
      wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const run = async () => {
    let losses = 0
    for (let edit = state.waiting[0]; edit !== undefined; edit = state.waiting[0]) {
      try {
        finish(edit, await send(edit))
        losses = 0
      } catch (fault) {
        if (isProblem(fault, 401)) return // the person is led to the sign-in page; the next visit goes on
        losses += 1
        if (!isPassing(fault, losses)) {
          refuse(edit, fault)
          losses = 0
        } else {
          late.add(edit.id)
          change({ isOffline: true })
          await rest(losses)
        }
      }
    }
    // At once, not a moment later: whoever waited for the last answer may add the next edit in that moment.
    running = null
  }
  const start = () => {
    if (running !== null || state.waiting.length === 0) return
    const own = run().finally(() => {
      if (running === own) running = null
    })
    running = own
  }
  const push = (edit: WaitingEdit) => {
    const isKept = kept.put(edit)
    change({ waiting: [...state.waiting, edit], isFragile: state.isFragile || !isKept })
    start()
  }
  const giveUp = (refusal: Refusal) => change({ refused: state.refused.filter((each) => each !== refusal) })
  return {
    add: (call, body) =>
      new Promise((resolve) => {
        const edit = { id: newEditId(), call, body }
        answers.set(edit.id, resolve)
        push(edit)
      }),
    tryAgain: (refusal) => {
      giveUp(refusal)
      push({ ...refusal.edit, id: newEditId() })
    },
    giveUp,
    wake: () => {
      start()
      wakeUp?.()
    },
    settled: async () => {
      await running
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    state: () => state,
  }
}

/** Whether it may go through later: the server was out of reach or unwell. A server that keeps failing on it refuses it. */
function isPassing(fault: unknown, losses: number): boolean {
  if (!isProblem(fault)) return false
  return UNWELL.has(fault.status) || (fault.status >= 500 && losses < MOST_FAULTS)
}

function pauseAfter(losses: number): number {
  return Math.min(1000 * 2 ** (losses - 1), 15_000)
}
