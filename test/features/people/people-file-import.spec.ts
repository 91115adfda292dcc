import assert from 'node:assert/strict'
import type { Download } from '../../../src/kernel/requests/route.ts'
import type { AuditView } from '../../../src/tabs/contract/audit.ts'
import { FILE_MOST, type FileCheckView } from '../../../src/tabs/contract/people/file.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { peopleFile } from '../../support/features/people-file.ts'
import { maelle, type OneOfEach, setOneOfEach } from '../../support/product/one-of-each.ts'

const refused = (code: string) => (error: unknown) => (error as { code?: string }).code === code
const encoded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
type Difference = Exclude<FileCheckView, { faults: unknown }>
type Faults = Extract<FileCheckView, { faults: unknown }>

describe('a people file taken in from a page', () => {
  let table: OneOfEach
  beforeEach(async () => {
    table = await setOneOfEach()
  })
  afterEach(() => table.close())

  const check = (...lines: readonly string[]) =>
    table.call(maelle, 'post', '/people/file/check', {
      body: { file: encoded(peopleFile(...lines)) },
    }) as Promise<Difference & Faults>
  const take = (checked: string, ...lines: readonly string[]) =>
    table.call(maelle, 'post', '/people/file/import', {
      body: { file: encoded(peopleFile(...lines)), checked },
    }) as Promise<Difference>
  const counts = ({ added, changed, leaving, same }: Difference) => [
    added.count,
    changed.count,
    leaving.count,
    same,
  ]
  const imports = async () => {
    const page = (await table.call(maelle, 'get', '/audit')) as Page<AuditView>
    return page.items
      .filter(({ act }) => act === 'people.import')
      .map(({ role, door, thing }) => [role, door, thing])
  }

  it('is seen before anything is written, then written once, however often it is sent', async () => {
    const lines = ['ines@x.fr;Inès;mobilites;pilote', 'omar@x.fr;Omar;;']
    const seen = await check(...lines)
    assert.deepEqual(counts(seen), [2, 0, 0, 0])
    assert.deepEqual(seen.added.first[0], {
      line: 2,
      name: 'Inès',
      role: 'pilot',
      leads: ['mobilites'],
      direction: 'mobilites',
    })
    assert.ok(!JSON.stringify(seen).includes('@'))
    assert.deepEqual(counts(await check(...lines)), [2, 0, 0, 0])
    assert.deepEqual(counts(await take(seen.checked, ...lines)), [2, 0, 0, 0])
    assert.deepEqual(counts(await take(seen.checked, ...lines)), [0, 0, 0, 2])
    assert.deepEqual(await imports(), [['organiser', 'chat', 'people:2']])
  })

  it('is not written when it is another one, or changes something else by now', async () => {
    const seen = await check('ines@x.fr;Inès;mobilites;')
    await assert.rejects(take(seen.checked, 'ines@x.fr;Inès;culture;'), refused('file-changed'))
    const other = await check('omar@x.fr;Omar;;')
    await take(other.checked, 'omar@x.fr;Omar;;')
    // Omar would leave, which the check had not shown.
    await assert.rejects(take(seen.checked, 'ines@x.fr;Inès;mobilites;'), refused('file-changed'))
    assert.equal((await imports()).length, 1)
  })

  it('tells what is wrong by line, and writes none of it', async () => {
    const { faults } = await check('x;X;nowhere;', 'ines@x.fr;Inès;;patron')
    assert.deepEqual(
      faults.first.map(({ runs, code }) => [runs, code]),
      [
        [[[2, 2]], 'mail'],
        [[[2, 2]], 'direction-unknown'],
        [[[3, 3]], 'role-unknown'],
      ],
    )
    assert.equal(faults.first[1]?.details.direction, 'nowhere')
  })

  it('tells once what is wrong in the same way, with its lines, and how many things there are in all', async () => {
    const wrong = (at: number) => `a${at}@x.fr;A;Direction des lycée;`
    const lines = [0, 1, 2, 3].map(wrong)
    const { faults } = await check(...lines.slice(0, 3), 'ines@x.fr;Inès;mobilites;', ...lines.slice(3))
    assert.deepEqual([faults.count, faults.lines], [1, 4])
    assert.deepEqual(faults.first[0]?.runs, [
      [2, 4],
      [6, 6],
    ])
    assert.equal(faults.first[0]?.details.near, 'Direction des lycées')
  })

  it('hands its faults out as a file, each beside what the line says, none a formula', async () => {
    const file = encoded(peopleFile('x;=1+1;nowhere;', 'ines@x.fr;Inès;mobilites;'))
    const { body } = (await table.call(maelle, 'post', '/people/file/faults', { body: { file } })) as Download
    const lines = String(body).split('\r\n')
    assert.equal(lines[0], '\uFEFFLigne;Ce qui ne va pas;Que faire;email;name;direction;roles')
    assert.match(lines[1] ?? '', /^2;l’adresse e-mail n’est pas valable;.*;x;'=1\+1;nowhere;$/)
    assert.match(lines[2] ?? '', /^2;la Direction «\u00a0nowhere\u00a0» /)
    assert.equal(lines.length, 4)
  })

  it('holds ten thousand people, of whom the first hundred of each kind are told', async () => {
    const lines = Array.from({ length: 10_000 }, (_, n) => `agent.${n}@occitanie.example;Agent ${n};;`)
    assert.ok(peopleFile(...lines).byteLength < FILE_MOST)
    const seen = await check(...lines)
    assert.deepEqual([seen.added.count, seen.added.first.length], [10_000, 100])
    assert.deepEqual(counts(await take(seen.checked, ...lines)), [10_000, 0, 0, 0])
    assert.deepEqual(counts(await check(...lines)), [0, 0, 0, 10_000])
  })
})
