import { execFileSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { type Benchmark, inTurn } from './benchmark.ts'
import { ROOT, withFolder } from './process.ts'

function timed(args: readonly string[]): Promise<number> {
  return withFolder(async folder => {
    for (const file of ['package.json', 'package-lock.json']) cpSync(join(ROOT, file), join(folder, file))
    const from = performance.now()
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', ...args], { cwd: folder, stdio: ['ignore', 2, 2] })
    return (performance.now() - from) / 1_000
  })
}

/** What was downloaded before comes from npm's cache, as it mostly does. */
export const install: Benchmark = {
  name: 'install',
  about: 'npm ci in a copy; what the server alone needs (--omit=dev --ignore-scripts)',
  unit: 's',
  long: true,
  named: true,
  run: () =>
    inTurn(
      1,
      () => timed([]),
      () => timed(['--omit=dev', '--ignore-scripts']),
    ),
}
