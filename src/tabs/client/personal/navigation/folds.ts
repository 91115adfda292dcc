import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'

/** Sections of the personal tab that fold. */
export type FoldName =
  | 'workshops'
  | 'ballots'
  | 'my-ideas'
  | 'steps'
  | 'initiatives'
  | 'ideas'
  | 'ideas-by-axis'
  | 'relay'

type Folds = Readonly<Partial<Record<FoldName, boolean>>>

const KEY = 'folds'

/** What was opened and closed on this device. */
function kept(): Folds {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}')
  } catch {
    return {}
  }
}

let chosen = kept()
/** Chosen or led to since the page came, which goes before what the page would open by itself. */
let lately: Folds = {}
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function note(name: FoldName, open: boolean): void {
  lately = { ...lately, [name]: open }
  for (const listener of listeners) listener()
}

/** The person opens or closes it; it stays so on this device, where that can be kept. */
export function chooseFold(name: FoldName, open: boolean): void {
  chosen = { ...chosen, [name]: open }
  note(name, open)
  try {
    localStorage.setItem(KEY, JSON.stringify(chosen))
  } catch {}
}

/** Opens it for this visit: something in it is led to. What it holds is drawn once this returns. */
export function revealFold(name: FoldName): void {
  flushSync(() => note(name, true))
}

/** Whether it is open; until somebody says so, as `unread` and `standing` have it. */
export function useFold(name: FoldName, unread: boolean, standing: boolean): boolean {
  const now = useSyncExternalStore(subscribe, () => lately[name])
  return now ?? (unread || (chosen[name] ?? standing))
}
