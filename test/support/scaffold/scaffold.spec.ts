import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

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

/** What the compiler found the last time: it looks again at what changed since. */
const FOUND = join(ROOT, 'node_modules/.cache/scaffold.tsbuildinfo')

/** One as it comes; one with words of its own, whose lines are kept for a time. */
const FEATURES = [['lanterns'], ['glows', '--word', 'glow', '--fr', 'lueur', '--months', '6']] as const
/** In features that join the handlers of rooms, their verbs, or have none yet; with folders in the contract of the tabs and in the tests, or files. */
const ROOMS = ['ideas/thanks', 'ballots/late-votes', 'messages/thanks', 'programme/thanks']

/** The specs that keep lists in which a feature or a room must be known, and what was written for each. */
const SPECS = [
  'test/architecture.spec.ts',
  'test/cards/contract.spec.ts',
  'test/db/personal-data-inventory.spec.ts',
  'test/docs/contract-paths.spec.ts',
  'test/docs/free-texts.spec.ts',
  'test/rights/cleared-tables.spec.ts',
  ...FEATURES.flatMap(([name]) => [`test/features/${name}.spec.ts`, `test/stores/${name}.spec.ts`]),
  ...ROOMS.map(room => `test/features/${room}.spec.ts`),
  'test/stores/ideas/thanks.spec.ts',
  'test/stores/ballots-late-votes.spec.ts',
  'test/stores/messages/thanks.spec.ts',
  'test/stores/programme-thanks.spec.ts',
]
/** And those whose other facts take long. */
const LISTS = [
  'test/conversation/typed-words.spec.ts',
  'test/features/permissions.spec.ts',
  'test/features/two-doors.spec.ts',
  'test/i18n/catalogue.spec.ts',
  'test/stores/reads.spec.ts',
]
const KNOWN = [
  'lead to one command each',
  'has one row for each act',
  'is walked through every',
  'is in the list',
  'has the same keys',
  'has all that its files hold',
  'holds no word that nobody says',
  'asks for the same values',
  'sets French signs off',
  'asks each store',
  'lines of lanterns',
  'lines of glows that are old',
  'a name, for',
]

describe('npm run new', function () {
  this.timeout(300_000)
  const changed = new Set<string>()
  const folder = mkdtempSync(join(tmpdir(), 'faire-new-'))
  after(() => rmSync(folder, { recursive: true, force: true }))

  function ran(command: string, ...args: readonly string[]) {
    const env = { ...process.env, TEST_POSTGRES_URL: '', GUARD: '' }
    return spawnSync(command, args, { cwd: folder, env, encoding: 'utf8' })
  }
  function run(command: string, ...args: readonly string[]): string {
    const { status, stdout, stderr } = ran(command, ...args)
    assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}\n${stderr}`)
    return stdout
  }
  const asked = (...args: readonly string[]) => ran('node', 'test/support/scaffold/run.ts', ...args)
  /** Each file, and when it was written last. */
  function standing() {
    const paths = globSync('{src,test,docs,adaptiveCards,*.md}/**', { cwd: folder }).sort()
    return paths.map(path => [path, statSync(join(folder, path)).mtimeMs])
  }

  before(() => {
    for (const name of [...READ, ...FILES, ...PAGES])
      cpSync(join(ROOT, name), join(folder, name), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    const written = (...args: readonly string[]) => {
      const said = run('node', 'test/support/scaffold/run.ts', ...args)
      for (const [, path = ''] of said.matchAll(/^ {2}(\S+)$/gm)) changed.add(path)
    }
    for (const args of FEATURES) written('feature', ...args)
    for (const room of ROOMS) written('room', room)
  })

  it('writes features and rooms that are typed', () => {
    const found = join(folder, '.tsbuildinfo')
    if (existsSync(FOUND)) cpSync(FOUND, found)
    run('tsc', '--incremental', '--tsBuildInfoFile', found)
    mkdirSync(dirname(FOUND), { recursive: true })
    cpSync(found, FOUND)
  })

  it('writes them well formed, the lists in which they stand too', () => {
    assert.ok(changed.size > 60)
    run('biome', 'check', '--vcs-enabled=false', ...changed)
  })

  it('makes them known wherever they must be, and says in facts what they do', () => {
    run('mocha', ...SPECS)
    const said = run('mocha', ...LISTS, '--grep', KNOWN.join('|'))
    for (const each of KNOWN) assert.match(said, new RegExp(each))
  })

  it('answers a question, and writes nothing', () => {
    const before = standing()
    const { status, stdout, stderr } = asked('--help')
    assert.deepEqual([status, stderr], [0, ''])
    assert.match(stdout, /^npm run new -- feature NAME .+\.\n$/)
    assert.deepEqual(standing(), before)
  })

  const wrong = {
    'lantern lights': /^npm run new -- feature NAME .+\n$/,
    'feature Lamps': /^« Lamps » is no name: .+\n$/,
    'feature lanterns': /^src\/features\/lanterns stands already: .+\n$/,
    'feature bulbs --fr lueur': /^« lueur » is typed for the command « glows » already: .+--fr WORD\n$/,
    'room nowhere/thanks': /^there is no feature « nowhere »: .+\n$/,
    'room ideas/thanks': /^src\/features\/ideas\/thanks stands already: .+\n$/,
  }
  for (const [call, sentence] of Object.entries(wrong))
    it(`refuses « ${call} » in one sentence, and writes nothing`, () => {
      const before = standing()
      const { status, stdout, stderr } = asked(...call.split(' '))
      assert.deepEqual([status, stdout], [1, ''])
      assert.match(stderr, sentence)
      assert.deepEqual(standing(), before)
    })
})
