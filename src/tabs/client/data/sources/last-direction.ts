const KEY = 'direction'

/** Notes which Direction this browser began with, so that it can be asked for sooner the next time. */
export function remember(direction: string): void {
  try {
    localStorage.setItem(KEY, direction)
  } catch {
    // A browser that keeps nothing for a page within another asks a little later.
  }
}

/** The Direction that this browser began with the last time, or ''. A guess: the server says what may be seen. */
export function recall(): string {
  try {
    return localStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}
