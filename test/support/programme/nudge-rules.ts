import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SHIPPED = 'programmes/occitanie.yaml'
const NUDGES = /^nudges:\n(?: {2}- .*\n)+/m

/** The rules of a stage on which few things are told. */
export const TWO_RULES = [
  '{ id: workshop-week, kind: workshop-week, at: "0 7 * * *", days: 7, every: 1 }',
  '{ id: ideas-waiting, kind: ideas-waiting, at: "0 7 * * *", patience: 10, every: 1 }',
]

const folders: string[] = []

function forget(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}

/** Path of the method file at `from` with these rules of nudges alone. It goes with the process. */
export function methodWith(rules: readonly string[], from = SHIPPED): string {
  const folder = mkdtempSync(join(tmpdir(), 'faire-rules-'))
  if (folders.push(folder) === 1) process.once('exit', forget)
  const section =
    rules.length === 0 ? 'nudges: []\n' : `nudges:\n${rules.map(rule => `  - ${rule}\n`).join('')}`
  const file = join(folder, 'programme.yaml')
  writeFileSync(file, readFileSync(from, 'utf8').replace(NUDGES, section))
  return file
}
