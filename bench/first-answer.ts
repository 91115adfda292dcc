/**
 * `npm run prove -- first-answer [--demo | --archive]`: from what is delivered to the first answer of the bot in its chat,
 * timed, each act of a person counted: a fresh clone by README.md, and the archive of a release by docs/installer.md, on a
 * machine as bare as this one can make (as root alone), with stand-ins where Microsoft would be. Ends with 1 unless both
 * were answered.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { archiveOf, sumOf } from '../src/bundle/archive.ts'
import { isolated } from './first-answer/bare-machine.ts'
import { demonstrate } from './first-answer/demo.ts'
import { createSteps, tableOf } from './first-answer/steps.ts'
import { ROOT, withFolder } from './process.ts'

/** As the page calls it. */
const [ARCHIVE = ''] =
  /faire-administration-[\d.]+\.tar\.gz/.exec(readFileSync('docs/installer.md', 'utf8')) ?? []

async function demo(): Promise<void> {
  const steps = createSteps()
  await withFolder(folder => demonstrate(folder, steps))
  process.stdout.write(tableOf('README.md, the demo from a fresh clone', steps.all))
}

/** Of the pages as they were built last. */
async function archive(): Promise<number> {
  return withFolder(async folder => {
    const bytes = await archiveOf(ROOT)
    writeFileSync(join(folder, ARCHIVE), bytes)
    writeFileSync(join(folder, 'SHA256SUMS'), `${sumOf(bytes)}  ${ARCHIVE}\n`)
    const code = isolated('bench/first-answer/installation.ts', folder)
    if (code === undefined) process.stderr.write('A bare machine is made by root alone.\n')
    return code ?? 1
  })
}

const { values } = parseArgs({ options: { demo: { type: 'boolean' }, archive: { type: 'boolean' } } })
if (!values.archive) await demo()
process.exitCode = values.demo ? 0 : await archive()
