/** Finds the names an expression tree reads. */

export type NamePath = readonly string[]

/** Every name in the tree's JSON form, in order, with repetitions. */
export function namesIn(tree: unknown): NamePath[] {
  if (Array.isArray(tree)) return tree.flatMap(namesIn)
  if (typeof tree !== 'object' || tree === null) return []
  if ('name' in tree && Array.isArray(tree.name)) return [tree.name.map(String)]
  return Object.values(tree).flatMap(namesIn)
}
