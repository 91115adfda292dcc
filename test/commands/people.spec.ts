import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { people } from '../../src/commands/people.ts'
import { programme } from '../../src/commands/programme.ts'
import { openDatabase } from '../../src/db/index.ts'
import { journalAt } from '../support/features/audit.ts'
import { heard } from './heard.ts'

const HEADER = 'email;name;direction;roles'

describe('npm run people', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'people-command-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const env = () => ({
    DATABASE_URL: `file:${folder}/x.sqlite`,
    LINK_SECRET: 'x'.repeat(40),
    LOG_LEVEL: 'silent',
  })
  const run = (args: readonly string[], given: Record<string, string> = env()) => heard(people, args, given)
  function file(...rows: readonly string[]): string {
    const path = join(folder, 'people.csv')
    writeFileSync(path, [HEADER, ...rows].join('\n'))
    return path
  }

  it('says what a file changes, tries it, applies it, and has nothing more to change', async () => {
    const path = file('ines@x.fr;Inès Roques;mobilites;pilote', 'omar@x.fr;Omar;culture;')
    const tried = await run(['import', path, '--dry-run'])
    assert.equal(tried.code, 0)
    assert.match(
      tried.said,
      /2 personnes nouvelles\n {2}ligne 2 · Inès Roques · pilote \(Direction des mobilités\)\n/,
    )
    assert.match(tried.said, /Rien n’est changé\u00A0: c’était un essai\.$/)
    assert.match((await run(['import', path])).said, /2 personnes nouvelles[\s\S]*C’est enregistré\.$/)
    assert.match((await run(['import', path])).said, /\n2 personnes inchangées\nC’est enregistré\.$/)
  })

  it('writes a refused file anew, to be corrected, once, and imports it as it is then', async () => {
    const path = file('ines@x.fr;Inès Roques;mobilites;pilote', 'omar@x.fr;Omar;Direction des lycée;')
    const back = join(folder, 'to-correct.csv')
    const refused = await run(['import', path, '--faults', back])
    assert.equal(refused.code, 1)
    assert.match(
      refused.said,
      /vouliez-vous dire «\u00A0Direction des lycées\u00A0»\u202F\?\n.*to-correct\.csv$/,
    )
    const text = readFileSync(back, 'utf8')
    assert.match(text, /^\uFEFFÀ corriger;email;name;direction;roles\r\nligne 3 · .*;omar@x\.fr;Omar;/)
    assert.equal((await run(['import', path, '--faults', back])).code, 2)
    writeFileSync(back, text.replace('lycée;', 'lycées;'))
    assert.match((await run(['import', back])).said, /2 personnes nouvelles[\s\S]*C’est enregistré\.$/)
    assert.equal((await run(['erase', 'omar@x.fr', '--faults', back])).code, 2)
  })

  it('writes nothing when it only tries: no database, and no programme in one that has none', async () => {
    const path = file('ines@x.fr;Inès Roques;proximite;pilote')
    const town = { ...env(), PROGRAMME_FILE: 'programmes/valmorane.yaml' }
    const tried = await run(['import', path, '--dry-run'])
    assert.match(tried.said, /^Programme\u00A0: Faire Administration, Région Occitanie\n/)
    assert.ok(!existsSync(join(folder, 'x.sqlite')))
    const database = await openDatabase({ url: town.DATABASE_URL })
    await database.migrate()
    await database.close()
    await run(['import', path, '--dry-run'])
    const other = file('ines@x.fr;Inès Roques;secretariat-general;pilote')
    assert.match((await run(['import', other], town)).said, /^Programme\u00A0: Ville en mouvement, /)
  })

  it('keeps the method file from losing a Direction that somebody of the file is expected in', async () => {
    await run(['import', file('ines@x.fr;Inès;tourisme;pilote', 'omar@x.fr;Omar;culture;')])
    const without = readFileSync('programmes/occitanie.yaml', 'utf8').replace(/^.*id: tourisme,.*\n/m, '')
    const method = join(folder, 'without.yaml')
    writeFileSync(method, without)
    const told: string[] = []
    const code = await programme(
      ['import', method],
      line => told.push(line),
      () => {},
      env(),
    )
    assert.equal(code, 1)
    assert.match(told.join('\n'), /Direction "tourisme" is removed[\s\S]*1 expected person/)
  })

  it('stands in the journal as the operator’s, once for what changes something', async () => {
    const path = file('ines@x.fr;Inès Roques;mobilites;pilote')
    await run(['import', path, '--dry-run'])
    for (let n = 0; n < 2; n++) await run(['import', path])
    await run(['import', file('ines@x.fr;Inès Roques;mobilites;rien')])
    assert.deepEqual(await journalAt(env().DATABASE_URL), [['operator', '', 'people.import', 'command']])
  })

  it('says what changes of whom, and who leaves, and repeats no e-mail', async () => {
    await run(['import', file('ines@x.fr;Inès;mobilites;pilote', 'omar@x.fr;Omar;culture;')])
    const { said } = await run(['import', file('omar@x.fr;Omar Saïd;lycees;encadrement'), '--dry-run'])
    assert.match(
      said,
      /1 personne changée\n {2}ligne 2 · Omar Saïd · nom\u00A0: Omar → Omar Saïd · Direction\u00A0: .* → .* · rôle\u00A0: agent → encadrement \(/,
    )
    assert.match(said, /1 personne n’est plus dans le fichier\n {2}Inès · jamais venue/)
    assert.doesNotMatch(said, /@/)
  })

  it('names twenty people of a kind, and a hundred faults, and counts the others', async () => {
    const rows = (direction: string) =>
      Array.from({ length: 130 }, (_, at) => `a${at}@x.fr;A${at};${direction};`)
    const { said } = await run(['import', file(...rows('culture')), '--dry-run'])
    assert.deepEqual([said.match(/ligne/g)?.length, /et 110 autres/.test(said)], [20, true])
    const refused = await run(['import', file(...rows('nowhere'))])
    assert.deepEqual([refused.code, refused.said.match(/ligne/g)?.length], [1, 100])
    assert.match(refused.said, /130 points à corriger[\s\S]*et 30 autres points$/)
  })

  it('says each fault in words', async () => {
    const path = file('a@x.fr;A;lycees;pilote', 'b@x.fr;B;lycees;pilote', 'c@x.fr;C')
    const { said } = await run(['import', path])
    assert.match(
      said,
      /ligne 3 · Direction des lycées a déjà un pilote à la ligne 2\n {2}ligne 4 · 2 cellules pour 4 colonnes/,
    )
  })

  it('takes nothing from anybody with a file that names nobody', async () => {
    await run(['import', file('ines@x.fr;Inès Roques;mobilites;pilote')])
    for (const more of [['--dry-run'], []]) {
      const { code, said } = await run(['import', file(), ...more])
      assert.equal(code, 1)
      assert.match(
        said,
        /refusé\u00A0: 1 point à corriger\. Rien n’est changé\.\n {2}ligne 1 · personne n’est nommé/,
      )
    }
    const { said } = await run(['import', file('ines@x.fr;Inès Roques;mobilites;pilote')])
    assert.match(said, /\n1 personne inchangée\n/)
  })

  it('explains itself', async () => {
    const { said } = await run(['--help'])
    assert.match(said, /^npm run people -- import FILE\.csv/)
  })

  it('says what it needs when it cannot be tried', async () => {
    for (const args of [[], ['export'], ['import'], ['import', 'a', 'b'], ['import', 'a', '--force']]) {
      const { code, complained } = await run(args)
      assert.deepEqual([code, /import FILE\.csv/.test(complained)], [2, true])
    }
    assert.match(
      (await run(['import', join(folder, 'none.csv')])).complained,
      /none\.csv: cannot be read \(ENOENT\)$/,
    )
    const { LINK_SECRET: _, ...without } = env()
    assert.match((await run(['import', file()], without)).complained, /^LINK_SECRET: set the text/)
    assert.match(
      (await run(['import', file()], { ...env(), DATABASE_URL: 'x' })).complained,
      /^DATABASE_URL: /,
    )
  })

  it('finds the demo’s secret beside its database', async () => {
    const { LINK_SECRET: _, ...demo } = env()
    writeFileSync(join(folder, 'x.sqlite.link-secret'), 'y'.repeat(40))
    assert.equal((await run(['import', file('a@x.fr;A;;')], demo)).code, 0)
  })
})
