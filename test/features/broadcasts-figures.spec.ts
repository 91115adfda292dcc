import assert from 'node:assert/strict'
import type { Reply } from '../../src/conversation/protocol/reply.ts'
import { rehearsalOf, shownChoices } from '../../src/features/broadcasts/audience/rehearsal.ts'
import { randomIds } from '../../src/kernel/crypto/ids.ts'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time/clock.ts'
import { fixedClock } from '../support/product/clock.ts'
import { WHEN, WORKSHOP } from '../support/product/inputs.ts'
import { CHANNEL, type Someone, setStage } from '../support/product/stage.ts'

const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }
/** A Monday at ten: now is a moment to write. */
const START = Date.parse('2027-04-26T08:00:00Z')

type Stage = Awaited<ReturnType<typeof setStage>>
type Sheet = {
  buttons: { title: string; verb: string; data: Record<string, unknown> }[]
  facts: { text: string }[]
  badge: { text: string }
  reread: { text: string }[]
}

describe('what is said of a broadcast', () => {
  let clock = fixedClock(START)
  let stage: Stage
  let busy = false
  /** Chats of which Teams says nothing for sure. */
  let doubtful: readonly string[] = []
  let got: { readonly to: string; readonly card: unknown }[] = []
  const teams = {
    post: async (to: string, { card }: { card: unknown }) => {
      if (doubtful.includes(to)) throw Object.assign(new Error('502'), { status: 502 })
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
    doubtful = []
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
    const reply = await press(await stage.as(maelle).presses('broadcasts.write', fields), 'Vérifier')
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
    assert.deepEqual(said(await press(running, 'Actualiser')).slice(0, 2), [
      'Envoi en cours',
      'Aucun envoyé sur 3',
    ])
    busy = false
    clock.advance(2 * MINUTE)
    stage.app.delivery.wake()
    await stage.settle()
    assert.deepEqual(said(await press(running, 'Actualiser')), ['Terminée', '3 envoyés sur 3'])
  })

  it('agrees with itself once it is stopped, and can be looked at again', async () => {
    const draft = await rehearsed()
    busy = true
    const running = await press(draft, 'Envoyer')
    await stage.settle()
    const stopped = await press(await press(running, 'Arrêter'), 'Arrêter définitivement')
    assert.match(flat(stopped.notice?.title), /0 envoyé, 3 non envoyés/)
    assert.deepEqual(said(stopped), ['Arrêtée', 'Aucun envoyé sur 3', '3 non envoyés'])
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
    assert.deepEqual(said(await press(running, 'Actualiser')), ['Terminée', '3 envoyés sur 3'])
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

  it('is stopped only once it was said that this is for good', async () => {
    clock.advance(12 * HOUR)
    const running = await started()
    const asked = await press(running, 'Arrêter')
    assert.deepEqual([asked.notice?.tone, asked.notice?.title], ['warning', 'L’arrêt est définitif'])
    const acts = ['Arrêter définitivement', 'Mettre en pause', 'Ne pas arrêter', 'Toutes les diffusions']
    assert.deepEqual(titles(asked), acts)
    const kept = await press(asked, 'Ne pas arrêter')
    assert.deepEqual([kept.notice, sheetOf(kept).badge.text], [undefined, 'En attente'])
    const stopped = await press(asked, 'Arrêter définitivement')
    assert.equal(sheetOf(stopped).badge.text, 'Arrêtée')
    assert.deepEqual(titles(await press(kept, 'Arrêter')), ['Actualiser', 'Toutes les diffusions'])
  })

  it('can be sent again where nothing was confirmed, until it is too late', async () => {
    const draft = await rehearsed()
    doubtful = ['chat-maelle', 'chat-agent-0', 'chat-agent-1']
    const running = await press(draft, 'Envoyer')
    await stage.settle()
    const unsure = await press(running, 'Actualiser')
    const line = '3 incertains : Teams n’a pas confirmé.'
    assert.deepEqual(said(unsure), [
      'Terminée',
      'Aucun envoyé sur 3',
      `${line} Rien n’est renvoyé sans vous.`,
    ])
    clock.advance(14 * DAY + MINUTE)
    const late = await press(unsure, 'Renvoyer')
    assert.match(late.notice?.title ?? '', /^Il est trop tard/)
    assert.deepEqual(said(late), ['Terminée', 'Aucun envoyé sur 3', line])
    assert.deepEqual(titles(late), ['Actualiser', 'Toutes les diffusions'])
  })

  it('promises no second send once it is stopped', async () => {
    const draft = await rehearsed()
    doubtful = ['chat-agent-0']
    busy = true
    const running = await press(draft, 'Envoyer')
    await stage.settle()
    const stopped = await press(await press(running, 'Arrêter'), 'Arrêter définitivement')
    assert.ok(said(stopped).includes('1 incertain : Teams n’a pas confirmé.'), said(stopped).join())
  })

  it('can be read again in full, once it was started', async () => {
    const text = 'Les journées approchent.\nVenez avec *une idée*.'
    const running = await started({ text })
    assert.deepEqual(
      sheetOf(running).reread.map(line => line.text),
      ['Les journées approchent\\.', 'Venez avec \\*une idée\\*\\.'],
    )
    assert.deepEqual(sheetOf(await started({ text: 'Bonjour' })).reread, [])
  })

  it('never says what one person chose, and rounds what many did', async () => {
    const [ana, ...others] = people(13)
    if (!ana) throw new Error('nobody is there')
    for (const who of others) await stage.as(who).installs('personal')
    const form = { ...WHEN, ...WORKSHOP, nonce: randomIds.nonce() }
    const workshop = ((await stage.as(maelle).presses('workshops.publish', form)).card.data as { id: string })
      .id
    await stage.as(ana).presses('workshops.answer', { workshop, answer: 'yes', after: '' })
    await stage.as(ana).presses('messages.stop', { topic: 'broadcast' })
    const alone = await rehearsed({ audience: `workshop:${workshop}` })
    assert.deepEqual(said(alone), ['Brouillon', '1 destinataire'])
    const done = await press(alone, 'Envoyer à 1 personne')
    await stage.settle()
    const reasons = '1 non envoyé : trop tard, sujet arrêté ou refus de Teams'
    assert.deepEqual(said(await press(done, 'Actualiser')), ['Terminée', 'Aucun envoyé sur 1', reasons])
    for (const who of others.slice(0, 8))
      await stage.as(who).presses('messages.pause', { until: '2027-04-30' })
    const many = await rehearsed({ text: 'À tout le monde' })
    const paused = '5 en pause : envoi à la fin de la pause'
    assert.deepEqual(said(many), ['Brouillon', '14 destinataires', paused])
    busy = true
    const running = await press(many, 'Envoyer à 14')
    await stage.settle()
    const later = 'Dont 5 plus tard : plafond de la semaine, pause ou jour sans message'
    const held = said(await press(running, 'Actualiser'))
    assert.ok(held.includes(later), held.join())
    busy = false
    clock.advance(2 * MINUTE)
    stage.app.delivery.wake()
    await stage.settle()
    const waits = ['Envoi en cours', '5 envoyés sur 14', '8 en attente', reasons]
    assert.deepEqual(said(await press(running, 'Actualiser')), waits)
  })

  it('never says that all chose it', () => {
    const rehearsal = rehearsalOf([{ how: 'paused', count: 10 }])
    assert.deepEqual(shownChoices(rehearsal), { over: 0, paused: 5, stopped: 0 })
  })
})
