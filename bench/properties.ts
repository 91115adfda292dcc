/**
 * Every spec with a property, on data that `npm test` does not draw.
 * `--times N`: so many draws, each by a seed of its own, which is printed; `--seed N`: that one again.
 */
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

const RUNNER = 'test/support/runner/run.ts'

/** The specs that draw, as paths from the root. */
export function drawing(): readonly string[] {
  const drawn = (spec: string) => readFileSync(spec, 'utf8').includes("from 'fast-check'")
  return globSync('test/**/*.spec.ts').filter(drawn).sort()
}

function draw(seed: number): boolean {
  process.stdout.write(`seed ${seed}\n`)
  const env = { ...process.env, PROPERTY_SEED: String(seed) }
  return spawnSync(process.execPath, [RUNNER, ...drawing()], { env, stdio: 'inherit' }).status === 0
}

function run(): number {
  const { values } = parseArgs({
    options: { times: { type: 'string', default: '1' }, seed: { type: 'string' } },
  })
  const from = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
  const fell = Array.from({ length: Number(values.times) }, (_, at) => from + at).filter(seed => !draw(seed))
  if (fell.length > 0) process.stdout.write(`fell: --seed ${fell.join(', --seed ')}\n`)
  return fell.length > 0 ? 1 : 0
}

if (import.meta.main) process.exitCode = run()
