/** What a paired screen keeps until midnight, so that it comes back by itself after a restart of the browser. */
export type ScreenKey = { readonly key: string; readonly until: number }

const NAME = 'room-screen'

/** A browser may keep nothing for anybody: then the screen is paired again when it is opened again. */
function stored<T>(act: (storage: Storage) => T): T | undefined {
  try {
    return act(localStorage)
  } catch {
    return undefined
  }
}

/** Whether it still holds, the server alone can say: this machine's clock may be wrong. */
export function readKey(): ScreenKey | undefined {
  const kept: Partial<ScreenKey> = stored(storage => JSON.parse(storage.getItem(NAME) ?? '{}')) ?? {}
  const { key, until } = kept
  return typeof key === 'string' && typeof until === 'number' ? { key, until } : undefined
}

export function keepKey({ key, until }: ScreenKey): void {
  stored(storage => storage.setItem(NAME, JSON.stringify({ key, until })))
}

export function forgetKey(): void {
  stored(storage => storage.removeItem(NAME))
}
