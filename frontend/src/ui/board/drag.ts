/** How the things of a board are taken hold of. Under a finger only what is chosen is: everything else scrolls the board. */

const CHOSEN = '[aria-pressed="true"]'

export const DRAG = { enabled: true, threshold: 4, bounded: true, ...(window.matchMedia('(pointer: coarse)').matches && { handle: CHOSEN }) }
