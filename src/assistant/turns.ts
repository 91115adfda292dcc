/** Calls to the endpoint at once, of one instance. A run has one of them at most: somebody may always be served. */
const AT_ONCE = 2
const RUNS_AT_ONCE = 1
/** Who waits here; beyond it, it is said at once that the model is busy. */
const MOST_WAITING = 30

type Kind = 'person' | 'run'
type Waiting = { readonly kind: Kind; readonly begin: () => void }

/** Gives turns: people before runs, and each in the order in which they came. */
export function createTurns() {
  const going = { person: 0, run: 0 }
  const waiting: Waiting[] = []

  const isFree = (kind: Kind) =>
    going.person + going.run < AT_ONCE && (kind === 'person' || going.run < RUNS_AT_ONCE)

  function next(): Waiting | undefined {
    const kinds: readonly Kind[] = ['person', 'run']
    for (const kind of kinds) {
      const at = waiting.findIndex(each => each.kind === kind)
      if (at >= 0 && isFree(kind)) return waiting.splice(at, 1)[0]
    }
    return undefined
  }

  /** Begins one turn of this kind; what is returned ends it. */
  function begin(kind: Kind): () => void {
    going[kind] += 1
    let ended = false
    return () => {
      if (ended) return
      ended = true
      going[kind] -= 1
      next()?.begin()
    }
  }

  return {
    /** Waits for a turn: what ends it, or undefined where too many wait, or `signal` aborts before it is there. */
    take(kind: Kind, signal: AbortSignal): Promise<(() => void) | undefined> {
      const { promise, resolve } = Promise.withResolvers<(() => void) | undefined>()
      if (signal.aborted) resolve(undefined)
      else if (isFree(kind)) resolve(begin(kind))
      else if (waiting.length >= MOST_WAITING) resolve(undefined)
      else {
        const leave = () => {
          waiting.splice(waiting.indexOf(mine), 1)
          resolve(undefined)
        }
        const mine: Waiting = {
          kind,
          begin: () => {
            signal.removeEventListener('abort', leave)
            resolve(begin(kind))
          },
        }
        waiting.push(mine)
        signal.addEventListener('abort', leave, { once: true })
      }
      return promise
    },
  }
}
