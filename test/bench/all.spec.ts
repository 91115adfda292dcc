import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { faultIn, runChild } from '../../bench/all/child.ts'
import { flagsOf, groupsOf, wholeOf } from '../../bench/all/group.ts'
import { busyIn } from '../../bench/all/load.ts'
import { between, putBetween } from '../../bench/all/marks.ts'
import { linesOf, type Row } from '../../bench/all/row.ts'
import { tableOf } from '../../bench/all/table.ts'
import { type Benchmark, resultOf, type Samples } from '../../bench/benchmark.ts'
import { BENCHMARKS } from '../../bench/benchmarks.ts'

const PAGE = readFileSync('bench/README.md', 'utf8')
const samples: Samples = { values: [1_600, 1_700, 1_660], baselines: [2_000], more: { 'p99, ms': 160 } }
const VOTE: Benchmark = {
  name: 'vote',
  about: 'people voting; the bare SDK',
  unit: 'votes/s',
  aims: [
    { of: 'ratio', atLeast: 0.85 },
    { of: 'p99, ms', atMost: 150 },
  ],
  run: async () => samples,
}

const rowOf = (benchmark: Benchmark, more: Partial<Row> = {}): Row => ({
  name: benchmark.name,
  about: benchmark.about,
  size: {},
  load: 0.4,
  seconds: 10,
  ...more,
})
const READING = {
  mark: 'figures',
  day: '1 December 2026',
  command: 'npm run bench -- all --json',
  machine: { cores: 2, model: 'a processor', memory: 8_000, node: 'v24.21.0', engine: 'sqlite 3', load: 0.1 },
} as const

describe('a row of the table', () => {
  it('is made from what a bench measured, and each aim of it is met or missed', () => {
    const row = rowOf(VOTE, { result: resultOf(VOTE, samples) })
    const what = 'people voting; the bare SDK'
    const value = '1,660 votes/s (n 3, 1,600 to 1,700)'
    assert.deepEqual(linesOf(row, VOTE), [
      ['`vote`', what, value, '2,000 votes/s', '0.83', 'ratio at least 0.85', '**missed**'],
      ['', 'p99, ms', '160', '', '', 'at most 150', '**missed**'],
    ])
  })

  it('takes the aim of what is counted by the second for the least, any other for the most', () => {
    const ofMore = { ...VOTE, aims: [], aim: 1_500 }
    const ofLess: Benchmark = { ...VOTE, aims: [], aim: 1_500, unit: 'ms' }
    assert.deepEqual(resultOf(ofMore, samples).aims, [
      { of: 'value', wanted: 'at least 1,500', found: 1_660, met: true },
    ])
    assert.equal(resultOf(ofLess, samples).aims?.[0]?.met, false)
  })

  it('says that an aim is missed where nothing of that name was counted', () => {
    const result = resultOf(VOTE, { ...samples, more: {} })
    const [, counted] = linesOf(rowOf(VOTE, { result }), VOTE)
    assert.deepEqual(counted?.slice(2), ['not counted', '', '', 'at most 150', '**missed**'])
  })

  it('says at which load it was read off where that was over 2, and what was done of it', () => {
    const result = resultOf(VOTE, samples)
    const [own] = linesOf(rowOf(VOTE, { result, load: 5.7, size: { recipients: 1_000 } }), VOTE)
    assert.equal(own?.[1], 'people voting; the bare SDK; here 1,000 people')
    assert.equal(own?.[2], '1,660 votes/s (n 3, 1,600 to 1,700), **at load 5.7**')
    const [quiet] = linesOf(rowOf(VOTE, { result, load: 2 }), VOTE)
    assert.equal(quiet?.[2], '1,660 votes/s (n 3, 1,600 to 1,700)')
  })

  it('says why there is none, and what was wanted', () => {
    const wanted = 'ratio at least 0.85; p99, ms at most 150'
    assert.deepEqual(linesOf(rowOf(VOTE, { fault: 'the disk is full' }), VOTE), [
      ['`vote`', VOTE.about, 'failed: the disk is full', '', '', wanted, '**failed**'],
    ])
  })
})

