/** The element in hand: whatever has an id of its own, such as a field, a step, a tile. */
export interface Element {
  readonly id: string
  readonly label: string
}
