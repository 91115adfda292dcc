import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { ROOT } from '../process.ts'

/** Debian's own, as a login of root has it: what a shell knows without the project. */
export const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

const mount = (...words: readonly string[]) => void execFileSync('mount', words)

/**
 * This machine as its distribution made it, with nothing of the project, its user or its packages but Node: all that is
 * written there is gone afterwards, and no network leads out of it. Only within the namespaces of `isolated`.
 */
export function openMachine(folder: string) {
  const [layers, root] = [join(folder, 'layers'), join(folder, 'root')]
  for (const made of [layers, root]) mkdirSync(made)
  mount('-t', 'tmpfs', 'tmpfs', layers)
  for (const made of ['upper', 'work']) mkdirSync(join(layers, made))
  const parts = `lowerdir=/,upperdir=${layers}/upper,workdir=${layers}/work`
  mount('-t', 'overlay', 'overlay', '-o', parts, root)
  mount('--rbind', '/dev', join(root, 'dev'))
  mount('-t', 'proc', 'proc', join(root, 'proc'))
  for (const empty of ['tmp', 'root', ROOT]) mount('-t', 'tmpfs', 'tmpfs', join(root, empty))
  // Where no network leads to nodejs.org, the page has one install it as this.
  rmSync(join(root, 'usr/bin/node'), { force: true })
  copyFileSync(process.execPath, join(root, 'usr/bin/node'))
  chmodSync(join(root, 'usr/bin/node'), 0o755)
  const words = (line: string) => [
    root,
    'env',
    '-i',
    `PATH=${PATH}`,
    'HOME=/root',
    'sh',
    '-euc',
    `cd /root\n${line}`,
  ]
  return {
    root,
    write: (path: string, text: string | Uint8Array) => writeFileSync(join(root, path), text),
    /** Runs the line as root. @returns what it printed. @throws Error with that, unless it ended with 0 */
    async run(line: string): Promise<string> {
      // Not in one go: what it calls is answered by this process.
      const child = spawn('chroot', words(line), { stdio: ['ignore', 'pipe', 'pipe'] })
      const [printed, wrong, [code]] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, 'exit'),
      ])
      if (code !== 0) throw new Error(`« ${line} » ended with ${code}:\n${printed}${wrong}`)
      return printed
    },
    /** Starts what goes on, and answers once it has printed `said`. */
    async start(line: string, said: string) {
      const child = spawn('chroot', words(line), { stdio: ['ignore', 'pipe', 'pipe'] })
      let heard = ''
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', chunk => {
          heard += chunk
        })
      await new Promise<void>((resolve, reject) => {
        child.stdout.on('data', () => heard.includes(said) && resolve())
        child.once('exit', code => reject(new Error(`« ${line} » ended with ${code}:\n${heard}`)))
      })
      return {
        said: () => heard,
        async stop() {
          const gone = once(child, 'exit')
          child.kill('SIGTERM')
          await gone
        },
      }
    },
  }
}

export type Machine = ReturnType<typeof openMachine>

/** Namespaces of its own for mounts, processes and the network, which has loopback alone; nothing outlives it. */
const ISOLATED = [
  '--mount',
  '--propagation',
  'private',
  '--net',
  '--pid',
  '--fork',
  '--kill-child',
  '--mount-proc',
]

/** Runs a program of ours there. Only root may. @returns its exit code; undefined where that cannot be */
export function isolated(program: string, ...words: readonly string[]): number | undefined {
  if (spawnSync('unshare', [...ISOLATED, 'true']).status !== 0) return undefined
  const line = [
    'sh',
    '-c',
    'ip link set lo up && exec "$@"',
    'sh',
    process.execPath,
    '--import',
    'tsx',
    program,
  ]
  return spawnSync('unshare', [...ISOLATED, ...line, ...words], { cwd: ROOT, stdio: 'inherit' }).status ?? 1
}
