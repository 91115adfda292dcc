import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { contentsOf } from './contents.ts'
import { entriesIn } from './entries.ts'
import { migrationsIn } from './released.ts'
import { writeServer } from './server-files.ts'
import { tarOf } from './tar.ts'

export function sumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * The archive of a release, of a repository whose pages are built (`dist-tabs`). The same commit, packages, Node and npm
 * give the same bytes.
 */
export async function archiveOf(root: string): Promise<Buffer> {
  const run = (program: string, ...args: readonly string[]) =>
    execFileSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 27 }).trim()
  mkdirSync(join(root, '.data'), { recursive: true })
  const folder = mkdtempSync(join(root, '.data/release-'))
  try {
    const server = join(folder, 'dist/')
    await writeServer(entriesIn(join(root, 'src/')), join(root, 'src/'), server)
    const bill = join(folder, 'sbom.json')
    run(process.execPath, 'src/commands/sbom.ts', bill)
    const [commit = '', seconds] = run('git', 'log', '-1', '--format=%H %ct').split(' ')
    const origin = {
      commit,
      seconds: Number(seconds),
      node: process.versions.node,
      npm: run('npm', '--version'),
    }
    const files = contentsOf({
      root,
      kept: run('git', 'ls-files').split('\n'),
      server,
      bill: readFileSync(bill, 'utf8'),
      origin,
      migration: Object.keys(migrationsIn(root)).at(-1) ?? '',
    })
    return gzipSync(tarOf(files, origin.seconds), { level: 9 })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
