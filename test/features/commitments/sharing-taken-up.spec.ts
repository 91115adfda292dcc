import assert from 'node:assert/strict'
import type { Reply } from '../../../src/conversation/protocol/reply.ts'
import { fixedClock } from '../../support/database/engines.ts'
import { setStage } from '../../support/product/stage.ts'

const camille = { objectId: 'camille', name: 'Camille Martin' }
const sophie = { objectId: 'sophie', name: 'Sophie Lannes' }

type Press = { readonly verb: string; readonly data: Record<string, string> }
type Listed = { readonly text: string; readonly detail: string; readonly buttons: readonly Press[] }
type Data = Record<string, string> & {
  readonly buttons: readonly Press[]
  readonly send: Press
  readonly sections: readonly { readonly commitments: readonly Listed[] }[]
  readonly notes: readonly object[]
}

const dataOf = (reply: Reply) => reply.card.data as Data
const pressOf = (reply: Reply, verb: string) =>
  dataOf(reply).buttons.find(button => button.verb === verb)?.data ?? {}
const toldTo = (reply: Reply) => [reply.card.template, reply.notice?.tone]

describe('commitments, noted and taken up in a conversation', () => {
  let stage: Awaited<ReturnType<typeof setStage>>
  beforeEach(async () => {
    stage = await setStage({ clock: fixedClock(Date.parse('2027-04-22T08:00:00Z')) })
  })
  afterEach(() => stage.close())

  const INTENTION = {
    axis: 'usager',
    text: 'Relire un courrier',
    horizon: '2027-06-30',
    visibility: 'me',
    idea: '',
  }
  const take = async (who = camille, change = {}) => {
    const { nonce } = dataOf(await stage.as(who).says('m’engager')).send.data
    return stage.as(who).presses('commitments.take', { ...INTENTION, nonce, ...change })
  }

  it('are noted as they go: the last note stands on the card, the others behind a button', async () => {
    const taken = await take(camille, { visibility: 'everyone' })
    const form = await stage
      .as(camille)
      .presses('commitments.note-form', pressOf(taken, 'commitments.note-form'))
    const { id, nonce } = dataOf(form)
    const note = { commitment: id, text: 'Premier courrier relu', nonce }
    const noted = await stage.as(camille).presses('commitments.note', note)
    assert.deepEqual(toldTo(noted), ['commitments/commitment/sheet', 'good'])
    assert.match(
      JSON.stringify(dataOf(noted)),
      /En cours.*Dernière note, jeudi 22.avril.: Premier courrier relu/,
    )
    assert.equal(
      dataOf(noted).buttons.some(({ verb }) => verb === 'commitments.notes'),
      false,
    )
    await stage.as(camille).presses('commitments.note', note, { id: 'again' })
    for (const text of ['', 'x'.repeat(281)]) {
      const refused = await stage
        .as(camille)
        .presses('commitments.note', { ...note, text, nonce: 'another-nonce-1' })
      assert.deepEqual(toldTo(refused), ['commitments/notes/form', 'warning'])
      assert.deepEqual([dataOf(refused).text, dataOf(refused).nonce], [text, 'another-nonce-1'])
    }
    for (let n = 2; n <= 7; n++)
      await stage
        .as(camille)
        .presses('commitments.note', { ...note, text: `Point ${n}`, nonce: `nonce-of-note-${n}` })
    const shown = await stage.as(camille).presses('commitments.show', { commitment: id })
    const first = await stage.as(camille).presses('commitments.notes', pressOf(shown, 'commitments.notes'))
    const second = await stage.as(camille).presses('commitments.notes', pressOf(first, 'commitments.notes'))
    assert.deepEqual(
      [first, second].map(reply => dataOf(reply).notes.length),
      [5, 2],
    )
    for (const verb of ['commitments.note-form', 'commitments.note', 'commitments.notes']) {
      const refused = await stage.as(sophie).presses(verb, { ...note, nonce: 'nonce-of-sophie-1' })
      assert.doesNotMatch(JSON.stringify(refused), /courrier relu|Point/, verb)
    }
  })

  it('let go, ask what it taught, and take the answer as a note', async () => {
    const taken = await take()
    const { commitment } = pressOf(taken, 'commitments.end')
    const letGo = await stage.as(camille).presses('commitments.end', { commitment, state: 'let-go' })
    assert.match(letGo.notice?.title ?? '', /Vous pouvez écrire ce que cela vous a appris/)
    const form = await stage
      .as(camille)
      .presses('commitments.note-form', pressOf(letGo, 'commitments.note-form'))
    assert.equal(dataOf(form).label, 'Ce que cela vous a appris')
    const { nonce } = dataOf(form)
    const noted = await stage
      .as(camille)
      .presses('commitments.note', { commitment, text: 'Trop grand', nonce })
    assert.match(JSON.stringify(dataOf(noted)), /Abandonné.*Trop grand/)
  })

  it('of colleagues are taken up: the same words and axis, a horizon and a visibility of one’s own', async () => {
    await take(camille, { visibility: 'everyone' })
    await take(camille, { text: 'Pour moi seule' })
    const mine = await stage.as(sophie).says('mes engagements')
    const near = await stage.as(sophie).presses('commitments.near', pressOf(mine, 'commitments.near'))
    assert.doesNotMatch(JSON.stringify(near.card), /seule/)
    const [listed] = dataOf(near).sections.flatMap(({ commitments }) => commitments)
    assert.match(listed?.detail ?? '', /^Camille Martin · Pris · fin juin 2027$/)
    const [meToo] = listed?.buttons ?? []
    const form = await stage.as(sophie).presses(meToo?.verb ?? '', meToo?.data)
    const { text, axis, horizon, visibility, send } = dataOf(form)
    const { inspired, nonce } = send.data
    assert.deepEqual([text, axis, horizon, visibility], ['Relire un courrier', 'usager', '2027-06-30', 'me'])
    const filled = { ...INTENTION, text: text ?? '', horizon: '2027-12-31', inspired, nonce }
    const taken = await stage.as(sophie).presses('commitments.take', filled)
    assert.deepEqual(toldTo(taken), ['commitments/commitment/sheet', 'good'])
    const again = await stage.as(sophie).presses('commitments.near')
    assert.match(JSON.stringify(dataOf(again)), /Vous aussi/)
    assert.doesNotMatch(JSON.stringify(dataOf(again)), /Moi aussi/)
    const standing = await stage.as(sophie).presses('commitments.me-too', meToo?.data)
    assert.deepEqual(
      [standing.card.template, dataOf(standing).title],
      ['commitments/commitment/sheet', 'Relire un courrier'],
    )
  })

  it('of colleagues that are shown no more, or are one’s own, are said to be so', async () => {
    const taken = await take(camille, { visibility: 'everyone' })
    const { commitment } = pressOf(taken, 'commitments.end')
    const own = await stage.as(camille).presses('commitments.me-too', { commitment })
    assert.match(JSON.stringify([own.notice, own.summary]), /déjà votre engagement/)
    await stage.as(camille).presses('commitments.end', { commitment, state: 'let-go' })
    const gone = await stage.as(sophie).presses('commitments.me-too', { commitment })
    assert.match(gone.summary, /n’existe plus/)
    const late = { ...INTENTION, inspired: commitment, nonce: 'nonce-of-a-late-form' }
    const refused = await stage.as(sophie).presses('commitments.take', late)
    assert.deepEqual(toldTo(refused), ['commitments/commitment/form', 'warning'])
  })

  it('of colleagues are listed four at a time, each once', async () => {
    for (let n = 0; n < 6; n++) await take(camille, { text: `Engagement ${n}`, visibility: 'everyone' })
    const first = await stage.as(sophie).presses('commitments.near')
    const second = await stage.as(sophie).presses('commitments.near', pressOf(first, 'commitments.near'))
    const texts = [first, second].map(reply =>
      dataOf(reply).sections.flatMap(({ commitments }) => commitments),
    )
    assert.deepEqual(
      texts.map(({ length }) => length),
      [4, 2],
    )
    assert.equal(new Set(texts.flat().map(({ text }) => text)).size, 6)
  })
})
