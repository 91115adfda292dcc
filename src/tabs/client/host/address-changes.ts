let moved = false

/** Whether the person came to where they are from another page of the tab: at first the focus is Teams' to give. */
export const hasMoved = () => moved

/**
 * Calls `listen` at each navigation: by a link, Teams' « Back », or the browser's.
 * @returns the unsubscribe function
 */
export function onMove(listen: () => void): () => void {
  const listener = () => {
    moved = true
    listen()
  }
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}
