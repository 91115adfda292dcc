import assert from 'node:assert/strict'
import { createRender } from '../../../src/cards/render.ts'
import type { Reply } from '../../../src/conversation/protocol/reply.ts'
import { DAY } from '../../../src/kernel/time/clock.ts'
import { fixedClock } from '../../support/database/engines.ts'
import { optionsOn } from '../../support/features/ballot-options.ts'
import { CHANNEL, setStage } from '../../support/product/stage.ts'

const maelle = { objectId: 'maelle', name: 'Maëlle' }
const camille = { objectId: 'camille', name: 'Camille Martin' }

type List = { readonly items: readonly { id: string; state: string }[]; readonly next: string }
type Asked = { readonly id: string }

const dataOf = <T>(reply: Reply) => reply.card.data as T
const drawn = (reply: Reply) => JSON.stringify(createRender()(reply.card, reply.language, reply.summary))

describe('ballots that wait for a vote', () => {
  let clock: ReturnType<typeof fixedClock>
  let stage: Awaited<ReturnType<typeof setStage>>
  /** Seven, in the order of their ends. */
  let ballots: string[]

  beforeEach(async () => {
    clock = fixedClock(Date.parse('2027-04-22T08:00:00Z'))
    stage = await setStage({ organisers: [maelle.objectId], clock })
    await stage.as(maelle).installs('channel')
    await stage.settle()
    ballots = []
    for (let day = 1; day <= 7; day++) ballots.push(await opened(`2027-05-0${day}`))
  })
  afterEach(() => stage.close())

  async function opened(date: string): Promise<string> {
    const form = { question: `Avant ${date} ?`, ideas: '', options: 'Une\nDeux', date, time: '18:00' }
    const sent = { ...form, channel: CHANNEL, nonce: `nonce-of-${date}` }
    const { buttons } = dataOf<{ buttons: { data: { ballot: string } }[] }>(
      await stage.as(maelle).presses('ballots.open', sent),
    )
    return buttons[0]?.data.ballot ?? ''
  }

  const voter = () => stage.as(camille).says('voter')
  const vote = (reply: Reply) => {
    const { id } = dataOf<Asked>(reply)
    return stage.as(camille).presses('ballots.vote', { ballot: id, choice: optionsOn(reply)[0]?.id })
  }

  async function listed(): Promise<List['items']> {
    const seen: List['items'][number][] = []
    for (let data: object | undefined = {}; data !== undefined; ) {
      const reply: Reply = await stage.as(camille).presses('ballots.list', { ...data })
      const { items, next } = dataOf<List>(reply)
      assert.ok(items.length <= 5)
      seen.push(...items)
      data = next === '' ? undefined : { after: next }
    }
    return seen
  }

  it('are put to the vote at once by « voter », the next to end first, with the way to the others', async () => {
    for (const ballot of ballots) {
      const asked = await voter()
      assert.deepEqual([asked.card.template, dataOf<Asked>(asked).id], ['ballots/voting/ballot', ballot])
      assert.match(drawn(asked), /Vous n’avez pas encore voté.*Voir les votes ouverts/)
      assert.equal((await vote(asked)).notice?.tone, 'good')
    }
    assert.equal((await voter()).card.template, 'ballots/ballot/list')
  })

  it('are listed with the others that run, five at a time, until they end by hand or by the clock', async () => {
    await vote(await voter())
    const open = await listed()
    assert.deepEqual(
      open.map(({ id }) => id),
      ballots,
    )
    assert.deepEqual([open[0]?.state, open[1]?.state], ['Vous avez voté', 'Vous n’avez pas encore voté'])
    await stage.as(maelle).presses('ballots.close', { ballot: ballots[1] })
    clock.advance(11 * DAY)
    const [third] = (await listed()).map(({ id }) => id)
    assert.equal(third, ballots[2])
    assert.equal(dataOf<Asked>(await voter()).id, ballots[2])
  })

  it('are shown to nobody else in a channel, and a page that is none is refused', async () => {
    const shared = await stage.as(camille).says('vote', { in: 'channel' })
    assert.doesNotMatch(drawn(shared), /avez|ballots\./)
    const odd = await stage.as(camille).presses('ballots.list', { after: 'x; drop' })
    assert.match(odd.summary, /incomplète/)
  })
})
