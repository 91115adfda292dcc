import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { namesOf, roomNamesOf } from './names.ts'
import { planRoom } from './room.ts'
import { roomEntries } from './room-entries.ts'

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
const KNOWN = 'has one row for each act|is in the list|is walked through every'

/** One in a feature that has a folder in the contract of the tabs, one in a feature that has a file there. */
const ROOMS = ['ideas/thanks', 'ballots/late-votes']
const ROOM_SPECS = [
  'test/architecture.spec.ts',
  'test/docs/contract-paths.spec.ts',
  ...ROOMS.map(room => `test/features/${room}.spec.ts`),
]

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

  it('names what a room exports by its feature as well', () => {
    assert.deepEqual(roomNamesOf('workshops', 'late-seats'), {
      feature: 'workshops',
      name: 'late-seats',
      Name: 'LateSeats',
      part: 'workshopLateSeats',
      Part: 'WorkshopLateSeats',
      PART: 'WORKSHOP_LATE_SEATS',
    })
  })

  for (const bad of ['', 'Thanks', '1st', 'a b', '../x', 'kind-words', 'services', 'core'])
    it(`refuses to call something « ${bad} »`, () => assert.throws(() => namesOf(bad), /is no name/))

  for (const bad of ['', 'Late', 'late-', 'a/b', '..', 'seat-helpers', 'shared'])
    it(`refuses to call a room « ${bad} »`, () =>
      assert.throws(() => roomNamesOf('ideas', bad), /is no name of a room/))

  const refusals = {
    'thread/thanks': /thread is flat, .* or divide it first, /,
    'nowhere/thanks': /no feature « nowhere »: npm run new -- feature nowhere/,
    'ideas/boxes': /src\/features\/ideas\/boxes stands already/,
    'workshops/needs': /contract\/workshops\/needs.ts stands already/,
    'ideas/reported': /« get \/ideas\/reported » is another room’s already/,
  }
  for (const [room, sentence] of Object.entries(refusals))
    it(`refuses to write the room ${room}`, () => assert.throws(() => planRoom(ROOT, room), sentence))

  it('draws a room on the map, at the end of its feature’s line', () => {
    const map = (line: string) =>
      `## Rooms\n\n\`\`\`\npeople  person ◀ roles\n${line}\nthread\n\`\`\`\n\n    ideas ◀ x\n`
    const entry = roomEntries(roomNamesOf('ideas', 'thanks')).find(({ path }) => path === 'ARCHITECTURE.md')
    for (const line of ['ideas   idea ◀ boxes', 'ideas   idea ◀ boxes ◀\n        erasure'])
      assert.equal(entry?.change(map(line)), map(`${line} ◀ thanks`))
    for (const without of ['ideas ◀ boxes', map('boxes ◀ idea'), '## Rooms\n\nideas ◀ boxes'])
      assert.equal(entry?.change(without), without)
  })

  it('writes a feature that is typed, well formed and known wherever it must be', function () {
    this.timeout(300_000)
    for (const name of [...READ, ...FILES, ...PAGES])
      cpSync(join(ROOT, name), join(folder, name), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    run('node', 'test/support/scaffold/run.ts', 'feature', 'lanterns')
    run('tsc')
    run('biome', 'check', '--vcs-enabled=false', 'src/features/lanterns', 'test/features/lanterns.spec.ts')
    run('mocha', ...SPECS)
    run('mocha', ...LISTS, '--grep', KNOWN)
  })

  it('writes rooms that are typed, well formed and known wherever they must be', function () {
    this.timeout(300_000)
    for (const room of ROOMS) run('node', 'test/support/scaffold/run.ts', 'room', room)
    run('tsc')
    const written = ROOMS.flatMap(room => [`src/features/${room}`, `test/features/${room}.spec.ts`])
    run('biome', 'check', '--vcs-enabled=false', ...written)
    run('mocha', ...ROOM_SPECS)
    run('mocha', ...LISTS, '--grep', KNOWN)
  })

  it('writes over nothing', () => {
    assert.throws(() => run('node', 'test/support/scaffold/run.ts', 'feature', 'lanterns'), /stands already/)
    assert.throws(() => run('node', 'test/support/scaffold/run.ts', 'room', 'ideas/thanks'), /stands already/)
  })
})
