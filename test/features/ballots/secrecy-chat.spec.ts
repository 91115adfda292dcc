import assert from 'node:assert/strict'
import { createRender } from '../../../src/cards/render.ts'
import type { Reply } from '../../../src/conversation/protocol/reply.ts'
import { MINUTE } from '../../../src/kernel/time/clock.ts'
import { fixedClock } from '../../support/database/engines.ts'
import { CHANNEL, setStage } from '../../support/product/stage.ts'

const maelle = { objectId: 'maelle', name: 'Maëlle' }
const people = Array.from({ length: 6 }, (_, at) => ({ objectId: `agent-${at}`, name: `Agent ${at}` }))
const [camille, ...others] = people as [(typeof people)[0], ...typeof people]
const OPTIONS = ['Un carnet de passation', 'Un bureau ouvert', 'Relire nos courriers']
const FORM = {
  question: 'Quelle idée tester ?',
  ideas: '',
  options: OPTIONS.join('\n'),
  date: '2027-05-07',
  time: '18:00',
  channel: CHANNEL,
  secret: 'on',
}

const dataOf = <T>(reply: Reply) => reply.card.data as T
const drawn = (reply: Reply) =>
  JSON.stringify(createRender()(reply.card, reply.language, reply.summary, { notice: reply.notice }))

describe('a secret ballot in a chat and a channel', () => {
  const clock = fixedClock()
  let stage: Awaited<ReturnType<typeof setStage>>

  const set = async (ballotSecrets?: readonly string[]) => {
    stage = await setStage({ organisers: [maelle.objectId], clock, ...(ballotSecrets && { ballotSecrets }) })
    await stage.as(maelle).installs('channel')
    await stage.settle()
  }
  afterEach(() => stage.close())

  const presses = (verb: string, data: Record<string, unknown> = {}) => stage.as(maelle).presses(verb, data)
  const inChannel = (who: typeof camille, verb: string, data: Record<string, unknown>) =>
    stage.as(who).presses(verb, data, { in: 'channel' })
  async function posted(): Promise<string> {
    await stage.settle()
    clock.advance(MINUTE)
    await stage.settle()
    return JSON.stringify(
      [...stage.sent.values()].find(({ card }) => JSON.stringify(card).includes(FORM.question)),
    )
  }
  async function opened() {
    const reply = await presses('ballots.open', { ...FORM, nonce: 'nonce-of-a-form' })
    const { buttons } = dataOf<{ buttons: { data: { ballot: string } }[] }>(reply)
    const ballot = buttons[0]?.data.ballot ?? ''
    const asked = await stage.as(camille).presses('ballots.choose', { ballot })
    const options = dataOf<{ choices: { value: string }[] }>(asked).choices.map(({ value }) => value)
    return { ballot, options }
  }

  it('says its rule before the tap, seals, lets one vote anew, and shows sums at the end', async () => {
    await set()
    const preview = await presses('ballots.preview', { ...FORM, nonce: 'nonce-of-a-form' })
    assert.match(
      drawn(preview),
      /Vote secret\u00A0: votre choix est scellé, modifiable jusqu’au vendredi 7\u00A0mai/,
    )
    const { ballot, options } = await opened()
    assert.match(
      await posted(),
      /Vote secret\u00A0: votre choix est scellé.*Sous cinq votes, aucun résultat.*Un vote par personne/,
    )
    const refused = await inChannel(camille, 'ballots.vote', { ballot, choice: '' })
    assert.match(drawn(refused), /Il manque votre choix/)
    const sealed = await inChannel(camille, 'ballots.vote', { ballot, choice: options[0] })
    assert.deepEqual(
      [sealed.notice?.title, sealed.notice?.text],
      ['Votre vote est scellé', 'Cet affichage n’est visible que de vous.'],
    )
    const mine = await inChannel(camille, 'ballots.mine', { ballot })
    const again = await inChannel(camille, 'ballots.choose', { ballot })
    const changed = await inChannel(camille, 'ballots.vote', { ballot, choice: options[1] })
    // Whatever was chosen, the answer is the same, and marks nothing.
    assert.equal(drawn(changed), drawn(sealed))
    for (const card of [sealed, mine, changed]) assert.doesNotMatch(drawn(card), /Votre choix|\d voix/)
    assert.match(drawn(mine), /Votre vote est scellé.*Changer mon vote/)
    assert.equal(dataOf<{ choice: string }>(again).choice, '')
    for (const who of others) await stage.as(who).presses('ballots.vote', { ballot, choice: options[1] })
    assert.doesNotMatch(await posted(), /\d votes?/)
    const closed = await presses('ballots.close', { ballot })
    assert.match(drawn(closed), /Un bureau ouvert.*arrive en tête.*6 voix sur 6/)
    assert.match(await posted(), /6 voix sur 6.*seuls ces totaux restent/)
    // A unanimous total reveals each vote.
    assert.doesNotMatch(await posted(), /qui a choisi quoi/)
    const after = await inChannel(camille, 'ballots.mine', { ballot })
    assert.doesNotMatch(drawn(after), /Votre choix/)
    assert.match(after.notice?.title ?? '', /votre choix n’est plus gardé ici/)
  })

  it('tells no result of four votes, and keeps none', async () => {
    await set()
    const { ballot, options } = await opened()
    for (const who of people.slice(0, 4))
      await stage.as(who).presses('ballots.vote', { ballot, choice: options[0] })
    const closed = await presses('ballots.close', { ballot })
    assert.match(
      drawn(closed),
      /Moins de cinq votes\u00A0: aucun résultat.*Participation\u00A0: moins de cinq votes/,
    )
    assert.doesNotMatch(drawn(closed), /voix/)
    assert.match(await posted(), /Moins de cinq votes/)
  })

  it('is given up before it opens without its secret, and speaks of no result', async () => {
    await set()
    const kept = await presses('ballots.open', { ...FORM, opening: 'hand', nonce: 'nonce-of-a-form' })
    const { buttons } = dataOf<{ buttons: { title: string; data: { ballot: string } }[] }>(kept)
    assert.deepEqual(
      buttons.map(({ title }) => title),
      ['Ouvrir maintenant', 'Annuler ce scrutin'],
    )
    const ballot = buttons[0]?.data.ballot ?? ''
    assert.match(
      drawn(await presses('ballots.confirm', { ballot })),
      /Annuler ce scrutin avant.*rien ne paraîtra dans le canal/,
    )
    const cancelled = drawn(await presses('ballots.close', { ballot }))
    assert.match(cancelled, /Annulé.*Scrutin annulé.*personne n’a voté/)
    assert.doesNotMatch(cancelled, /Résultats|Moins de cinq|Aucun vote|Participation/)
    assert.doesNotMatch((await posted()) ?? '', /Quelle idée tester/)
  })

  it('cannot be opened where the server has no secret, and the form says why', async () => {
    await set([])
    for (const verb of ['ballots.preview', 'ballots.open']) {
      const refused = await presses(verb, { ...FORM, nonce: 'nonce-of-a-form' })
      assert.match(drawn(refused), /Le serveur n’a pas de secret pour sceller les votes.*BALLOT_SECRET/)
      assert.equal(dataOf<{ fields: { secret: string } }>(refused).fields.secret, 'on')
    }
    const open = await presses('ballots.open', { ...FORM, secret: 'off', nonce: 'nonce-of-a-form' })
    assert.equal(open.notice?.title, 'Le scrutin est ouvert')
  })
})
