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
    assert.deepEqual(await imports(), [['organiser', 'chat', 'people:added=2:changed=0:left=0:roles=0']])
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

  const sentBack = async (...lines: readonly string[]) => {
    const file = encoded(peopleFile(...lines))
    const { name, body } = (await table.call(maelle, 'post', '/people/file/faults', {
      body: { file },
    })) as Download
    return { name, text: String(body) }
  }

  it('is handed out to be sent back: what is wrong with its first lines, then the others, none a formula', async () => {
    const { name, text } = await sentBack('ines@x.fr;Inès;mobilites;', 'x;=1+1;nowhere;', 'ines@x.fr;=2;;')
    const lines = text.split('\r\n')
    assert.equal(name, 'fichier-a-corriger.csv')
    assert.equal(lines[0], '\uFEFFÀ corriger;email;name;direction;roles')
    assert.match(lines[1] ?? '', /^ligne 2 · citée par une autre ligne;ines@x\.fr;Inès;mobilites;$/)
    assert.match(
      lines[2] ?? '',
      /^ligne 3 · l’adresse e-mail n’est pas valable · la Direction «\u00a0nowhere\u00a0» .*;x;'=1\+1;nowhere;$/,
    )
    assert.match(lines[3] ?? '', /^ligne 4 · même adresse e-mail qu’à la ligne 2 · .*;ines@x\.fr;'=2;;$/)
    assert.equal(lines.length, 5)
  })

  it('is imported as it comes back, corrected in place, with nobody lost and the column ignored', async () => {
    const good = ['ines@x.fr;Inès;mobilites;pilote', 'omar@x.fr;"O\'Mar; dit ""Momo""";;']
    const { text } = await sentBack(...good, 'lea@x.fr;Léa;Direction des lycée;')
    assert.match(text, /vouliez-vous dire «\u00a0Direction des lycées\u00a0»/)
    const file = encoded(new TextEncoder().encode(text.replace('lycée;', 'lycées;')))
    const call = (door: string, body: Record<string, unknown>) =>
      table.call(maelle, 'post', `/people/file/${door}`, { body })
    const seen = (await call('check', { file })) as Difference
    assert.deepEqual(counts(seen), [3, 0, 0, 0])
    assert.deepEqual(seen.added.first.map(({ name }) => name).sort(), ['Inès', 'Léa', 'O\'Mar; dit "Momo"'])
    assert.deepEqual(
      counts((await call('import', { file, checked: seen.checked })) as Difference),
      [3, 0, 0, 0],
    )
    // The same people as in the file of before, once that is corrected too.
    assert.deepEqual(counts(await check(...good, 'lea@x.fr;Léa;lycees;')), [0, 0, 0, 3])
  })

  it('reads an unknown Direction as the one that was meant, on all its lines, and writes only what was seen so', async () => {
    const file = encoded(
      peopleFile('a@x.fr;A;Direction des lycée;', 'b@x.fr;B;direction des LYCEE;', 'c@x.fr;C;;'),
    )
    const call = (door: string, body: object) =>
      table.call(maelle, 'post', `/people/file/${door}`, { body: { file, ...body } }) as Promise<
        Difference & Faults
      >
    const { details } = (await call('check', {})).faults.first[0] ?? {}
    assert.deepEqual([details?.near, details?.nearId], ['Direction des lycées', 'lycees'])
    const readings = [{ written: details?.direction ?? '', meant: 'lycees' }]
    const seen = await call('check', { readings })
    assert.deepEqual(
      seen.added.first.map(({ direction }) => direction),
      ['lycees', 'lycees', undefined],
    )
    assert.deepEqual(await imports(), [])
    await assert.rejects(
      call('import', { checked: seen.checked, readings: [{ written: 'c', meant: 'culture' }, ...readings] }),
      refused('file-changed'),
    )
    assert.deepEqual((await call('import', { checked: seen.checked })).faults.lines, 2)
    assert.deepEqual(await imports(), [])
    assert.deepEqual(counts(await call('import', { checked: seen.checked, readings })), [3, 0, 0, 0])
  })

  it('never reads a Direction as one that the programme does not have', async () => {
    const file = encoded(peopleFile('a@x.fr;A;Lycée;', 'b@x.fr;B;mobilites;'))
    const readings = [
      { written: 'Lycée', meant: 'nowhere' },
      { written: 'mobilites', meant: 'culture' },
    ]
    const { faults } = (await table.call(maelle, 'post', '/people/file/check', {
      body: { file, readings },
    })) as Faults
    assert.deepEqual([faults.lines, faults.first[0]?.code], [1, 'direction-unknown'])
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
