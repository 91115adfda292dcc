import assert from 'node:assert/strict'
import { Refusal } from '../../src/kernel/errors/refusal.ts'
import type { ApiRoute } from '../../src/kernel/requests/route.ts'
import { camille, maelle, type OneOfEach, setOneOfEach } from '../support/product/one-of-each.ts'

const NO_IDS: readonly (readonly [string, unknown])[] = [
  ['NUL', '\u0000'],
  ['NUL inside', 'a\u0000b'],
  ['10,000 letters', 'x'.repeat(10_000)],
  ['an object', { id: 'a' }],
  ['a list', ['a']],
  ['a picture', '🪪'],
  ['nothing known', 'no-such-thing'],
]
const NAMES_NOTHING = [
  'malformed',
  'gone',
  'channel-gone',
  'direction-unknown',
  'person-unknown',
  'feedback-not-asked',
  'theme-gone',
  'theme-proposal-gone',
]
/** Fields of a card's data that name something. */
const FIELDS = [
  'broadcast',
  'workshop',
  'idea',
  'box',
  'ballot',
  'commitment',
  'inspired',
  'channel',
  'ideas',
  'choice',
  'after',
]

describe('an id that is none', () => {
  let table: OneOfEach
  before(async () => {
    table = await setOneOfEach()
  })
  after(() => table.close())

  for (const [what, id] of NO_IDS) {
    it(`is refused by every verb, never a fault: ${what}`, async () => {
      for (const [verb, data] of Object.entries(table.presses())) {
        for (const field of FIELDS.filter(each => each in data)) {
          for (const who of [maelle, camille]) {
            const reply = await table.stage.as(who).presses(verb, { ...data, [field]: id })
            assert.doesNotMatch(JSON.stringify([reply.card, reply.summary]), /Référence/, `${verb}, ${field}`)
          }
        }
      }
    })

    it(`is refused by every route, never a fault: ${what}`, async () => {
      const doors = Object.entries(table.calls()).filter(([, { params }]) => params)
      assert.ok(doors.length >= 5)
      for (const [door, request] of doors) {
        const [method, path = ''] = door.split(' ') as [ApiRoute['method'], string]
        const params = { id } as { id: string }
        // Removing what is not there changes nothing, so that a repeated call is no fault; a shape that is none is refused.
        if (method === 'del' && id === 'no-such-thing') {
          await table.call(maelle, method, path, { ...request, params })
          continue
        }
        await assert.rejects(table.call(maelle, method, path, { ...request, params }), error => {
          assert.ok(error instanceof Refusal, `${door}: ${error}`)
          return NAMES_NOTHING.includes(error.code)
        })
      }
    })
  }
})
