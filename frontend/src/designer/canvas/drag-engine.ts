/**
 * Dragging with mouse, touch, pen and keyboard, outside of React: places are measured when something is picked up and
 * when the canvas scrolls, the card follows the pointer by itself, and only a new target is told to whoever draws.
 */
import { nearest, placeAt, placesInOrder, type PlacedBox } from './collisions'
import { IDLE } from './dragging'
import { createDragStore, type DragStore } from './drag-store'
import type { DragSubject, DropPlace, DropTarget } from './drag-subject'
import { dropTarget, isSameTarget, type Point } from './drop-target'
import { afterHolding } from './holding'
import { scrollNear } from './scroll-near'

interface Place {
  readonly element: HTMLElement
  readonly place: () => DropPlace
}

export interface DragEvents {
  readonly onStart: (subject: DragSubject) => void
  readonly onOver: (subject: DragSubject, target: DropTarget | null) => void
  readonly onEnd: (subject: DragSubject, target: DropTarget | null) => void
}

/** The part of a pointer event that matters here. */
interface Press {
  readonly clientX: number
  readonly clientY: number
  readonly button: number
  readonly pointerId: number
  readonly currentTarget: EventTarget
}

export interface DragEngine {
  readonly store: DragStore
  /** Who is told what happens. */
  readonly listen: (events: DragEvents) => void
  readonly addPlace: (id: string, place: Place) => () => void
  /** With `isHeldFirst` it is picked up once the finger has rested on it. */
  readonly press: (subject: DragSubject, press: Press, isHeldFirst?: boolean) => void
  readonly pickUp: (subject: DragSubject, element: HTMLElement) => void
  /** The card that follows the pointer. */
  readonly setCard: (card: HTMLElement | null) => void
}

// A press is a click until the pointer has moved this far.
const CLICK = 5
const BESIDE: Point = { x: 12, y: 8 }
const FORWARD = new Set(['ArrowDown', 'ArrowRight'])
const BACK = new Set(['ArrowUp', 'ArrowLeft'])

