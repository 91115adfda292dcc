import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programme } from '../../src/commands/programme.ts'
import { openDatabase } from '../../src/db/index.ts'
import { programmeStore } from '../../src/features/programme/wire.ts'
import { onEachEngine } from '../support/database/engines.ts'
import { journalAt } from '../support/features/audit.ts'
import { camille, setOneOfEach } from '../support/product/one-of-each.ts'

const OCCITANIE = 'programmes/occitanie.yaml'

let folder: string
let url: string

/** What the command answers, and its exit code. */
async function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const env = { DATABASE_URL: url }
  const code = await programme(
    args,
    line => void out.push(line),
    line => void err.push(line),
    env,
  )
  return { code, out: out.join('\n'), err: err.join('\n') }
}

/** Occitanie's file with these texts in place of others. */
function changed(...changes: readonly (readonly [from: string | RegExp, to: string])[]): string {
  const file = join(folder, 'changed.yaml')
  const text = changes.reduce(
    (before, [from, to]) => {
      const after = before.replace(from, to)
      assert.notEqual(after, before, `the file no longer holds ${from}`)
      return after
    },
    readFileSync(OCCITANIE, 'utf8'),
  )
  writeFileSync(file, text)
  return file
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'programme-command-'))
  url = `file:${join(folder, 'data', 'programme.sqlite')}`
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('npm run programme', () => {
  it('tells how it is used, as a whole and for each verb', async () => {
    for (const verb of ['check', 'diff', 'export', 'import', 'schema', 'words']) {
      const { code, out } = await run(verb, '--help')
      assert.equal(code, 0)
      assert.match(out, new RegExp(`^npm run programme -- ${verb}`))
      assert.ok((await run('--help')).out.includes(verb))
      for (const line of out.split('\n')) assert.ok(line.length <= 95, line)
    }
  })

  it('ends with 2 and how it is used when it was not understood', async () => {
    const misused = [
      [],
      ['foo'],
      ['check'],
      ['diff', 'a'],
      ['check', OCCITANIE, '--dry-run'],
      ['--wet'],
      ['constructor'],
    ]
    for (const args of misused) {
      const { code, out, err } = await run(...args)
      assert.deepEqual([code, out], [2, ''], args.join(' '))
      assert.match(err, /npm run programme/)
    }
    url = 'mysql://x'
    assert.deepEqual(await run('export'), {
      code: 2,
      out: '',
      err: 'DATABASE_URL: give file:path or postgres://user@host/database',
    })
  })
})

