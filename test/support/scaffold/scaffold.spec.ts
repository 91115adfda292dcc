import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { namesOf } from './names.ts'

const ROOT = process.cwd()
/** What the checks below read; neither the build nor the pictures. */
const READ = ['src', 'test', 'bench', 'adaptiveCards', 'programmes', 'docs', 'appPackage', 'infra', 'env']
const FILES = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'biome.json',
  '.mocharc.json',
  '.gitignore',
]
const PAGES = ['ARCHITECTURE.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'README.md']
/** The specs that keep lists in which a feature must be known. */
const SPECS = [
  'test/architecture.spec.ts',
  'test/cards/contract.spec.ts',
  'test/db/personal-data-inventory.spec.ts',
  'test/docs/free-texts.spec.ts',
  'test/features/lanterns.spec.ts',
  'test/i18n/catalogue.spec.ts',
  'test/rights/cleared-tables.spec.ts',
]

/** And two whose other facts take long. */
const LISTS = ['test/features/permissions.spec.ts', 'test/features/two-doors.spec.ts']

describe('npm run new', () => {
  const folder = mkdtempSync(join(tmpdir(), 'faire-new-'))
  after(() => rmSync(folder, { recursive: true, force: true }))

  function run(command: string, ...args: string[]): string {
    const env = { ...process.env, TEST_POSTGRES_URL: '', GUARD: '' }
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, env, encoding: 'utf8' })
    assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}\n${stderr}`)
    return stdout
  }

  it('names one of the things and all of them', () => {
    assert.deepEqual(namesOf('stories'), {
      name: 'stories',
      Name: 'Stories',
      one: 'story',
      One: 'Story',
      ONE: 'STORY',
    })
  })

  for (const bad of ['', 'Thanks', '1st', 'a b', '../x', 'kind-words', 'services'])
    it(`refuses to call something « ${bad} »`, () => assert.throws(() => namesOf(bad), /is no name/))

  it('writes a feature that is typed, well formed and known wherever it must be', function () {
    this.timeout(300_000)
    for (const name of [...READ, ...FILES, ...PAGES])
      cpSync(join(ROOT, name), join(folder, name), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    run('node', 'test/support/scaffold/run.ts', 'feature', 'lanterns')
    run('tsc')
    run('biome', 'check', '--vcs-enabled=false', 'src/features/lanterns', 'test/features/lanterns.spec.ts')
    run('mocha', ...SPECS)
    run('mocha', ...LISTS, '--grep', 'is in the list|is walked through every')
  })

  it('writes over nothing', () => {
    assert.throws(() => run('node', 'test/support/scaffold/run.ts', 'feature', 'lanterns'), /stands already/)
  })
})
