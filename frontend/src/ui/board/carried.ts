/**
 * What travels with the pointer from a palette onto a board. The browser tells types of what is dragged, but not its content,
 * before it is put down; so the kind is in the type.
 */
const TYPE = 'application/x-tongdao-'

interface Carried {
  readonly kind: string
}

export function carry<T extends Carried>(transfer: DataTransfer, carried: T): void {
  transfer.setData(`${TYPE}${carried.kind}`, JSON.stringify(carried))
  transfer.setData('text/plain', carried.kind)
  transfer.effectAllowed = 'copy'
}

/** The kind of what is dragged over, undefined for what is none of these. */
export function carriedKind<K extends string>(transfer: DataTransfer | null, kinds: readonly K[]): K | undefined {
  return kinds.find((kind) => transfer?.types.includes(`${TYPE}${kind}`))
}

/** What was put down, null where it is of none of these kinds. */
export function carriedIn<T extends Carried>(transfer: DataTransfer | null, kinds: readonly T['kind'][]): T | null {
  const kind = carriedKind(transfer, kinds)
  return kind === undefined || transfer === null ? null : (JSON.parse(transfer.getData(`${TYPE}${kind}`)) as T)
}
