import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { faultOf, NO_LICENCE, seenOneByOne } from './support/reading/licences.ts'

type Locked = { readonly license?: string; readonly dev?: boolean }

const lock: { packages: Readonly<Record<string, Locked>> } = JSON.parse(
  readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'),
)
/** What the server runs on, by name; of one that is there in several versions, each. */
const delivered = Object.entries(lock.packages)
  .filter(([path, { dev }]) => path !== '' && !dev)
  .map(([path, { license = NO_LICENCE }]) => ({ name: path.split('node_modules/').at(-1) ?? '', license }))

describe('the licences of what the server runs on', () => {
  it('are accepted, or their package was looked at', () => {
    assert.ok(delivered.length > 100)
    assert.deepEqual(
      delivered.map(faultOf).filter(fault => fault !== undefined),
      [],
    )
  })

  it('are still what they were when their package was looked at', () => {
    for (const [name, license] of seenOneByOne)
      assert.ok(
        delivered.some(each => each.name === name && each.license === license),
        `${name}, ${license}`,
      )
  })
})

describe('the rule for licences', () => {
  const fault = (license: string, name = 'a-package') => faultOf({ name, license })

  it('takes one of two where either may be chosen, and both where both hold', () => {
    assert.equal(fault('(MIT OR GPL-3.0-only)'), undefined)
    assert.equal(fault('MIT AND ISC'), undefined)
    assert.equal(fault('(MIT AND GPL-3.0-only)'), 'a-package: (MIT AND GPL-3.0-only)')
  })

  it('refuses what nobody has looked at', () => {
    for (const license of ['AGPL-3.0-only', 'SEE LICENSE IN LICENSE', 'UNLICENSED', 'mit', NO_LICENCE, ''])
      assert.equal(fault(license), `a-package: ${license}`)
    assert.equal(fault('GPL-2.0-only', 'cldrjs'), 'cldrjs: GPL-2.0-only')
  })
})
