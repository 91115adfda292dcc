import { DAY } from '../../../../kernel/time/clock.ts'
import { type LinePresets, MOST_KEPT, type QueuedLine } from './lines.ts'

export type LineStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>
type Parts = {
  /** Undefined where the browser keeps nothing. */
  readonly storage: LineStorage | undefined
  readonly workshop: string
  /** Who types, so that nobody sends another person's lines from a shared phone. */
  readonly me: string
  readonly now: () => number
}

/** Queue of lines that are not accepted yet, stored on the phone for up to a week. */
export type LineQueue = ReturnType<typeof openQueue>

const ALL = 'harvest/'
const KEPT = 7 * DAY

/** Whether the browser lets a page keep anything: some do not within a frame. */
export function localLineStorage(): LineStorage | undefined {
  try {
    localStorage.setItem(`${ALL}try`, '')
    localStorage.removeItem(`${ALL}try`)
    return localStorage
  } catch {
    return undefined
  }
}

function parsed<T>(text: string | null): (T & { readonly at: number }) | undefined {
  try {
    const value = JSON.parse(text ?? 'null')
    return typeof value?.at === 'number' ? value : undefined
  } catch {
    return undefined
  }
}

function keysIn(storage: LineStorage, prefix: string): string[] {
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '')
  return keys.filter(key => key.startsWith(prefix))
}

/** Whatever any harvest left here a week ago. */
function forgetOld(storage: LineStorage, now: number): void {
  for (const key of keysIn(storage, ALL))
    if ((parsed(storage.getItem(key))?.at ?? 0) < now - KEPT) storage.removeItem(key)
}

/** Each line has a storage key of its own: two open pages do not overwrite each other. */
export function openQueue({ storage, workshop, me, now }: Parts) {
  const prefix = `${ALL}${workshop}/${me}/`
  if (storage) forgetOld(storage, now())
  let lines = new Map<string, QueuedLine>()
  const listeners = new Set<() => void>()
  /** Nothing more is kept once the browser says no: what is typed then lives as long as the page. */
  let keeps = storage !== undefined
  let shown: readonly QueuedLine[] = []

  function write(name: string, value: object | undefined): void {
    try {
      if (value === undefined) storage?.removeItem(prefix + name)
      else storage?.setItem(prefix + name, JSON.stringify({ at: now(), ...value }))
    } catch {
      keeps = false
    }
  }

  function show(next: Map<string, QueuedLine>): void {
    lines = next
    shown = [...lines.values()].sort((a, b) => a.at - b.at)
    for (const listener of listeners) listener()
  }

  const found = storage ? keysIn(storage, `${prefix}line/`) : []
  const read = found.flatMap(key => parsed<QueuedLine>(storage?.getItem(key) ?? null) ?? [])
  show(new Map(read.map(line => [line.key, line])))

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** The oldest first. */
    lines: () => shown,
    find: (key: string) => lines.get(key),
    keeps: () => keeps,
    /** How many more it takes. */
    room: () => Math.max(0, MOST_KEPT - lines.size),

    put(changed: readonly QueuedLine[]): void {
      for (const line of changed) write(`line/${line.key}`, line)
      show(new Map([...lines, ...changed.map(line => [line.key, line] as const)]))
    },
    drop(keys: readonly string[]): void {
      for (const key of keys) write(`line/${key}`, undefined)
      const next = new Map(lines)
      for (const key of keys) next.delete(key)
      show(next)
    },

    draft: () => parsed<{ text: string }>(storage?.getItem(`${prefix}draft`) ?? null)?.text ?? '',
    putDraft: (text: string) => write('draft', text === '' ? undefined : { text }),
    presets: () => parsed<LinePresets>(storage?.getItem(`${prefix}presets`) ?? null),
    putPresets: (presets: LinePresets) => write('presets', presets),
  }
}
