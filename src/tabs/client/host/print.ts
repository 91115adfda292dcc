/** How long a browser may take until it says that it prints (ms). */
const PATIENCE = 1_000

/**
 * Prints what is shown. `done` is called once that is on paper, or put by: not all browsers wait for it in `print()`. Resolves
 * with whether anything began; Chromium, Firefox and Safari say so with `beforeprint`, a web view that cannot print never does.
 */
export function print(done: () => void = () => undefined): Promise<boolean> {
  return new Promise(resolve => {
    const late = setTimeout(() => {
      window.removeEventListener('afterprint', done)
      done()
      resolve(false)
    }, PATIENCE)
    const began = () => {
      clearTimeout(late)
      resolve(true)
    }
    window.addEventListener('beforeprint', began, { once: true })
    window.addEventListener('afterprint', done, { once: true })
    window.print()
  })
}
