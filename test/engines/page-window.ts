import type { Engine } from './engine.ts'

/** How long something may take to stand there (ms). */
const PATIENCE = 20_000

/** The page that stands in an engine's window: the one in its frame, through the hands that page.js gives it. */
export function pageWindow(engine: Engine) {
  const hands = "document.querySelector('iframe').contentWindow.hands"
  const ask = <T>(call: string) => engine.value<T>(`${hands}.${call}`)
  /** Waits until the page is as `call` asks. @throws Error with what it shows instead */
  async function until(call: string, what: string, patience = PATIENCE): Promise<void> {
    const asking = `(async late => {
      for (;;) {
        // The page may be another by now, or none yet.
        try { if (${hands}.${call}) return true } catch {}
        if (performance.now() > late) return false
        await new Promise(requestAnimationFrame)
      }
    })(performance.now() + ${patience})`
    if (await engine.value<boolean>(asking)) return
    const focus = await ask<string>('focused()').catch(() => '?')
    throw new Error(`${what}: not within ${patience / 1_000} s; the focus is on «${focus}»`)
  }
  return {
    ask,
    until,
    open: (url: string) => engine.open(url),
    /** Runs in the window's own page, of the same origin. */
    run: (expression: string) => engine.value<unknown>(expression),
    /** Makes the page's frame so many pixels wide. */
    async narrow(width: number): Promise<void> {
      await engine.value(`document.querySelector('iframe').style.width = '${width}px'`)
      // Where no page of ours stands, the look that follows says so.
      await ask('stir()').catch(() => undefined)
    },
    type: (keys: string) => engine.type(keys),
    focused: (name: string) =>
      until(`focused().startsWith(${JSON.stringify(name)})`, `the focus on «${name}»`),
    shows: (text: string) => until(`shows(${JSON.stringify(text)})`, `«${text}»`),
    said: (text: string) => until(`said().includes(${JSON.stringify(text)})`, `«${text}» in the live region`),
    /** Presses the first control whose name is this, or begins so. */
    async press(name: string): Promise<void> {
      const asked = JSON.stringify(name)
      await until(`isStandingStill(${asked})`, `a control «${name}» that stands still`)
      const [x = 0, y = 0] = await ask<readonly number[]>(`middle(${asked})`)
      await engine.click(x, y)
    },
  }
}

export type PageWindow = ReturnType<typeof pageWindow>
