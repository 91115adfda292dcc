import assert from 'node:assert/strict'
import type { MethodFault } from '../../../src/features/programme/method/fault.ts'
import { parseMethodFile } from '../../../src/features/programme/method/parser.ts'
import type {
  MethodCheckView,
  MethodFileView,
  WholeProgrammeView,
} from '../../../src/tabs/contract/programme/method.ts'
import { maelle, type OneOfEach, setOneOfEach } from '../../support/product/one-of-each.ts'

const refused = (code: string) => (error: unknown) => (error as { code?: string }).code === code
type Examined = Exclude<MethodCheckView, { faults: unknown }>
type Faults = Extract<MethodCheckView, { faults: unknown }>

describe('the programme on a page', () => {
  let table: OneOfEach
  before(async () => {
    table = await setOneOfEach()
  })
  after(() => table.close())

  const check = (text: string) =>
    table.call(maelle, 'post', '/programme/check', { body: { text } }) as Promise<Examined & Faults>
  const take = (text: string, checked: string) =>
    table.call(maelle, 'post', '/programme/import', { body: { text, checked } }) as Promise<Examined>
  const exported = async () =>
    ((await table.call(maelle, 'post', '/programme/export')) as MethodFileView).text
  const whole = () => table.call(maelle, 'get', '/programme/whole') as Promise<WholeProgrammeView>

  it('tells what runs, with the public holidays of the year to come', async () => {
    const { axes, directions, calendar, nudges, pending } = await whole()
    assert.equal(axes.length, 5)
    assert.ok(directions.every(({ headcount }) => headcount > 0))
    assert.ok(calendar.holidays?.includes('2027-07-14'))
    assert.ok(nudges.length > 0)
    assert.deepEqual(pending, [])
  })

  it('tells what is wrong by line and column, the public holidays too', async () => {
    const text = await exported()
    const at = (text.split('\n').findIndex(line => line.startsWith('  country:')) ?? 0) + 1
    const { faults } = await check(text.replace(/^( {2}country): .*$/m, '$1: QQ'))
    assert.deepEqual(
      faults.map(({ line, column, path }) => [line, column, path]),
      [[at, 3, 'calendar.country']],
    )
    assert.deepEqual(faults[0]?.values, { country: 'QQ' })
  })

  it('is bound by what stands under an axis, and by the server that runs', async () => {
    const text = await exported()
    const without = (id: string) => {
      const begin = text.indexOf(`  - id: ${id}\n`)
      const end = [text.indexOf('  - id: ', begin + 5), text.indexOf('\nphases:', begin) + 1]
      const rest = text.slice(0, begin) + text.slice(Math.min(...end.filter(each => each > begin)))
      // A theme of an axis that is gone would be a fault of its own.
      return rest.replace(new RegExp(` {2}- id: .*\\n {4}axis: ${id}\\n(?: {4}.*\\n)*`, 'g'), '')
    }
    const standing = await check(without('usager'))
    const gone = standing.changes.find(({ act }) => act === 'removed')
    assert.deepEqual([gone?.id, gone?.barred], ['usager', 'standing'])
    assert.ok(gone?.stands.includes('ideas'))
    const empty = await check(without('territoires'))
    assert.equal(empty.changes.find(({ act }) => act === 'removed')?.barred, 'running')
    await assert.rejects(take(without('territoires'), empty.checked), refused('programme-barred'))
    assert.deepEqual((await check(text)).changes, [])
  })

  it('is taken in as it was seen, once, and waits for the server to start again', async () => {
    const text = (await exported()).replace(/^name: .*$/m, 'name: Autrement')
    const seen = await check(text)
    assert.deepEqual(
      seen.changes.map(({ of, act, facet, to }) => [of, act, facet, to]),
      [['programme', 'changed', 'name', 'Autrement']],
    )
    await assert.rejects(take(`${text}\n`, seen.checked), refused('file-changed'))
    await take(text, seen.checked)
    assert.deepEqual((await take(text, seen.checked)).changes, [])
    const { name, pending } = await whole()
    assert.notEqual(name, 'Autrement')
    assert.deepEqual(
      pending.map(({ facet, to }) => [facet, to]),
      [['name', 'Autrement']],
    )
    assert.match(await exported(), /^name: Autrement$/m)
  })

  it('names the line of a key that stands twice, at whatever depth', () => {
    const wrongIn = (text: string) => {
      try {
        return parseMethodFile(text)
      } catch (fault) {
        return (fault as MethodFault).wrongs.map(({ line, what }) => [line, what])
      }
    }
    assert.deepEqual(wrongIn('id: a\nname: b\nid: c\n'), [[3, 'id stands here twice']])
    assert.deepEqual(wrongIn('id: a\nwords:\n  fr: { x: a, x: b }\n'), [[3, 'x stands here twice']])
  })

  it('answers at once to files made to keep it busy', () => {
    const bombs = {
      deep: '['.repeat(100_000),
      aliases: `a: &a x\nb: [${'*a,'.repeat(5_000)}]`,
      laughs: Array.from({ length: 6 }, (_, at) =>
        at === 0 ? 'k0: &k0 [x]' : `k${at}: &k${at} [${`*k${at - 1},`.repeat(8)}]`,
      ).join('\n'),
      quotes: '"'.repeat(200_000),
      keys: Array.from({ length: 20_000 }, (_, at) => `k${at}: 1`).join('\n'),
    }
    for (const [name, text] of Object.entries(bombs))
      assert.throws(() => parseMethodFile(text), { name: 'MethodFault' }, name)
    assert.throws(
      () => parseMethodFile(bombs.quotes),
      ({ wrongs }: MethodFault) => wrongs.length === 100,
    )
  })
})