describe('programme check', () => {
  it('says what a file that can be used holds', async () => {
    const { code, out } = await run('check', OCCITANIE)
    assert.equal(code, 0)
    assert.equal(
      out,
      `${OCCITANIE} can be used: 5 axes, 3 phases, 30 Directions of 6,700 agents, 10 rules of nudges, 0 texts of its own.`,
    )
  })

  it('counts the rules of nudges that run, and says so when none does', async () => {
    const off = await run('check', changed(['days: 3 }', 'days: 3, off: true }']))
    assert.match(off.out, / 9 rules of nudges, /)
    const { code, out } = await run('check', changed([/^nudges:\n(?: {2}- .*\n)+/m, 'nudges: []\n']))
    assert.equal(code, 0)
    assert.match(out, / 0 rules of nudges, .*\n {2}No rule of nudges runs: nobody is reminded of anything\./)
  })

  it('shows patterns of time in quotes, as a file has to write them', async () => {
    const rules =
      'nudges:\n  - { id: a1, kind: my-horizon, at: 7 }\n  - { id: b1, kind: digest, at: "0 7 * * *" }\n'
    const { err } = await run('check', changed([/^nudges:\n(?: {2}- .*\n)+/m, rules]))
    assert.match(err, /nudges\.0\.at: .*\n {4}right: at: "0 7 \* \* 1-5"/)
    const star = await run('check', changed(['at: "30 6 * * 1"', 'at: * 6 * * 1']))
    const line = readFileSync(OCCITANIE, 'utf8').split('at: "30 6 * * 1"')[0]?.split('\n').length
    assert.ok(star.err.includes(`1 thing is wrong.\n  line ${line}: `))
    assert.match(star.err, /right: at: "0 6 \* \* 1"/)
  })

  it('names the icons that the pages do not carry, as no fault', async () => {
    const { code, out } = await run('check', changed(['icon: LeafTwo', 'icon: Airplane']))
    assert.equal(code, 0)
    assert.match(out, /draw a circle for Airplane: they carry Beaker, .*RibbonStar, Wrench\.$/)
  })

  it('says everything that is wrong, each with its line, its path and how it could read', async () => {
    const { code, out, err } = await run(
      'check',
      changed(
        ['language: fr', 'language: oc'],
        ['zone: Europe/Paris', 'zone: Europe/Tolosa'],
        ['icon: LeafTwo', 'icon: leaf'],
        ['"#3B6B12"', '"#9CD06A"'],
        ['slot: 2', 'slot: 1'],
        ['from: 2027-03-01', 'from: 2027-02-01'],
        ['headcount: 32', 'head: 32'],
        [
          /$/,
          'words: { fr: { direction.titel: Mon pôle, direction.saved: Fait }, en: { help.title: "{" } }\n',
        ],
      ),
    )
    assert.deepEqual([code, out], [1, ''])
    const [first, ...lines] = err.split('\n')
    assert.match(first ?? '', /changed\.yaml: 11 things are wrong\.$/)
    const numbers = lines.flatMap(line => /^ {2}line (\d+), [\w.]+: ./.exec(line)?.[1] ?? []).map(Number)
    assert.equal(numbers.length, 11)
    assert.deepEqual(
      numbers,
      numbers.toSorted((a, b) => a - b),
    )
    for (const right of [
      'language: fr',
      'zone: Europe/Paris',
      'icon: PeopleTeam',
      'ink: "#56723A"',
      'slot: 2',
      'from: 2027-03-01',
      'headcount: 88',
      'the keys here are id, name, headcount',
      'direction.title: Ma Direction',
      'direction.saved: "Là où vous travaillez\u00A0: {direction}."',
    ])
      assert.ok(lines.includes(`    right: ${right}`), `${right}\n${err}`)
  })

  it('knows which countries and regions have public holidays', async () => {
    const nowhere = await run('check', changed(['country: FR', 'country: ZZ']))
    assert.match(
      nowhere.err,
      /calendar\.country: the public holidays of ZZ are not known\n {4}right: country: FR/,
    )
    const region = await run('check', changed(['country: FR', 'country: FR\n  region: "99"']))
    assert.match(region.err, /calendar\.region: .*57 Département Moselle.*\n {4}right: region: "57"/)
    assert.equal((await run('check', changed(['country: FR', 'country: FR\n  region: "57"']))).code, 0)
  })

  it('refuses a file that cannot be read', async () => {
    const { code, err } = await run('check', join(folder, 'gone.yaml'))
    assert.equal(code, 1)
    assert.match(err, /gone\.yaml: 1 thing is wrong\.\n {2}cannot be read \(ENOENT\)/)
  })
})

describe('programme diff', () => {
  it('tells in sentences what changes', async () => {
    const other = changed(['headcount: 32', 'headcount: 33'])
    assert.deepEqual(await run('diff', OCCITANIE, other), {
      code: 0,
      out: 'Direction "cabinet": headcount changes from "32" to "33".',
      err: '',
    })
    assert.equal((await run('diff', OCCITANIE, OCCITANIE)).out, 'Both say the same.')
  })
})

