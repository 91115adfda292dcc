import assert from 'node:assert/strict'
import { formNonce } from '../../src/conversation/protocol/form-nonce.ts'
import { idempotencyKeys } from '../../src/conversation/protocol/idempotency-keys.ts'
import type { Pressed, Typed } from '../../src/conversation/protocol/incoming.ts'
import { randomIds } from '../../src/kernel/crypto/ids.ts'

const camille = { id: 'p1', name: 'Camille', role: 'agent', language: 'fr' } as const
const karim = { ...camille, id: 'p2' }
const place = { key: 'canal', kind: 'channel', address: 'canal' } as const
const arrival = { id: '1', from: { objectId: 'o', tenant: 't', name: 'n' }, place, locale: 'fr' }

const pressed = (data: Record<string, unknown>, card = 'card'): Pressed => ({
  ...arrival,
  kind: 'pressed',
  verb: 'ideas.submit',
  data,
  card,
})
const typed = (text: string, id: string): Typed => ({ ...arrival, kind: 'typed', text, id })
const keysOf = (...arrivals: Parameters<typeof idempotencyKeys>) =>
  idempotencyKeys(...arrivals).map(({ key }) => key)
const meet = (a: string[], b: string[]) => a.some(key => b.includes(key))

describe('a form', () => {
  it('is known to be drawn for one person, who keeps its nonce when it comes back', () => {
    const drawn = formNonce(randomIds, camille)
    assert.equal(formNonce(randomIds, camille, drawn), drawn)
    assert.doesNotThrow(() => idempotencyKeys(camille, pressed({ nonce: drawn })))
    assert.throws(() => idempotencyKeys(karim, pressed({ nonce: drawn })), { code: 'form-of-other' })
    assert.notEqual(formNonce(randomIds, karim, drawn), drawn)
  })

  it('drawn for nobody in particular, as before, is everybody’s', () => {
    assert.equal(formNonce(randomIds, karim, 'n-1'), 'n-1')
    assert.doesNotThrow(() => idempotencyKeys(karim, pressed({ nonce: 'n-1' })))
  })
})

describe('two arrivals', () => {
  it('of one form with the same words are one act, whatever the order of the fields', () => {
    const first = keysOf(camille, pressed({ nonce: 'n-1', text: 'Un carnet', axis: 'equipe' }))
    assert.deepEqual(
      keysOf(camille, pressed({ axis: 'equipe', text: 'Un carnet', nonce: 'n-1' }, 'other')),
      first,
    )
  })

  it('of one form with other words are two: a form comes back on a second device', () => {
    const first = keysOf(camille, pressed({ nonce: 'n-1', text: 'Un carnet' }))
    assert.ok(!meet(first, keysOf(camille, pressed({ nonce: 'n-1', text: 'Un banc' }))))
  })

  it('of two people are two, and so are those on two shared cards', () => {
    const first = keysOf(camille, pressed({ text: 'Un carnet' }))
    assert.ok(!meet(first, keysOf(karim, pressed({ text: 'Un carnet' }))))
    assert.ok(!meet(first, keysOf(camille, pressed({ text: 'Un carnet' }, 'other'))))
    assert.deepEqual(keysOf(camille, pressed({ text: ' un  CARNET ' })), first)
  })

  it('typed again under the same id or with the same words are one', () => {
    const first = keysOf(camille, typed('idée Un carnet', '7'))
    assert.ok(meet(first, keysOf(camille, typed('idée Un carnet', '8'))))
    assert.ok(meet(first, keysOf(camille, typed('', '7'))))
    assert.ok(!meet(first, keysOf(camille, typed('idée Un banc', '8'))))
  })
})
