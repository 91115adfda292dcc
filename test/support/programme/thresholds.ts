import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SHIPPED = 'programmes/occitanie.yaml'

/** A copy of the method file of Occitanie with these thresholds, each as the file writes it; gone when the tests end. */
export function methodWithThresholds(...thresholds: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'faire-thresholds-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'programme.yaml')
  const section = `\nthresholds:\n${thresholds.map(each => `  - ${each}\n`).join('')}\ndirections:`
  writeFileSync(file, readFileSync(SHIPPED, 'utf8').replace('\ndirections:', section))
  return file
}
