// `npm run new -- feature NAME`, or `npm run new -- room FEATURE/NAME`: writes the files of the recipe in CONTRIBUTING.md, and
// the entry in each list where they must be known. What it writes passes `npm test`; then one fills in.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Plan, planFeature } from './feature.ts'
import { planRoom } from './room.ts'

const ROOT = process.cwd()
const PLANS: Readonly<Record<string, (root: string, name: string) => Plan>> = {
  feature: planFeature,
  room: planRoom,
}

function write({ files, entries }: Plan): readonly string[] {
  const changed = new Map<string, string>()
  for (const { path, change } of entries) {
    const text = changed.get(path) ?? readFileSync(join(ROOT, path), 'utf8')
    const next = change(text)
    if (next !== text) changed.set(path, next)
  }
  for (const { path, text } of files) changed.set(path, text)
  for (const [path, text] of changed) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true })
    writeFileSync(join(ROOT, path), text)
  }
  return [...changed.keys()].sort()
}

try {
  const [kind = '', name = ''] = process.argv.slice(2)
  const plan = PLANS[kind]
  if (!plan) throw new Error('npm run new -- feature NAME, or npm run new -- room FEATURE/NAME')
  const written = write(plan(ROOT, name))
  execFileSync('biome', ['check', '--write', '--log-level=error', ...written], { stdio: 'inherit' })
  process.stdout.write(
    `${written.map(path => `  ${path}`).join('\n')}\n\nNow fill in: CONTRIBUTING.md, « Recipe ».\n`,
  )
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`)
  process.exitCode = 1
}
