/** Places and ways on a drawing, in pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** What the layering found: middles of cards, the layers a way passes between them, middles of labels. */
export interface Layers {
  readonly middles: ReadonlyMap<string, Point>
  readonly passages: ReadonlyMap<string, readonly Point[]>
  readonly labels: ReadonlyMap<string, Point>
}
