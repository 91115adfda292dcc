// `npm run new -- feature NAME`, or `npm run new -- room FEATURE/NAME`: writes the files of the recipe in CONTRIBUTING.md, and
// the entry in each list where they must be known. What it writes passes `npm test`; then one fills in.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { callOf, USAGE } from './call.ts'
import { type Plan, planFeature } from './feature.ts'
import { planRoom } from './room.ts'

const ROOT = process.cwd()

function write({ files, entries }: Plan): readonly string[] {
  const changed = new Map(files.map(({ path, text }) => [path, text]))
  for (const { path, change } of entries) {
    const text = changed.get(path) ?? readFileSync(join(ROOT, path), 'utf8')
    const next = change(text)
    if (next !== text) changed.set(path, next)
  }
  for (const [path, text] of changed) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true })
    writeFileSync(join(ROOT, path), text)
  }
  return [...changed.keys()].sort()
}

async function run(args: readonly string[]): Promise<string> {
  const call = callOf(args)
  if (call.kind === 'help') return `${USAGE}\n`
  const plan = await (call.kind === 'feature'
    ? planFeature(ROOT, call.name, call.choices)
    : planRoom(ROOT, call.path))
  const written = write(plan)
  execFileSync('biome', ['check', '--write', '--log-level=error', ...written], { stdio: 'inherit' })
  return `${written.map(path => `  ${path}`).join('\n')}\n\nNow fill in: CONTRIBUTING.md, « Recipe ».\n`
}

try {
  process.stdout.write(await run(process.argv.slice(2)))
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`)
  process.exitCode = 1
}
