import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type Engine, typing } from './engine.ts'

export type Driver = {
  /** What the browser is called: they all say « MiniBrowser ». */
  readonly name: string
  readonly program: string
  readonly capabilities: object
  readonly env?: Readonly<Record<string, string>>
}

type Created = {
  readonly sessionId: string
  readonly capabilities: { readonly browserVersion: string }
}

/** Ends it, unless it has ended. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

async function call<T>(url: string, method: string, body?: object): Promise<T> {
  const response = await fetch(url, {
    method,
    // A browser that does not start is waited for without end.
    signal: AbortSignal.timeout(60_000),
    headers: { 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } }
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`)
  return value
}

/** Resolves once whoever listens there answers. */
async function answering(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    if (
      await fetch(`${url}/status`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return
  }
  throw new Error(`the driver ended with ${child.exitCode}`)
}

/** A browser by its W3C WebDriver, on `port`. */
export async function driven({ name, program, capabilities, env }: Driver, port: number): Promise<Engine> {
  const child = spawn(program, [`--port=${port}`], { env: { ...process.env, ...env }, stdio: 'ignore' })
  const at = `http://127.0.0.1:${port}`
  await answering(at, child)
  const alwaysMatch = { ...capabilities, timeouts: { script: 30_000, pageLoad: 60_000 } }
  const made = await call<Created>(`${at}/session`, 'POST', { capabilities: { alwaysMatch } })
  const session = `${at}/session/${made.sessionId}`
  const post = <T>(path: string, body: object) => call<T>(`${session}/${path}`, 'POST', body)
  /** On what stands there in the window's frame: a pointer that is moved to a place is not felt by WPE. */
  async function click(x: number, y: number): Promise<void> {
    await post('frame', { id: 0 })
    const script = `const { left, top } = frameElement.getBoundingClientRect()
      return document.elementFromPoint(arguments[0] - left, arguments[1] - top)`
    const found = await post<Record<string, string>>('execute/sync', { script, args: [x, y] })
    await post(`element/${Object.values(found)[0]}/click`, {})
    await post('frame', { id: null })
  }
  return {
    name: `${name} ${made.capabilities.browserVersion}`,
    open: url => post('url', { url }),
    value: expression => {
      const script = `const [say] = arguments; Promise.resolve(${expression}).then(value => say([value]), error => say([undefined, String(error)]))`
      return post<[never, string?]>('execute/async', { script, args: [] }).then(([value, wrong]) => {
        if (wrong !== undefined && wrong !== null) throw new Error(wrong)
        return value
      })
    },
    click,
    type: keys => post('actions', { actions: typing(keys) }),
    close: async () => {
      await call(session, 'DELETE').catch(() => undefined)
      await end(child)
    },
  }
}
