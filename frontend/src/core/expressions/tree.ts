/** The expression tree as the server sends it; `engine/expressions/nodes.py` describes the form. */
export type Tree =
  | { readonly literal: string | boolean | null | { readonly number: string } }
  | { readonly name: readonly string[] }
  | { readonly call: string; readonly arguments: readonly Tree[] }
  | { readonly operator: string; readonly operands: readonly Tree[] }
  | { readonly table: readonly (readonly Tree[])[] }

/** All fields a tree reads, as dotted paths. */
export function namesIn(tree: Tree): ReadonlySet<string> {
  const found = new Set<string>()
  visit(tree, (each) => {
    if ('name' in each) found.add(each.name.join('.'))
  })
  return found
}

/** All functions a tree calls. */
export function functionsIn(tree: Tree): ReadonlySet<string> {
  const found = new Set<string>()
  visit(tree, (each) => {
    if ('call' in each) found.add(each.call)
  })
  return found
}

function visit(tree: Tree, see: (tree: Tree) => void): void {
  see(tree)
  for (const part of partsOf(tree)) visit(part, see)
}

function partsOf(tree: Tree): readonly Tree[] {
  if ('arguments' in tree) return tree.arguments
  if ('operands' in tree) return tree.operands
  return 'table' in tree ? tree.table.flat() : []
}
