// npm run test:near [-- BASE]: in about a minute, on SQLite, what the changes since BASE (else those of today) can touch.
import { spawnSync } from 'node:child_process'
import { changedFiles } from './changed.ts'
import { nearSpecs } from './distance.ts'
import { secondsOf, withinBudget } from './seconds.ts'

const [base] = process.argv.slice(2)
const changed = changedFiles(base)
const { chosen, left } = withinBudget(nearSpecs(changed), secondsOf())
process.stdout.write(`${changed.size} files changed, ${chosen.length} specs near them\n`)
if (left.length > 0) {
  process.stdout.write(`Left to npm run test:unit, farther or longer than a minute: ${left.length} specs\n`)
}
if ([...changed].some(path => path.startsWith('src/tabs/'))) {
  process.stdout.write('A page changed: npm run test:e2e draws it\n')
}
if (chosen.length > 0) {
  const { status } = spawnSync(process.execPath, ['test/support/runner/run.ts', '--no-postgres', ...chosen], {
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
}
