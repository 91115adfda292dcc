import assert from 'node:assert/strict'
import { manyPeople } from '../sign-in/cast.ts'
import { call, message } from '../teams/bot.ts'
import { chatId } from '../teams/chats.ts'
import { type StrictOptions, type StrictProcess, startStrictProcess } from './strict-process.ts'
import { TROUBLES, type TroubleKind } from './weather.ts'

const PEOPLE = manyPeople(60)
const TAKEN: readonly TroubleKind[] = ['badGateway', 'unavailable', 'lateGateway', 'cut', 'silent']
const calm = { seed: 1, share: 0, takes: [1, 3] } as const

function cardFor(id: string, round: number) {
  const data = { message: id, round }
  const actions = [{ type: 'Action.Execute', title: 'Plus tard', verb: 'messages.later', data }]
  const body = [{ type: 'TextBlock', text: 'Hello', wrap: true }]
  return { type: 'AdaptiveCard', version: '1.5', body, actions }
}

describe('the bench: a strict Teams in a process of its own', () => {
  let teams: StrictProcess
  afterEach(() => teams.stop())
  const open = async (weather: StrictOptions['weather'] = calm) => {
    teams = await startStrictProcess({ people: PEOPLE.length, bearers: ['one', 'two'], weather })
  }
  const post = (at: number, { id = 'first', round = 1, bearer = 'one', text = '' } = {}) => {
    const person = PEOPLE[at]
    assert.ok(person)
    const path = `v3/conversations/${encodeURIComponent(chatId(person))}/activities`
    const card = cardFor(id, round)
    if (text) card.body = [{ type: 'TextBlock', text, wrap: true }]
    return call(teams.serviceUrl, 'POST', path, message(card), bearer)
  }
  const kinds = async () => (await teams.record()).violations.map(({ kind }) => kind)

  it('remembers what it took, from whom, and which of our messages it was', async () => {
    await open()
    await post(0)
    await post(0, { round: 2 })
    await post(1, { id: 'second', bearer: 'two' })
    assert.equal((await post(1, { bearer: 'three' })).status, 401)
    await teams.taken(3)
    const { entries, violations } = await teams.record()
    assert.deepEqual(
      entries.map(({ what, by, status, end }) => [what, by, status, end]),
      [
        ['first:1', 0, 201, 'answered'],
        ['first:2', 0, 201, 'answered'],
        ['second:1', 1, 201, 'answered'],
        [undefined, -1, 401, 'answered'],
      ],
    )
    assert.deepEqual(violations, [])
  })

  it('refuses a second call in a conversation, the fifty-first in a second and the eighth in a thread', async () => {
    await open({ ...calm, takes: [20, 30] })
    assert.deepEqual((await Promise.all([post(0), post(0)])).map(({ status }) => status).sort(), [201, 412])
    assert.deepEqual(await kinds(), ['overlap'])
    const statuses = (await Promise.all(PEOPLE.map((_, at) => post(at)))).map(({ status }) => status)
    assert.ok(statuses.filter(status => status === 201).length <= 49)
    assert.ok((await kinds()).includes('tenant'))
  })

  it('holds a thread to seven in a second, and says how long to wait only now and then', async () => {
    await open({ ...calm, takes: [0, 0] })
    const told: (string | null)[] = []
    for (let at = 0; at < 20; at++) {
      const { status, retryAfter } = await post(0)
      if (at >= 8) assert.equal(status, 429)
      if (status === 429) told.push(retryAfter)
    }
    assert.ok(told.includes(null) && told.some(each => each !== null), String(told))
  })

  it('takes what is too big for a violation', async () => {
    await open()
    assert.equal((await post(0, { text: 'é'.repeat(52_000) })).status, 413)
    assert.deepEqual(await kinds(), ['mistake'])
  })

  for (const kind of Object.keys(TROUBLES) as TroubleKind[]) {
    it(`has ${kind} stand in its record as it is`, async () => {
      await open({ ...calm, share: 1, kinds: [kind] })
      const calling = post(0).catch(() => ({ status: 0 }))
      if (kind === 'silent') await teams.taken(1)
      else assert.equal((await calling).status, TROUBLES[kind].status)
      await teams.calm()
      const [entry] = (await teams.record()).entries
      const doubtful = TROUBLES[kind].status === 0 || TROUBLES[kind].status >= 500
      assert.equal(entry?.end, doubtful ? 'doubtful' : 'answered')
      assert.equal(entry?.takenAt !== undefined, TAKEN.includes(kind))
    })
  }
})
