import assert from 'node:assert/strict'
import { standingAlone } from '../src/features/rights/mask-store.ts'
import { type Found, madeByLoading, regexpsOfSource } from './regexps/found.ts'
import { slowOn } from './regexps/growth.ts'

/** Made when it is called, and from what: a file that makes others has its line here. */
const MADE_WHEN_CALLED: readonly Found[] = [
  { at: 'src/features/rights/mask-store.ts', regexp: standingAlone('0-a_b') },
]

describe('a regular expression of src/', () => {
  const { written, making } = regexpsOfSource()

  it('takes ten times as long for ten times as many letters, whatever they are', async function () {
    this.timeout(120_000)
    const made = [...MADE_WHEN_CALLED]
    for (const path of new Set(making)) made.push(...(await madeByLoading(path)))
    assert.deepEqual(made.map(({ at }) => at).sort(), making.toSorted())
    assert.ok(written.length > 100)
    const faults = [...written, ...made].flatMap(({ at, regexp }) => {
      const slow = slowOn(regexp)
      if (!slow) return []
      const { shape, ms, ratio } = slow
      return [
        `${at} ${regexp}: ${JSON.stringify(shape)}, 20,000 of the run: ${ms.toFixed()} ms, × ${ratio.toFixed()}`,
      ]
    })
    assert.deepEqual(faults, [])
  })

  it('would be found out by these, of which one message kept everybody waiting', () => {
    for (const slow of [
      /[\s.!?…:]+$/u,
      /^(.*?)(\S+)$/u,
      /[\s:|,;–-]+$/u,
      /«\s*(.*?)\s*»/gu,
      /(\d+)-(\d+)/g,
      /^(a|a)*$/,
    ])
      assert.ok(slowOn(slow), String(slow))
    for (const linear of [/[\s.!?…:]$/u, /^[\w:@.-]{1,200}$/, /(?<!\d)(\d+)-(\d+)/g, /«([^«»]*)»/gu])
      assert.equal(slowOn(linear), undefined, String(linear))
  })
})