describe('the table of all benches', () => {
  const rows = [rowOf(VOTE, { result: resultOf(VOTE, samples) })]
  const table = tableOf(rows, [VOTE], READING)

  it('says the machine, and how many aims are met', () => {
    assert.match(
      table,
      /^Read off on 1 December 2026 by `npm run bench -- all --json`: 2 cores \(a processor\)/,
    )
    assert.match(table, /0 of 2 aims met; missed: `vote`\./)
  })

  it('is drawn as wide as its widest cells, whatever they hold', () => {
    const text = tableOf([rowOf(VOTE, { fault: 'a | b\nc' })], [VOTE], READING)
    const lines = text.split('\n').filter(line => line.startsWith('|'))
    assert.equal(new Set(lines.map(({ length }) => length)).size, 1)
    assert.match(text, /\| failed: a \\\| b c \|/)
  })

  it('is put between its marks, the same the second time, and all else stays', () => {
    const page = 'before\n<!-- figures: begin -->\nold\n<!-- figures: end -->\nafter\n'
    const once = putBetween(page, 'figures', table)
    assert.equal(putBetween(once, 'figures', table), once)
    assert.equal(between(once, 'figures'), table)
    assert.ok(once.startsWith('before\n') && once.endsWith('\nafter\n') && !once.includes('old'))
  })

  it('is put nowhere where its marks are not there once each', () => {
    for (const page of ['', '<!-- figures: begin -->', '<!-- figures: end --><!-- figures: begin -->'])
      assert.throws(() => putBetween(page, 'figures', table), /must have/)
    const twice = '<!-- figures: begin --><!-- figures: end -->'.repeat(2)
    assert.throws(() => putBetween(twice, 'figures', table), /must have/)
  })
})

describe('bench/README.md', () => {
  const named = (text: string) => new Set([...text.matchAll(/`([\w-]+)`/g)].map(([, name]) => name))
  const missing = (isLong: boolean, text: string) =>
    wholeOf(BENCHMARKS, isLong)
      .map(({ name }) => name)
      .filter(name => !named(text).has(name))

  it('has each bench in its table', () => {
    assert.deepEqual(missing(false, between(PAGE, 'figures')), [])
  })

  it('has each that `all` leaves out where it says so', () => {
    assert.deepEqual(missing(true, between(PAGE, 'long figures')), [])
  })

  it('is two pages beside its tables', () => {
    const marks = ['figures', 'long figures'] as const
    const prose = marks.reduce((page, mark) => putBetween(page, mark, ''), PAGE)
    const words = prose.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length
    assert.ok(words <= 1_100, `${words} words`)
  })
})

describe('a bench within all', () => {
  const patient = 60_000
  const statusOf = (pid: number) => {
    try {
      return readFileSync(`/proc/${pid}/status`, 'utf8')
    } catch {
      return 'State:\tZ'
    }
  }

  it('is measured once, with those that share what it measures on', () => {
    const names = groupsOf(BENCHMARKS).flatMap(({ benchmarks }) => benchmarks.map(({ name }) => name))
    assert.deepEqual(names.toSorted(), BENCHMARKS.map(({ name }) => name).toSorted())
    const mixed = groupsOf(BENCHMARKS).filter(
      ({ benchmarks }) => new Set(benchmarks.map(({ long = false }) => long)).size > 1,
    )
    assert.deepEqual(mixed, [])
  })

  it('is asked for by the size that it has there, or by the one that is asked for', () => {
    const sized = { ...VOTE, size: { recipients: 1_000, minutes: 0.5 } }
    const flags = (asked = {}) => groupsOf([sized], asked).flatMap(({ size }) => flagsOf(size))
    assert.deepEqual(flags(), ['--recipients', '1000', '--minutes', '0.5'])
    assert.deepEqual(flags({ minutes: 2, postgres: true }), [
      ...['--recipients', '1000', '--minutes', '2'],
      '--postgres',
    ])
  })

  it('gives what it measured before it failed, and why it did', async () => {
    const result = resultOf(VOTE, samples)
    const code = `console.log(${JSON.stringify(JSON.stringify(result))}); throw new Error('the disk is full')`
    const { results, fault } = await runChild(['-e', code], patient)
    assert.deepEqual(results, [result])
    assert.equal(fault, 'Error: the disk is full')
  })

  it('leaves nothing running behind it', async () => {
    // A server that nobody stopped, which holds its output open.
    const server = `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })`
    const code = `const { pid } = ${server}; console.error('error of ' + pid); process.exit(1)`
    const { fault = '' } = await runChild(['-e', code], patient)
    const pid = Number(/\d+/.exec(fault)?.[0])
    // Its new parent buries it in a moment, or never.
    const isAlive = () => existsSync(`/proc/${pid}`) && !/^State:\tZ/m.test(statusOf(pid))
    while (isAlive()) await setTimeout(10)
    assert.ok(pid > 0)
  })

  it('is ended where it does not end', async () => {
    const { results, fault } = await runChild(['-e', 'setInterval(() => {}, 1000)'], 200)
    assert.deepEqual([results, fault], [[], 'not ended within 0 minutes'])
  })

  it('says what went wrong without the places of this machine', () => {
    const said = `thrown\nError: no ${process.cwd()}/dist/index.js\n    at read (file:1)\n\nNode.js v24.21.0\n`
    assert.equal(faultIn(said), 'Error: no dist/index.js')
    assert.equal(faultIn(''), 'it said nothing')
  })

  it('has the load of the moment before it', () => {
    assert.equal(busyIn('cpu 1 2\nprocs_running 3\nprocs_blocked 1\n'), 4)
  })
})
