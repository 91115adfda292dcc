import { spawn } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { clickAt, type Engine, typing } from './engine.ts'
import { end } from './webdriver.ts'

type Answer = {
  readonly id: number
  readonly result?: unknown
  readonly error?: string
  readonly message?: string
}
type Capable = { readonly capabilities: { readonly browserName: string; readonly browserVersion: string } }
type Evaluated = {
  readonly result?: { readonly value?: string }
  readonly exceptionDetails?: { readonly text: string }
}

/** Sends commands of WebDriver BiDi, each answered by its number. */
async function connect(address: string) {
  const socket = new WebSocket(address)
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let sent = 0
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', reject)
  })
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error, message } = JSON.parse(String(data)) as Answer
    const asked = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) asked?.resolve(result)
    else asked?.reject(new Error(`${error}: ${message}`))
  })
  const send = <T>(method: string, params: object): Promise<T> => {
    const asked = Promise.withResolvers<unknown>()
    waiting.set(++sent, asked)
    socket.send(JSON.stringify({ id: sent, method, params }))
    return asked.promise as Promise<T>
  }
  return { send, close: () => socket.close() }
}

/** As drivers of Firefox set them: a window that nobody looks at has the focus, and nothing is asked of Mozilla. */
const PREFERENCES = {
  'focusmanager.testmode': true,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'intl.accept_languages': 'fr-FR, fr',
}

/** Firefox, which speaks WebDriver BiDi by itself: Debian has no driver for it. `folder`: its profile, removed at the end. */
export async function startFirefox(program: string, folder: string): Promise<Engine> {
  const lines = Object.entries(PREFERENCES).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  )
  await writeFile(join(folder, 'user.js'), lines.join('\n'))
  const args = ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', folder]
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let address = ''
  for await (const line of createInterface({ input: child.stderr })) {
    address = /listening on (ws:\S+)/.exec(line)?.[1] ?? ''
    if (address) break
  }
  child.stderr.resume()
  const { send, close } = await connect(`${address}/session`)
  const { capabilities } = await send<Capable>('session.new', { capabilities: {} })
  // In the tab that it opens with, its address bar has the focus.
  const { context } = await send<{ context: string }>('browsingContext.create', { type: 'tab' })
  await send('browsingContext.activate', { context })
  const perform = (actions: readonly object[]) => send<void>('input.performActions', { context, actions })
  await send('browsingContext.setViewport', { context, viewport: { width: 1280, height: 720 } })
  return {
    name: `${capabilities.browserName} ${capabilities.browserVersion}`,
    open: async url => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    value: async expression => {
      const { result, exceptionDetails } = await send<Evaluated>('script.evaluate', {
        expression: `Promise.resolve(${expression}).then(value => JSON.stringify([value]))`,
        target: { context },
        awaitPromise: true,
      })
      if (exceptionDetails) throw new Error(exceptionDetails.text)
      return JSON.parse(result?.value ?? '[]')[0]
    },
    click: (x, y) => perform(clickAt(x, y)),
    type: keys => perform(typing(keys)),
    print: async () => (await send<{ data: string }>('browsingContext.print', { context })).data,
    close: async () => {
      await send('browser.close', {}).catch(() => undefined)
      close()
      await end(child)
      await rm(folder, { recursive: true, force: true })
    },
  }
}
