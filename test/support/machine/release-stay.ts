/**
 * `node release-stay.ts FOLDER DATA`: runs an unpacked release as an operator would, by the names of package.json's scripts, and
 * prints what came of it as JSON. A process of its own, so that it may have no network and be another user.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [, , folder = '', data = ''] = process.argv
const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}
const env = { ...process.env, DATABASE_URL: `file:${data}/x.sqlite` }
const about = { cwd: folder, env }

type Ended = { readonly code: number | null; readonly said: string }

/** What came of it. */
export type Stay = {
  readonly user?: number
  /** Whether the release's own folder could be written to. */
  readonly mayWrite: boolean
  readonly answers: Readonly<Record<'ready' | 'page' | 'licences' | 'stranger', number>>
  readonly server: { readonly code: number | null; readonly wrong: string }
  readonly commands: Readonly<Record<string, Ended>>
}

function run(script: string, ...args: readonly string[]): Ended {
  const [, file = ''] = scripts[script]?.split(' ') ?? []
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    ...about,
    encoding: 'utf8',
  })
  return { code: status, said: stdout + stderr }
}

async function serve(): Promise<Pick<Stay, 'answers' | 'server'> & { readonly backup: Ended }> {
  const child = spawn(process.execPath, scripts.start?.split(' ').slice(1) ?? [], about)
  let wrong = ''
  child.stderr.setEncoding('utf8').on('data', chunk => {
    wrong += chunk
  })
  let port: number | undefined
  for await (const line of child.stdout) {
    const ready = /"port":(\d+),"msg":"ready"/.exec(String(line))
    if (ready) port = Number(ready[1])
    if (port) break
  }
  const at = `http://127.0.0.1:${port}`
  const statusOf = async (path: string, init?: RequestInit) => (await fetch(`${at}${path}`, init)).status
  const answers = {
    ready: await statusOf('/health/ready'),
    page: await statusOf('/tabs/personal'),
    licences: await statusOf('/tabs/licences.txt'),
    stranger: await statusOf('/api/messages', { method: 'POST', body: '{}' }),
  }
  const backup = run('db', 'backup', `${data}/backups/`)
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  return { answers, backup, server: { code, wrong } }
}

function mayWrite(): boolean {
  try {
    writeFileSync(join(folder, 'written'), '')
    return true
  } catch {
    return false
  }
}

const { answers, backup, server } = await serve()
const user = process.getuid?.()
const stay: Stay = {
  ...(user !== undefined && { user }),
  mayWrite: mayWrite(),
  answers,
  server,
  commands: {
    backup,
    migrate: run('db', 'migrate'),
    method: run('programme', 'check', 'programmes/occitanie.yaml'),
    people: run('people', 'import', `${data}/people.csv`, '--dry-run'),
    check: run('check:install'),
    package: run('package', '--env', 'dev', '--out', data),
    words: run('words', 'check', `${data}/none.json`),
    ballot: run('ballot', 'recount', 'none'),
    assistant: run('assistant', 'check'),
  },
}
process.stdout.write(JSON.stringify(stay))
