import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TENANT_LIST } from '../../src/commands/tenant/items.ts'
import { tenant } from '../../src/commands/tenant.ts'
import { createMetrics } from '../../src/metrics/index.ts'

async function* typing(lines: readonly string[]): AsyncIterable<string> {
  yield* lines
}

async function run(args: readonly string[], typed: readonly string[] = []) {
  const [said, complained]: [string[], string[]] = [[], []]
  const code = await tenant(
    args,
    line => void said.push(line),
    line => void complained.push(line),
    {},
    () => typing(typed),
  )
  return { code, said: said.join('\n'), complained: complained.join('\n') }
}

describe('npm run tenant', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'faire-tenant-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const at = (name: string) => join(folder, name)
  const written = (name: string, text: string) => {
    writeFileSync(at(name), text)
    return at(name)
  }
  const reported = () => JSON.parse(readFileSync(at('report.json'), 'utf8'))
  const report = (sheet: string, ...more: readonly string[]) =>
    run(['report', at('report.json'), '--sheet', written('sheet.txt', sheet), ...more])

  it('writes a sheet with every item, which reads back as one where nothing is answered', async () => {
    assert.equal((await run(['sheet', at('sheet.txt')])).code, 0)
    const sheet = readFileSync(at('sheet.txt'), 'utf8')
    for (const { id } of TENANT_LIST.items) assert.match(sheet, new RegExp(`^${id}(?:\\.\\w+)? =$`, 'm'))
    assert.doesNotMatch(sheet, /\]\(|`/)
    const { code, said } = await report(sheet)
    assert.equal(code, 0)
    assert.match(said, /^0 of 88 are answered; 0 otherwise than the app assumes\.$/m)
    assert.deepEqual(reported().answers, [])
  })

  it('takes a word however it is written, its number, and a number, and says what is not as the app assumes', async () => {
    const { code, said } = await report(
      '\uFEFFa1 = Accepte\r\nA4 = 600\nD1.navigateur = 4,5\nd2.application = 2\nA5 = 1\n',
    )
    assert.equal(code, 0)
    assert.deepEqual(reported().answers, [
      { id: 'A1', answer: 'accepté', asAssumed: true },
      { id: 'A4', answer: 600, unit: 'min', asAssumed: false },
      { id: 'D1', on: 'navigateur', answer: 4.5, unit: 's', asAssumed: true },
      { id: 'D2', on: 'application', answer: 'non', asAssumed: false },
      { id: 'A5', answer: 'oui' },
    ])
    assert.deepEqual(reported().devices, ['navigateur', 'application'])
    assert.match(said, /^5 of 88 are answered; 2 otherwise/m)
    assert.match(said, /^D2\.application .* non\n {4}changes: \S/m)
  })

  it('says the versions of what runs, and keeps neither place nor time', async () => {
    await report('remarque = Sur iPhone, la carte est coupée')
    const { version, engine, node, remarks } = reported()
    assert.deepEqual([engine, node], ['sqlite', process.versions.node])
    assert.equal(version, JSON.parse(readFileSync('package.json', 'utf8')).version)
    assert.deepEqual(remarks, { whole: 'Sur iPhone, la carte est coupée' })
    assert.ok(!readFileSync(at('report.json'), 'utf8').includes(folder))
  })

  it('refuses each line that it cannot take, by its number, and writes nothing', async () => {
    const { code, complained } = await report(
      ['# a', 'A1 = peut-être', 'A4 = beaucoup', 'Z9 = oui', 'no sign', 'A5 = oui', 'A5 = non'].join('\n'),
    )
    assert.equal(code, 2)
    assert.deepEqual(complained.split('\n').slice(1), [
      '  line 2: A1 takes 1 accepté, 2 avertissement, 3 refusé',
      '  line 3: A4 takes a number from 0 to 2880, in min',
      '  line 4: « z9 » is no item of the list',
      '  line 5: it has no sign =',
      '  line 7: A5 is answered twice',
    ])
    assert.deepEqual(readdirSync(folder), ['sheet.txt'])
  })

  for (const [what, remark, says] of [
    ['an e-mail', 'vu par ines.roux@example.org', /an address, a mention or a link: « ines/],
    ['a mention', 'vu par @ines', /an address, a mention/],
    ['a link', 'sur https://host/x', /an address, a mention or a link/],
    ['the name of a tenant', 'contoso.onmicrosoft.com', /an address, a mention or a link/],
    ['an address of the network', 'depuis 10.0.0.12', /an address, a mention or a link/],
    ['a GUID', '1fec8e78-bce4-4aaf-ab1b-5451cc387264', /holds an identifier/],
    ['what Teams calls somebody', 'id 29:1abc', /an address, a mention or a link/],
    ['a telephone number', 'au 06 12 34 56 78', /a telephone number/],
    ['names', 'vu avec Inès, puis Hugo', /may be a name: « Inès, », « Hugo »;/],
    ['a name in capitals', 'vu avec ROUX', /may be a name/],
    ['a name behind an apostrophe', 'l’écran d’Hugo', /may be a name/],
    ['three hundred letters and one', 'a'.repeat(301), /longer than 300 letters/],
  ] as const)
    it(`refuses a remark that holds ${what}, with its line, and writes nothing`, async () => {
      const { code, complained } = await report(`A1 = 1\nA1.remarque = ${remark}`)
      assert.equal(code, 2)
      assert.match(complained, /^ {2}line 2: /m)
      assert.match(complained, says)
      assert.deepEqual(readdirSync(folder), ['sheet.txt'])
    })

  it('takes a remark that names products and measures', async () => {
    const remark = 'Après 6 s, Teams (Android 15) montre une erreur ; avec TalkBack aussi. Vu 12 fois, 4.5 s'
    const { code, complained } = await report(`B3.remarque = ${remark}`)
    assert.deepEqual([code, complained], [0, ''])
    assert.deepEqual(reported().remarks, { B3: remark })
  })

  it('asks each item in turn without a sheet, says what it takes, and ends at a dot or where nobody types', async () => {
    for (const last of [['.'], []]) {
      const { code, said } = await run(
        ['report', at(`report-${last.length}.json`)],
        ['peut-être', '2', '', ...last],
      )
      assert.equal(code, 0)
      assert.match(said, /^It takes 1 accepté, 2 avertissement, 3 refusé\.$/m)
      assert.match(said, /^1 of 88 are answered; 1 otherwise/m)
    }
  })

  it('ends at the dot, though more could be typed', async () => {
    const program = ['src/commands/tenant.ts', 'report', at('report.json')]
    const child = spawn(process.execPath, program, { stdio: ['pipe', 'ignore', 'inherit'] })
    child.stdin.write('1\n.\n')
    const [code] = await once(child, 'exit')
    assert.equal(code, 0)
    assert.equal(reported().answered, 1)
  })

  it('asks for another remark where one cannot leave', async () => {
    const passed = Array.from({ length: 88 }, () => '')
    const { said } = await run(['report', at('report.json')], [...passed, 'vu avec Inès', 'rien à dire'])
    assert.match(said, /^It holds a word with a capital that may be a name/m)
    assert.deepEqual(reported().remarks, { whole: 'rien à dire' })
  })

  it('adds what the server measured, by values that this version lists', async () => {
    const metrics = createMetrics(0)
    const { meter } = metrics
    for (const ms of [20, 2_600, 6_000, 12_000]) meter.time('faire_turn_seconds', ms, { kind: 'invoke' })
    meter.time('faire_send_seconds', 3_000, { what: 'edit' })
    meter.count('faire_sends_total', { what: 'edit', outcome: 'refused' })
    meter.count('faire_throttled_total', {})
    meter.gauge('faire_build_info', () => [{ labels: { version: '0.1.0', engine: 'postgres' }, value: 1 }])
    const page = await metrics.listen()
    const url = `http://127.0.0.1:${page.port}/metrics`
    const { code, complained } = await report('A1 = 1', '--metrics', url, '--metrics', url)
    await page.close()
    assert.deepEqual([code, complained], [0, ''])
    const { version, engine, measured } = reported()
    assert.deepEqual([version, engine], ['0.1.0', 'postgres'])
    const { hours, ...figures } = measured
    assert.ok(hours >= 0 && hours < 24)
    assert.deepEqual(figures, {
      invokes: { all: 8, over: { '2.5 s': 6, '5 s': 4, '10 s': 2 } },
      posts: { all: 0, over: { '2.5 s': 0, '5 s': 0, '10 s': 0 } },
      edits: { all: 2, over: { '2.5 s': 2, '5 s': 0, '10 s': 0 } },
      counts: { 'faire_sends_total{what="edit",outcome="refused"}': 2, faire_throttled_total: 2 },
    })
    assert.ok(!readFileSync(at('report.json'), 'utf8').includes(`${page.port}`))
  })

  it('says in a sentence of a page that is not there, is none, or no address', async () => {
    const server = createServer((_, response) => void response.end('faire_build_info 1\n'))
    await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    for (const [url, says] of [
      [`http://127.0.0.1:${port}/metrics`, /none of this app/],
      ['127.0.0.1:9464', /takes the address of a page/],
      ['http://127.0.0.1:1/metrics', /127\.0\.0\.1:1 cannot be reached/],
    ] as const) {
      const { code, complained } = await report('A1 = 1', '--metrics', url)
      assert.equal(code, 2)
      assert.match(complained, says)
      assert.doesNotMatch(complained, /\n/)
    }
    server.close()
  })

  it('counts in the log how Teams answered, and keeps nothing else of it', async () => {
    const line = (fields: object) => JSON.stringify({ level: 40, time: 1, ...fields })
    const log = [
      line({ msg: 'Teams refuses a post', status: 403, code: 'MessageWritesBlocked', to: 'Inès' }),
      line({ msg: 'Teams refuses a post', status: 403, code: 'MessageWritesBlocked' }),
      line({ msg: 'Teams refuses a post', status: 403, code: 'a sentence on Inès Roux' }),
      line({ msg: 'a handler failed', reference: '7k2m9xqa' }),
      'not JSON, by Inès',
      line({ msg: 'tokens do not say who is a guest: ask Entra for the optional claim' }),
    ]
    const { code } = await report('', '--log', written('server.log', log.join('\n')))
    assert.equal(code, 0)
    assert.deepEqual(reported().log, [
      { line: 'Teams refuses a post', status: 403, code: 'MessageWritesBlocked', times: 2 },
      { line: 'Teams refuses a post', status: 403, code: 'other', times: 1 },
      { line: 'tokens do not say who is a guest: ask Entra for the optional claim', times: 1 },
    ])
    assert.doesNotMatch(readFileSync(at('report.json'), 'utf8'), /Inès|7k2m/)
  })

  it('writes over nothing', async () => {
    written('there.txt', 'mine')
    for (const args of [
      ['sheet', at('there.txt')],
      ['report', at('there.txt')],
    ]) {
      const { code, complained } = await run(args)
      assert.equal(code, 2)
      assert.match(complained, /is there already: give another name\.$/)
    }
    assert.equal(readFileSync(at('there.txt'), 'utf8'), 'mine')
  })

  it('ends with 2 where nothing could be done, and tells how it is used', async () => {
    for (const args of [
      [],
      ['sheet'],
      ['list', 'x'],
      ['make', 'x'],
      ['sheet', 'x', '--log', 'y'],
      ['report', 'x', '--all'],
    ]) {
      const { code, complained } = await run(args)
      assert.equal(code, 2)
      assert.match(complained, /npm run tenant -- report FILE\.json/)
    }
    for (const more of [
      ['--sheet', at('absent')],
      ['--sheet', folder],
      ['--log', folder],
    ]) {
      const { code, complained } = await run(['report', at('report.json'), ...more])
      assert.equal(code, 2)
      assert.match(complained, /is no file\.$/)
    }
    assert.match((await run(['--help'])).said, /--metrics/)
  })
})
