import assert from 'node:assert/strict'
import type { Reply } from '../../src/conversation/reply.ts'
import { DAY, MINUTE } from '../../src/kernel/clock.ts'
import { randomIds } from '../../src/kernel/ids.ts'
import { fixedClock } from '../support/clock.ts'
import { CHANNEL, type Someone, setStage } from '../support/stage.ts'

const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }
/** A Monday at ten: now is a moment to write. */
const START = Date.parse('2027-04-26T08:00:00Z')

type Stage = Awaited<ReturnType<typeof setStage>>
type Sheet = {
  buttons: { title: string; verb: string; data: Record<string, unknown> }[]
  facts: { text: string }[]
  badge: { text: string }
}

describe('what is said of a broadcast', () => {
  let clock = fixedClock(START)
  let stage: Stage
  let busy = false
  let got: { readonly to: string; readonly card: unknown }[] = []
  const teams = {
    post: async (to: string, { card }: { card: unknown }) => {
      if (busy) throw Object.assign(new Error('429'), { status: 429, retryAfterMs: MINUTE })
      got.push({ to, card })
      return `message-${got.length}`
    },
    update: async () => {},
    channelsOf: async () => [{ id: CHANNEL, name: 'Ateliers', address: CHANNEL }],
  }
  beforeEach(async () => {
    clock = fixedClock(START)
    busy = false
    got = []
    stage = await setStage({ organisers: ['maelle'], clock, teams })
    await stage.as(maelle).installs('channel')
    for (const who of [maelle, ...people(2)]) await stage.as(who).installs('personal')
    await stage.settle()
  })
  afterEach(() => stage.close())

  function people(count: number): readonly Someone[] {
    return Array.from({ length: count }, (_, at) => ({ objectId: `agent-${at}`, name: `Agent ${at}` }))
  }

  const sheetOf = (reply: Reply) => reply.card.data as Sheet
  /** With plain spaces. */
  const flat = (text = '') => text.replaceAll(/[\u00a0\u202f]/g, ' ')
  const titles = (reply: Reply) => sheetOf(reply).buttons.map(({ title }) => flat(title))
  const said = (reply: Reply) => {
    const { badge, facts } = sheetOf(reply)
    return [badge.text, ...facts.slice(1).map(({ text }) => flat(text))]
  }

  async function press(reply: Reply, title: string): Promise<Reply> {
    const button = sheetOf(reply).buttons.find(each => each.title.startsWith(title))
    if (!button) throw new Error(`no button ${title} among ${titles(reply)}`)
    return stage.as(maelle).presses(button.verb, button.data)
  }

  async function rehearsed(more: object = {}): Promise<Reply> {
    const fields = { text: 'Bonjour', audience: 'everybody', nonce: randomIds.nonce(), ...more }
    const reply = await press(await stage.as(maelle).presses('broadcasts.write', fields), 'Répéter')
    await stage.settle()
    return reply
  }

  async function started(more: object = {}): Promise<Reply> {
    const reply = await press(await rehearsed(more), 'Envoyer')
    await stage.settle()
    return reply
  }

  it('is waiting, and never done, while Teams takes nothing', async () => {
    const draft = await rehearsed()
    busy = true
    const running = await press(draft, 'Envoyer')
    await stage.settle()
    assert.deepEqual(said(await press(running, 'Actualiser')).slice(0, 2), ['Envoi en cours', 'Aucun envoyé'])
    busy = false
    clock.advance(2 * MINUTE)
    stage.app.delivery.wake()
    await stage.settle()
    assert.deepEqual(said(await press(running, 'Actualiser')), ['Terminé', '3 envoyés'])
  })

  it('agrees with itself once it is stopped, and can be looked at again', async () => {
    const draft = await rehearsed()
    busy = true
    const running = await press(draft, 'Envoyer')
    await stage.settle()
    const stopped = await press(running, 'Arrêter')
    assert.match(flat(stopped.notice?.title), /0 envoyé, 3 non envoyés/)
    assert.deepEqual(said(stopped), ['Arrêté', 'Aucun envoyé', '3 non envoyés'])
    assert.deepEqual(said(await press(stopped, 'Actualiser')), said(stopped))
  })

  it('stays done when somebody asks for it later, which a stop does not undo', async () => {
    const running = await started()
    const to = 'chat-agent-0'
    const card = JSON.stringify(got.findLast(each => each.to === to)?.card)
    const [, message] = /"message":"(\w+)"/.exec(card) ?? []
    const before = got.length
    const later = { message, round: 1, day: '2027-05-04' }
    const putOff = await stage.as({ objectId: 'agent-0', name: 'Agent 0' }).presses('messages.later', later)
    assert.match(flat(putOff.notice?.title), /mardi 4 mai/)
    assert.deepEqual(said(await press(running, 'Actualiser')), ['Terminé', '3 envoyés'])
    const { broadcast } = sheetOf(running).buttons[0]?.data ?? {}
    await stage.as(maelle).presses('broadcasts.stop', { broadcast })
    await stage.settle()
    for (let day = 0; day < 9; day++) {
      clock.advance(DAY)
      stage.app.delivery.wake()
      await stage.settle()
    }
    assert.deepEqual(
      got.slice(before).map(each => each.to),
      [to],
    )
  })
})
