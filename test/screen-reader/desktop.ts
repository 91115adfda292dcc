import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { WholeLanguage } from '../../src/kernel/text/language.ts'

const LOCALES = { fr: 'fr_FR', en: 'en_GB' } as const

export type Desktop = ReturnType<typeof startProcesses> & { readonly env: NodeJS.ProcessEnv }

/** The first line that a program writes to descriptor `fd`. */
async function firstLine(child: ChildProcess, fd: number): Promise<string> {
  for await (const line of createInterface({ input: child.stdio[fd] as Readable })) return line
  throw new Error(`${child.spawnfile} ended before it was ready`)
}

/** Programs of one desktop, which end with it, the last first. */
function startProcesses() {
  const running: ChildProcess[] = []
  return {
    /** `fd`: a descriptor of it that we read. */
    start(program: string, args: readonly string[], env: NodeJS.ProcessEnv, fd = 3): ChildProcess {
      const stdio = Array.from({ length: fd + 1 }, (_, at) =>
        at === fd ? ('pipe' as const) : ('ignore' as const),
      )
      const child = spawn(program, args, { stdio, env })
      running.push(child)
      return child
    },
    async stop(): Promise<void> {
      for (const child of running.reverse()) {
        if (child.exitCode !== null) continue
        const ended = new Promise(resolve => child.once('exit', resolve))
        child.kill('SIGKILL')
        await ended
      }
    },
  }
}

/** A locale of the system in `folder`: without one, roles are spoken in English. */
function makeLocale(name: string, folder: string): void {
  execFileSync('localedef', ['-i', name, '-f', 'UTF-8', join(folder, `${name}.UTF-8`)])
}

/** A screen that nobody sees, a window manager and a bus, in `language`; nothing of it is left when it stops. */
export async function openDesktop(language: WholeLanguage): Promise<Desktop> {
  const home = mkdtempSync(join(tmpdir(), 'faire-desktop-'))
  const runtime = join(home, 'runtime')
  mkdirSync(runtime, { mode: 0o700 })
  const name = LOCALES[language]
  makeLocale(name, home)
  const processes = startProcesses()
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: home,
    XDG_RUNTIME_DIR: runtime,
    LOCPATH: home,
    LANG: `${name}.UTF-8`,
    LANGUAGE: language,
    GTK_MODULES: 'gail:atk-bridge',
  }
  const screen = processes.start(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1280x1100x24', '-nolisten', 'tcp'],
    env,
  )
  env.DISPLAY = `:${await firstLine(screen, 3)}`
  const bus = processes.start('dbus-daemon', ['--session', '--nofork', '--print-address=3'], env)
  env.DBUS_SESSION_BUS_ADDRESS = await firstLine(bus, 3)
  processes.start('openbox', [], env)
  return {
    ...processes,
    env,
    async stop() {
      await processes.stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
