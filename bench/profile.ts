/** What V8's sampler writes; times in microseconds. */
export type CpuProfile = {
  readonly nodes: readonly ProfileNode[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}
type ProfileNode = {
  readonly id: number
  readonly callFrame: CallFrame
  readonly children?: readonly number[]
}
export type CallFrame = {
  readonly functionName: string
  /** Empty for what is native, and for what was made of a text. */
  readonly url: string
  readonly lineNumber: number
  readonly columnNumber: number
}

/** The samples in which nothing ran: on the clock, not of a processor. */
const IDLE = '(idle)'
const COLLECTOR = '(garbage collector)'
export const COLLECTION = 'garbage collection'
export const REST = 'everything else'

/** What a file is part of; undefined for one that no part names. */
export type PartOf = (file: string) => string | undefined
/** The file in which a function was written; undefined for what is native. */
export type FileOf = (frame: CallFrame) => string | undefined

/** Where what a part asks of native code is a part of its own. */
export type Native = { readonly from: string; readonly part: string; readonly names: readonly string[] }

type Parts = { readonly partOf: PartOf; readonly fileOf: FileOf; readonly native: Native }

/** Native functions count where they are called; so do those of files that no part names. */
function partsOfNodes({ nodes }: CpuProfile, { partOf, fileOf, native }: Parts): ReadonlyMap<number, string> {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map(child => [child, id])))
  const found = new Map<number, string>()
  const byId = new Map(nodes.map(node => [node.id, node]))
  function look(id: number | undefined): string {
    const node = id === undefined ? undefined : byId.get(id)
    if (!node) return REST
    const known = found.get(node.id)
    if (known !== undefined) return known
    const part = partOfNode(node)
    found.set(node.id, part)
    return part
  }
  function partOfNode({ id, callFrame }: ProfileNode): string {
    if (callFrame.functionName === COLLECTOR) return COLLECTION
    const file = fileOf(callFrame)
    const own = file === undefined ? undefined : partOf(file)
    if (own !== undefined) return own
    const parent = parents.get(id)
    const asking = parent === undefined ? undefined : byId.get(parent)
    const isNative = file === undefined && asking && fileOf(asking.callFrame)?.endsWith(native.from)
    if (isNative && native.names.includes(callFrame.functionName)) return native.part
    return look(parent)
  }
  for (const { id } of nodes) look(id)
  return found
}

/** The share of each part in the samples in which something ran; all shares together are 1. */
export function sharesOf(profile: CpuProfile, parts: Parts): ReadonlyMap<string, number> {
  const partOf = partsOfNodes(profile, parts)
  const idle = new Set(profile.nodes.filter(node => node.callFrame.functionName === IDLE).map(({ id }) => id))
  const sums = new Map<string, number>()
  let whole = 0
  for (const [at, id] of profile.samples.entries()) {
    if (idle.has(id)) continue
    // The time until the next sample is this one's.
    const time = Math.max(0, profile.timeDeltas[at + 1] ?? 0)
    const part = partOf.get(id) ?? REST
    sums.set(part, (sums.get(part) ?? 0) + time)
    whole += time
  }
  return new Map([...sums].map(([part, sum]) => [part, sum / whole]))
}