describe('programme export and import, where there is no database', () => {
  it('export says so and makes none', async () => {
    const { code, err } = await run('export')
    assert.equal(code, 1)
    assert.match(err, /holds no programme yet/)
    assert.ok(!existsSync(join(folder, 'data')))
  })

  it('a dry run says so and makes none', async () => {
    const { code, out } = await run('import', OCCITANIE, '--dry-run')
    assert.equal(code, 0)
    assert.equal(out, 'The database holds no programme yet: all of it is new.\nNothing was written.')
    assert.ok(!existsSync(join(folder, 'data')))
  })

  it('import makes it, and export gives the same programme back', async () => {
    const { code, out } = await run('import', OCCITANIE)
    assert.equal(code, 0)
    assert.match(out, /^Imported\. In force at once: phases, .* until the server starts again\.$/m)
    const file = join(folder, 'exported.yaml')
    assert.equal((await run('export', file)).code, 0)
    assert.equal((await run('check', file)).code, 0)
    assert.equal((await run('diff', OCCITANIE, file)).out, 'Both say the same.')
    assert.equal((await run('export')).out, readFileSync(file, 'utf8').trimEnd())
    assert.equal((await run('import', file)).out, 'The database says the same already.')
  })

  it('export says in a sentence that it cannot write where it is told to', async () => {
    await run('import', OCCITANIE)
    const { code, err } = await run('export', join(folder, 'nowhere', 'x.yaml'))
    assert.equal(code, 1)
    assert.match(err, /x\.yaml: cannot be written \(ENOENT\)$/)
  })

  it('each stands in the journal as the operator’s, when it wrote or gave something', async () => {
    await run('import', OCCITANIE, '--dry-run')
    for (let n = 0; n < 2; n++) await run('import', OCCITANIE)
    await run('export')
    assert.deepEqual(await journalAt(url), [
      ['operator', '', 'programme.import', 'command'],
      ['operator', '', 'programme.export', 'command'],
    ])
  })

  it('leaves a database that is not migrated as it is', async () => {
    await run('import', OCCITANIE)
    const db = await openDatabase({ url })
    await db.transact(async () => {})
    await db.close()
    url = `file:${join(folder, 'empty.sqlite')}`
    writeFileSync(join(folder, 'empty.sqlite'), '')
    const { code, err } = await run('export')
    assert.equal(code, 1)
    assert.match(err, /start the server once/)
  })
})

onEachEngine('programme import, where people have acted', engine => {
  let drop = async () => {}
  const current = async () => {
    const db = await openDatabase({ url })
    return db.read(tx => programmeStore(tx).current()).finally(() => db.close())
  }

  beforeEach(async () => {
    if (engine.name === 'postgres') ({ url, drop } = await engine.begin())
    const all = await setOneOfEach(url)
    await all.stage.as(camille).presses('people.direction', { direction: 'lycees', nonce: 'n'.repeat(22) })
    await all.actor(camille, 'pilot')
    await all.stage.settle()
    await all.close()
  })
  afterEach(() => drop())

  const gone = (id: string) => [new RegExp(`  - \\{ id: ${id},.*\\n`), ''] as const
  const withoutAxis = / {2}- id: usager\n(?: {4}.*\n)*/
  const withoutThemes = / {2}- id: .*\n {4}axis: usager\n(?: {4}.*\n)*/g

  it('tells what stands under what changes, and writes it', async () => {
    const file = changed(['Faire équipe,', 'Faire équipes,'], gone('cabinet'))
    const tried = await run('import', file, '--dry-run')
    assert.equal(tried.code, 0)
    assert.match(tried.out, /Axis "equipe": title in French .*\n {4}Under it: 3 workshops\.\n/)
    assert.match(tried.out, /Direction "cabinet" is removed\.\nNothing was written\.$/)
    assert.equal((await current())?.directions.length, 30)
    const done = await run('import', file)
    assert.equal(done.code, 0)
    assert.match(done.out, /Imported/)
    const kept = await current()
    assert.equal(kept?.directions.length, 29)
    assert.equal(kept?.axes[4]?.title.fr, 'Faire équipes')
  })

  it('refuses to remove what something stands under, naming how much, and writes nothing', async () => {
    const file = changed([withoutAxis, ''], [withoutThemes, ''], gone('lycees'), ['perWeek: 3', 'perWeek: 2'])
    for (const args of [['--dry-run'], []]) {
      const { code, out } = await run('import', file, ...args)
      assert.equal(code, 1)
      assert.match(out, /Axis "usager" cannot be removed: 6 ideas, 1 commitment would be left/)
      assert.match(
        out,
        /Direction "lycees" cannot be removed: 2 people, 1 pilot or manager, 5 ideas, 1 trial, 1 commitment would/,
      )
      assert.match(out, /Nothing was written\.$/)
    }
    const kept = await current()
    assert.equal(kept?.axes.length, 5)
    assert.equal(kept?.messages.perWeek, 3)
  })
})
