import assert from 'node:assert/strict'
import type { Handlers } from '../../../src/conversation/protocol/handlers.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import { sqlite } from '../../support/database/engines.ts'
import { found } from '../../support/product/card-assertions.ts'
import { callsOn, pressesOn } from '../../support/product/inputs.ts'
import { type Field, fieldsOf, inChat, letGo } from '../fuzz/fields.ts'
import { type Ground, PEOPLE, setGround } from '../fuzz/ground.ts'
import { put } from '../fuzz/mutation.ts'

/** Refused for who asks, whatever is asked. */
const DENIED = ['role-needed', 'not-yours']
/** Said of the field itself, before anything is looked up by it. */
const UNREADABLE = ['malformed', 'too-large', 'gone']
/** Nobody's text is worked on by then: a choice that was not made is. */
const LONG = 'x, '.repeat(6_000)

async function codeOf(run: () => Promise<unknown>): Promise<string> {
  try {
    await letGo(run)
    return 'done'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

/** Comes to a door as `actor`, in one field of what it is given something else. */
function comingTo({ bot, things }: Ground) {
  const handlers: readonly Handlers[] = bot.app.handlers
  const verbs: NonNullable<Handlers['verbs']> = Object.assign({}, ...handlers.map(({ verbs }) => verbs))
  const routes = new Map(bot.app.routes.map(route => [`${route.method} ${route.path}`, route]))
  return (actor: Actor, { door, part, path }: Field, text?: string) => {
    const whole = { params: {}, query: {}, body: undefined, data: pressesOn(things)[door] ?? {} }
    const given = { ...whole, ...callsOn(things)[door] }
    const sent = text === undefined ? given : put(given, [part, ...path], () => text)
    const { data, ...call } = sent as typeof given
    return codeOf(() => {
      if (part !== 'data') return found(routes.get(door), door).run({ ...call, actor, sentence: () => '' })
      const verb = found(verbs[door], door)
      return (typeof verb === 'function' ? verb : verb.run)(actor, inChat(actor, door, data))
    })
  }
}

describe('whether somebody may', () => {
  it('is asked before any of their text is worked on', async function () {
    this.timeout(120_000)
    const reading = await setGround(sqlite, [])
    const fields = await fieldsOf(reading).finally(reading.close)
    const ground = await setGround(sqlite, [])
    const come = comingTo(ground)
    const faults: string[] = []
    let denied = 0
    for (const person of PEOPLE.filter(({ role }) => role === 'observer' || role === 'agent').slice(0, 2)) {
      const usual = new Map<string, string>()
      const actor = await ground.bot.app.people.greet({ ...person, language: 'fr' })
      for (const field of fields.filter(({ door }) => !/erase/.test(door))) {
        const { door, part, path } = field
        const code = usual.get(door) ?? (await come(actor, field))
        usual.set(door, code)
        if (!DENIED.includes(code)) continue
        denied += 1
        const told = await come(actor, field, LONG)
        if (told !== code && !UNREADABLE.includes(told))
          faults.push(`${door} ${part}.${path.join('.')}: ${told} to the ${person.role}, not ${code}`)
      }
    }
    await ground.close()
    assert.deepEqual(faults, [])
    assert.ok(denied > 300)
  })
})
