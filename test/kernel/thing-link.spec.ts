import assert from 'node:assert/strict'
import fc from 'fast-check'
import { tabLinks } from '../../src/kernel/requests/tab-link.ts'
import {
  LINKED_KINDS,
  type LinkedThing,
  scannedAddress,
  thingAddress,
  thingIn,
  thingOpener,
} from '../../src/kernel/requests/thing-link.ts'

const ORIGIN = 'https://faire.example'
const ID = '7k3f9a2m4x5b6c8d'

const tabLink = tabLinks({ mode: 'production', publicUrl: ORIGIN, teamsAppId: 'app' })
const capitals = (thing: LinkedThing) => scannedAddress({ origin: ORIGIN, tabLink }, thing)
const letters = [...'0123456789abcdefghjkmnpqrstvwxyz']
const ids = fc.string({ unit: fc.constantFrom(...letters), minLength: 16, maxLength: 16 })
const things: fc.Arbitrary<LinkedThing> = fc.record(
  { kind: fc.constantFrom(...LINKED_KINDS), id: ids },
  { noNullPrototype: true },
)

describe('the address of a thing', () => {
  it('is the origin, a letter and the id', () => {
    assert.deepEqual(
      LINKED_KINDS.map(kind => thingAddress(ORIGIN, { kind, id: ID })),
      ['i', 'b', 'w', 'g'].map(letter => `https://faire.example/l/${letter}/${ID}`),
    )
  })

  it('names the thing it was made of, as it stands, in capitals, and with whatever a client adds', () => {
    fc.assert(
      fc.property(things, thing => {
        const address = thingAddress(ORIGIN, thing)
        const given = [address, capitals(thing), `${address}?utm_source=x#y`]
        for (const each of given) assert.deepEqual(thingIn(ORIGIN, each), thing, each)
      }),
    )
  })

  it('fits a QR code’s short alphabet in capitals', () => {
    const address = capitals({ kind: 'ballot', id: ID })
    assert.match(address, /^[\dA-Z $%*+\-./:]{1,60}$/)
    const without = scannedAddress({ origin: '', tabLink }, { kind: 'ballot', id: ID })
    assert.match(without, /^https:\/\/teams\.microsoft\.com\//)
  })

  it('is none of another server, whatever it looks like', () => {
    const path = `/l/i/${ID}`
    const forged = [
      `https://faire.example.evil.example${path}`,
      `https://faire.example@evil.example${path}`,
      `https://evil@faire.example${path}`,
      `https://:x@faire.example${path}`,
      `http://faire.example${path}`,
      `https://faire.example:8443${path}`,
      `https://evil.example/${path}`,
      `//faire.example${path}`,
      `faire.example${path}`,
      `javascript:/l/i/${ID}`,
      `https://evil.example?https://faire.example${path}`,
      `https://faire.example\\@evil.example${path}`,
      path,
      '',
    ]
    for (const each of forged) assert.equal(thingIn(ORIGIN, each), undefined, each)
    assert.equal(thingIn('', `https://faire.example${path}`), undefined)
  })

  it('is none with another path, nor a long or strange one', () => {
    const paths = [
      '/l',
      '/l/',
      '/l/i',
      '/l/i/',
      `/l/x/${ID}`,
      `/l/ii/${ID}`,
      `/l/i/${ID}/`,
      `/l/i/${ID}/more`,
      `/x/l/i/${ID}`,
      `/l/i/../../api/v1/me`,
      `/l/i/..%2f..%2fetc`,
      `/l/i/%00`,
      `/l/i/${ID}%0d%0aset-cookie:a`,
      `/l/i/<script>`,
      `/l/i/{"a":1}`,
      `/l/i/\${id}`,
      `/l/i/${'a'.repeat(65)}`,
      `/l/i/é`,
      `/l/__proto__/${ID}`,
      `/l/i/${'a'.repeat(3_000)}`,
    ]
    for (const each of paths) assert.equal(thingIn(ORIGIN, ORIGIN + each), undefined, each)
  })

  it('never fails, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        thingIn(ORIGIN, text)
        assert.equal(thingIn(ORIGIN, `${ORIGIN}/l/i/${text}/`), undefined)
      }),
    )
  })

  it('opens where the kind stands in the tabs, whether or not there is such a thing', () => {
    const opens = thingOpener(tabLink)
    const wanted = (letter: string) => {
      const { pathname, searchParams } = new URL(opens(letter, ID) ?? '')
      return [pathname, JSON.parse(searchParams.get('context') ?? '{}').subEntityId]
    }
    assert.deepEqual(wanted('i'), ['/l/entity/app/personal', `idea:${ID}`])
    assert.deepEqual(wanted('B'), ['/l/entity/app/personal', `ballot:${ID}`])
    assert.deepEqual(wanted('w'), ['/l/entity/app/personal', `workshop:${ID}`])
    assert.deepEqual(wanted('g'), ['/l/entity/app/gallery', ID])
    assert.equal(opens('s', ID), undefined)
  })
})