export function createDragEngine(): DragEngine {
  let events: DragEvents | undefined
  const store = createDragStore()
  const places = new Map<string, Place>()
  let card: HTMLElement | null = null
  let cardAt: Point = { x: 0, y: 0 }

  const measure = (): PlacedBox[] => [...places].map(([id, { element, place }]) => ({ id, place: place(), box: element.getBoundingClientRect() }))
  const placeCard = () => {
    if (card !== null) card.style.transform = `translate3d(${cardAt.x + BESIDE.x}px, ${cardAt.y + BESIDE.y}px, 0)`
  }
  const start = (subject: DragSubject) => {
    store.set({ subject, target: null })
    events?.onStart(subject)
  }
  const aim = (subject: DragSubject, target: DropTarget | null) => {
    if (isSameTarget(store.get().target, target)) return
    store.set({ subject, target })
    events?.onOver(subject, target)
  }
  const finish = (subject: DragSubject, target: DropTarget | null) => {
    store.set(IDLE)
    events?.onEnd(subject, target)
  }

  function press(subject: DragSubject, { clientX, clientY, button, pointerId, currentTarget }: Press, isHeldFirst = false): void {
    if (button !== 0) return
    const from: Point = { x: clientX, y: clientY }
    let pointer = from
    let boxes: PlacedBox[] = []
    let isDragging = false
    let frame = 0
    const stop = new AbortController()
    const listen = { signal: stop.signal }

    const look = () => {
      frame = 0
      cardAt = pointer
      placeCard()
      if (scrollNear(currentTarget as HTMLElement, places.values(), pointer)) {
        boxes = measure()
        schedule()
      }
      const at = placeAt(boxes, subject, pointer)
      aim(subject, at === undefined ? null : dropTarget(at.place, at.box, pointer))
    }
    const schedule = () => {
      if (frame === 0) frame = requestAnimationFrame(look)
    }
    const begin = () => {
      isDragging = true
      boxes = measure()
      cardAt = pointer
      start(subject)
      schedule()
    }
    const move = (event: PointerEvent) => {
      if (event.pointerId !== pointerId) return
      pointer = { x: event.clientX, y: event.clientY }
      const isFar = Math.hypot(pointer.x - from.x, pointer.y - from.y) >= CLICK
      if (!isDragging && isFar && isHeldFirst) return end(false)
      if (!isDragging && !isFar) return
      if (!isDragging) begin()
      schedule()
    }
    const end = (isDropped: boolean) => {
      stop.abort()
      cancelAnimationFrame(frame)
      if (!isDragging) return
      if (isDropped) look()
      cancelAnimationFrame(frame)
      swallowClick()
      finish(subject, isDropped ? store.get().target : null)
    }
    if (isHeldFirst) afterHolding(stop.signal, begin)
    window.addEventListener('pointermove', move, listen)
    window.addEventListener('pointerup', () => end(true), listen)
    window.addEventListener('pointercancel', () => end(false), listen)
    window.addEventListener('scroll', () => isDragging && (boxes = measure()), { ...listen, capture: true })
    const leave = (event: KeyboardEvent) => {
      if (!isDragging || event.key !== 'Escape') return
      event.stopPropagation()
      end(false)
    }
    window.addEventListener('keydown', leave, { ...listen, capture: true })
    window.addEventListener('selectstart', (event) => event.preventDefault(), listen)
  }

  function pickUp(subject: DragSubject, element: HTMLElement): void {
    const own = element.getBoundingClientRect()
    const stop = new AbortController()
    let at = startingPlace(placesInOrder(measure(), subject), own)
    const show = () => {
      const boxes = placesInOrder(measure(), subject)
      const here = boxes[Math.min(Math.max(at, 0), boxes.length - 1)]
      if (here === undefined) return aim(subject, null)
      places.get(here.id)?.element.scrollIntoView?.({ block: 'nearest' })
      const { box } = placesInOrder(measure(), subject)[boxes.indexOf(here)] ?? here
      cardAt = { x: box.left, y: box.top }
      placeCard()
      aim(subject, dropTarget(here.place, box, null))
    }
    const end = (isDropped: boolean) => {
      stop.abort()
      finish(subject, isDropped ? store.get().target : null)
    }
    const step = (by: number) => {
      const count = placesInOrder(measure(), subject).length
      at = Math.min(Math.max(at + by, 0), count - 1)
      show()
    }
    const keys = (event: KeyboardEvent) => {
      const act = FORWARD.has(event.key) ? () => step(1) : BACK.has(event.key) ? () => step(-1) : event.key === ' ' || event.key === 'Enter' ? () => end(true) : event.key === 'Escape' || event.key === 'Tab' ? () => end(false) : undefined
      if (act === undefined) return
      if (event.key !== 'Tab') event.preventDefault()
      event.stopPropagation()
      act()
    }
    start(subject)
    show()
    window.addEventListener('keydown', keys, { signal: stop.signal, capture: true })
    window.addEventListener('pointerdown', () => end(false), { signal: stop.signal, capture: true })
  }

  return {
    store,
    listen: (listening) => {
      events = listening
    },
    addPlace: (id, place) => {
      places.set(id, place)
      return () => places.get(id) === place && places.delete(id)
    },
    press,
    pickUp,
    setCard: (element) => {
      card = element
      placeCard()
    },
  }
}

/** With the keyboard one begins at the nearest place. */
function startingPlace(boxes: readonly PlacedBox[], own: DOMRect): number {
  const found = nearest(boxes, { x: own.left + own.width / 2, y: own.top + own.height / 2 })
  return found === undefined ? 0 : boxes.indexOf(found)
}

/** Letting go is no click on what lies there. */
function swallowClick(): void {
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }))
}

function swallow(event: Event): void {
  event.stopPropagation()
  event.preventDefault()
}
