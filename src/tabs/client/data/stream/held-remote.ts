let held: string | undefined
let changed = () => {}

/** Where to listen: a page that holds a remote says whose, and is told at once beside any number of phones. */
export function streamPath(): string {
  return held === undefined ? '/api/v1/events' : `/api/v1/events?remote=${encodeURIComponent(held)}`
}

/** The page holds the remote of this workshop. @returns the function to call once it is put away */
export function holdRemote(workshop: string): () => void {
  held = workshop
  changed()
  return () => {
    if (held === workshop) held = undefined
  }
}

/** Calls `hear` when the page takes a remote: it has to listen anew. */
export function onRemoteHeld(hear: () => void): void {
  changed = hear
}
