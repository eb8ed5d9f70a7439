/** The chunks of the first load, which change at different paces; everything else is split by the lazy routes. */

interface ModuleInfo {
  readonly isEntry: boolean
  readonly importers: readonly string[]
}

interface ChunkContext {
  getModuleInfo(id: string): ModuleInfo | null
}

const firstLoad = new Map<string, boolean>()

/** Whether the page needs the module before anything lazy: it is reached from the entry by static imports only. */
function isFirstLoad(id: string, context: ChunkContext): boolean {
  const known = firstLoad.get(id)
  if (known !== undefined) return known
  firstLoad.set(id, false) // an import circle adds no new way to the entry
  const info = context.getModuleInfo(id)
  const isReached = info !== null && (info.isEntry || info.importers.some((importer) => isFirstLoad(importer, context)))
  firstLoad.set(id, isReached)
  return isReached
}

function chunk(name: string, test: RegExp, priority: number) {
  return {
    debugName: name,
    priority,
    test,
    name: (id: string, context: ChunkContext) => (isFirstLoad(id, context) ? name : null),
  }
}

export const FIRST_LOAD_CHUNKS = [
  chunk('react', /\/node_modules\/(?:react|react-dom|scheduler|react-router)\//, 4),
  chunk('antd', /\/node_modules\/(?:antd|@ant-design|@rc-component|@emotion|stylis|clsx)\//, 3),
  chunk('vendor', /\/node_modules\//, 2),
  chunk('frame', /\/src\//, 1),
]
