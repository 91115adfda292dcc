import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { chatOf } from '../../test/e2e/playground/chat.ts'
import { launch } from '../../test/e2e/window.ts'
import { freePort, ROOT } from '../process.ts'
import { PATH } from './bare-machine.ts'
import type { Steps } from './steps.ts'

/** Ends it and all that it started, which are one group. */
async function end(child: ReturnType<typeof spawn>): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return
  process.kill(-child.pid, 'SIGINT')
  await once(child, 'exit')
}

/** From a fresh clone of the last commit to an answer in the Playground's chat, by the commands of README.md. */
export async function demonstrate(folder: string, steps: Steps): Promise<void> {
  const clone = join(folder, 'clone')
  const env = { PATH, HOME: process.env.HOME ?? folder, PORT: String(await freePort()) }
  const run = (program: string, ...args: readonly string[]) =>
    void execFileSync(program, args, { cwd: clone, env, stdio: ['ignore', 'ignore', 'ignore'] })
  await steps.time('git clone', 1, () => void execFileSync('git', ['clone', '--quiet', ROOT, clone]))
  await steps.time('npm ci', 1, () => run('npm', 'ci'))
  let said = ''
  const child = spawn('npm', ['run', 'demo'], {
    cwd: clone,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  try {
    await steps.time('npm run demo, until it prints its two links', 0, async () => {
      for await (const chunk of child.stdout) {
        said += String(chunk)
        if (/http\S+\/demo\n/.test(said)) return
      }
      throw new Error(`the demo ended:\n${said}`)
    })
    child.stdout.resume()
    const [chat = ''] = /http:\S+/.exec(said) ?? []
    const browser = await launch()
    try {
      await steps.time('the chat opened, « aide » typed, answered', 3, async () => {
        const page = await (await browser.newContext({ viewport: { width: 1_280, height: 900 } })).newPage()
        await page.goto(chat)
        const talk = chatOf(page, 'fr')
        await talk.arrived('Maëlle')
        await talk.mark()
        await page.getByRole('textbox').fill('aide')
        await page.keyboard.press('Enter')
        await talk.arrived('Écrivez-la comme elle vient')
      })
    } finally {
      await browser.close()
    }
  } finally {
    await end(child)
  }
}
