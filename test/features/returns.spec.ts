import assert from 'node:assert/strict'
import type { Reply } from '../../src/conversation/protocol/reply.ts'
import { open } from '../../src/db/index.ts'
import { TELL_AFTER } from '../../src/features/ideas/answers/take-back.ts'
import { fixedClock } from '../support/database/engines.ts'
import { setStage } from '../support/product/stage.ts'

const camille = { objectId: 'camille', name: 'Camille Martin' }
const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }
const REASON = 'Pas avant septembre'

type Press = { readonly title: string; readonly verb: string; readonly data: Record<string, string | number> }
type Data = {
  readonly buttons: readonly Press[]
  readonly foot: readonly Press[]
  readonly rows: readonly { readonly text: string; readonly data: Press['data'] }[]
}
const dataOf = (reply: Reply) => reply.card.data as unknown as Data

describe('a card of several things that moved', () => {
  const clock = fixedClock(Date.parse('2027-04-22T08:00:00Z'))
  let stage: Awaited<ReturnType<typeof setStage>>
  let message = { message: '', round: 1 }

  /** Two of hers are set aside, and the second is put to the vote before she is told. */
  beforeEach(async () => {
    stage = await setStage({ organisers: ['maelle'], clock })
    for (const who of [camille, maelle]) await stage.as(who).says('aide')
    const ideas: string[] = []
    for (const text of ['Un banc devant le lycée', 'Des vélos partagés entre deux lycées']) {
      const written = await stage.as(camille).says(`idée ${text}`)
      ideas.push(JSON.stringify(written.card.data).match(/"idea":"([^"]+)"/)?.[1] ?? '')
    }
    for (const idea of ideas) await stage.as(maelle).presses('ideas.aside', { idea, text: REASON })
    // From then on it cannot be taken back, and she reads it.
    clock.advance(TELL_AFTER)
    const [one = '', two = ''] = ideas
    const { app } = stage
    await app.database.transact(async tx => {
      const { author } = await open(tx)
        .selectFrom('idea')
        .select('author')
        .where('id', '=', one)
        .executeTakeFirstOrThrow()
      const told = { person: author, topic: 'idea-answered', by: 'ideas' } as const
      const aside = { step: 'aside', turn: 1 }
      const voted = { idea: two, step: 'balloted', ballot: 'b1' }
      await app.messages.tell(tx, { ...told, reason: 'one', subject: { idea: one, ...aside } })
      await app.messages.tell(tx, { ...told, reason: 'two', subject: { idea: two, ...aside } })
      clock.advance(1)
      await app.messages.tell(tx, { ...told, reason: 'vote', subject: voted })
    })
    await stage.settle()
    const card = [...stage.sent.values()].find(({ to }) => to === 'chat-camille')?.card
    message = { message: JSON.stringify(card).match(/"message":"([^"]+)"/)?.[1] ?? '', round: 1 }
  })
  afterEach(() => stage.close())

  const rows = async () => dataOf(await stage.as(camille).presses('returns.message', message)).rows
  const openRow = async (at: number) =>
    stage.as(camille).presses('returns.item', (await rows())[at]?.data ?? {})

  it('has a row for each that opens it within the message, and leads back to all', async () => {
    const all = await rows()
    assert.equal(all.length, 2)
    for (const { data } of all) assert.deepEqual({ message: data.message, round: data.round }, message)
    const opened = await openRow(0)
    const [back] = dataOf(opened).foot
    assert.equal(back?.verb, 'returns.message')
    const again = await stage.as(camille).presses(back?.verb ?? '', back?.data)
    assert.deepEqual(dataOf(again).rows, all)
  })

  it('opens an idea with what was decided of it, where the vote overtook it, and with the vote first', async () => {
    const at = (await rows()).findIndex(({ text }) => /scrutin|vote/.test(text))
    const opened = await openRow(at)
    assert.match(JSON.stringify(opened.card.data), new RegExp(REASON))
    assert.equal(dataOf(opened).buttons[0]?.verb, 'ballots.choose')
  })

  it('can be put off from each opened row, as from all of them', async () => {
    const why = dataOf(await openRow(0)).foot.find(({ verb }) => verb === 'messages.why')
    const { buttons } = dataOf(await stage.as(camille).presses('messages.why', why?.data))
    assert.ok(buttons.some(({ verb }) => verb === 'messages.later'))
    assert.equal(buttons.at(-1)?.verb, 'returns.message')
  })
})
