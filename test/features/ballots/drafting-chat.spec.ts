import assert from 'node:assert/strict'
import { createRender } from '../../../src/cards/render.ts'
import type { Reply } from '../../../src/conversation/protocol/reply.ts'
import { DAY } from '../../../src/kernel/time/clock.ts'
import { fixedClock } from '../../support/database/engines.ts'
import { CHANNEL, setStage } from '../../support/product/stage.ts'

const maelle = { objectId: 'maelle', name: 'Maëlle' }
const camille = { objectId: 'camille', name: 'Camille Martin' }
const lea = { objectId: 'lea', name: 'Léa' }
const FORM = { ideas: '', options: 'Une\nDeux', date: '2027-05-20', time: '18:00', channel: CHANNEL }

type Form = { readonly audiences: readonly { value: string }[]; readonly fields: { audience: string } }
type List = { readonly items: readonly { id: string; state: string }[]; readonly next: string }

const dataOf = <T>(reply: Reply) => reply.card.data as T
const drawn = (reply: Reply) =>
  JSON.stringify(createRender()(reply.card, reply.language, reply.summary, { notice: reply.notice }))
const said = ({ notice, summary }: Reply) => notice?.title ?? summary

describe('a ballot that is prepared, and whom it asks', () => {
  let clock: ReturnType<typeof fixedClock>
  let stage: Awaited<ReturnType<typeof setStage>>
  let forms = 0

  beforeEach(async () => {
    clock = fixedClock(Date.parse('2027-04-22T08:00:00Z'))
    stage = await setStage({ organisers: [maelle.objectId], clock })
    await stage.as(maelle).installs('channel')
    await stage.as(camille).presses('people.direction', { direction: 'lycees' })
    await stage.settle()
  })
  afterEach(() => stage.close())

  const desk = (verb: string, data: Record<string, unknown> = {}) => stage.as(maelle).presses(verb, data)
  const filled = (change: Record<string, unknown>) => ({
    ...FORM,
    question: `Laquelle, en ${++forms} ?`,
    nonce: `nonce-of-form-${forms}`,
    ...change,
  })
  const preview = (change: Record<string, unknown>) => desk('ballots.preview', filled(change))
  async function opened(change: Record<string, unknown>): Promise<string> {
    const reply = await desk('ballots.open', filled(change))
    return /"ballot":"(\w+)"/.exec(JSON.stringify(reply.card.data))?.[1] ?? ''
  }

  async function workshop(day: number): Promise<string> {
    const at = { date: `2027-05-0${day}`, start: '09:30', end: '12:30', place: 'Carcassonne' }
    const what = { title: `Atelier du ${day}`, description: '', axis: 'territoires', link: '', seats: 8 }
    const sent = { ...what, ...at, channel: CHANNEL, nonce: `nonce-of-workshop-${day}` }
    return dataOf<{ id: string }>(await desk('workshops.publish', sent)).id
  }

  it('goes on asking those of its workshop, over or the seventh; and never everybody without a word', async () => {
    const ids: string[] = []
    for (let day = 1; day <= 7; day++) ids.push(await workshop(day))
    const offered = async (data: Record<string, unknown> = {}) =>
      dataOf<Form>(await desk('ballots.form', data)).audiences.map(({ value }) => value)
    assert.equal((await offered()).includes(`workshop:${ids[6]}`), false)
    const seventh = { audience: `workshop:${ids[6]}`, nonce: 'nonce-of-form-0' }
    assert.ok((await offered(seventh)).includes(`workshop:${ids[6]}`))
    // One that is called off takes no other's place in the list.
    await desk('workshops.cancel', { workshop: ids[1], series: '', reason: 'Salle fermée', sure: true })
    const six = [0, 2, 3, 4, 5, 6].map(at => `workshop:${ids[at]}`)
    assert.deepEqual(
      (await offered()).filter(value => value.startsWith('workshop:')),
      six,
    )
    clock.advance(16 * DAY)
    assert.ok((await offered()).includes(`workshop:${ids[0]}`) === false)
    assert.deepEqual((await offered()).slice(3), [
      `workshop:${ids[6]}`,
      `workshop:${ids[5]}`,
      `workshop:${ids[4]}`,
    ])
    const first = { audience: `workshop:${ids[0]}` }
    assert.ok((await offered({ ...first, nonce: 'nonce-of-form-0' })).includes(first.audience))
    assert.match(drawn(await preview(first)), /réservé aux personnes qui participent à l’atelier/)
    clock.advance(40 * DAY)
    assert.equal((await offered()).length, 3)
    for (const audience of ['', 'workshop:', 'nobody']) {
      const refused = await preview({ audience, date: '2027-07-01' })
      assert.match(said(refused), /Il manque le public du vote/)
      assert.deepEqual(
        [dataOf<Form>(refused).fields.audience, dataOf<{ more: boolean }>(refused).more],
        [audience, true],
      )
    }
  })

  it('says when it opens before it is kept, and is prepared, not opened', async () => {
    const byClock = { opening: 'clock', openDate: '2027-04-24', openTime: '09:00' }
    assert.match(
      drawn(await preview(byClock)),
      /Ouvre le samedi 24\u00A0avril à 9\u00A0h.*Préparer le scrutin/,
    )
    assert.match(drawn(await preview({ opening: 'hand' })), /À ouvrir à la main.*Préparer le scrutin/)
    const now = drawn(await preview({}))
    assert.match(now, /Ouvrir le scrutin/)
    assert.doesNotMatch(now, /Préparer|Chacun déclare|Ouvre le/)
  })

  it('takes what the form proposes for as much of it as can be, and holds to what was typed', async () => {
    assert.match(drawn(await preview({ kind: 'approval', most: '3' })), /Choisissez jusqu’à 2 propositions/)
    assert.match(
      drawn(await preview({ kind: 'dots', most: '2', per: '3' })),
      /2 points à répartir, 2 au plus/,
    )
    assert.match(said(await preview({ kind: 'approval', most: '4' })), /de 1 à 2/)
    assert.match(said(await preview({ kind: 'dots', most: '2', per: '4' })), /de 1 à 2/)
  })

  it('is found among those that wait however many they are, before those that run', async () => {
    const waiting: string[] = []
    for (let at = 0; at < 7; at++) waiting.push(await opened({ opening: 'hand' }))
    const running = [await opened({}), await opened({}), await opened({}), await opened({})]
    const pages: string[][] = []
    for (let data: object | undefined = {}; data !== undefined; ) {
      const { items, next }: List = dataOf<List>(await desk('ballots.list', { ...data }))
      pages.push(items.map(({ id }) => id))
      data = next === '' ? undefined : { after: next }
    }
    assert.deepEqual(
      pages.map(({ length }) => length),
      [5, 5, 1],
    )
    assert.deepEqual(
      [pages.flat().slice(0, 7).toSorted(), pages.flat().slice(7).toSorted()],
      [waiting.toSorted(), running.toSorted()],
    )
    const other = await stage.as(camille).presses('ballots.list', { after: 'waiting-5' })
    assert.match(other.summary, /incomplète/)
  })

  it('says why it does not ask somebody here, and what they may do about it', async () => {
    const inChannel = await opened({ audience: 'channels' })
    const ofLycees = await opened({ audience: 'directions', to: 'lycees' })
    const ofCulture = await opened({ audience: 'directions', to: 'culture' })
    const states = async (who: typeof lea) => {
      const { items } = dataOf<List>(await stage.as(who).presses('ballots.list'))
      return Object.fromEntries(items.map(({ id, state }) => [id, state]))
    }
    assert.deepEqual(await states(camille), {
      [inChannel]: 'À voter dans son canal',
      [ofLycees]: 'Vous n’avez pas encore voté',
      [ofCulture]: 'Ce vote ne s’adresse pas à vous',
    })
    assert.equal((await states(lea))[ofLycees], 'Dites d’abord où vous travaillez')
    // Pressed on a message about it, by somebody outside its audience.
    const told = await stage.as(camille).presses('ballots.choose', { ballot: ofCulture })
    assert.match(said(told), /Ce vote s’adresse à\u00A0: Direction de la culture/)
    assert.doesNotMatch(drawn(told), /people\.change-direction/)
    for (const verb of ['ballots.choose', 'ballots.vote']) {
      const asked = await stage.as(lea).presses(verb, { ballot: ofLycees, choice: '' }, { in: 'channel' })
      assert.match(said(asked), /Dites d’abord où vous travaillez/)
      assert.match(drawn(asked), /Dire où je travaille.*people\.change-direction/)
    }
  })
})
