import assert from 'node:assert/strict'
import { createRender } from '../../../src/cards/render.ts'
import type { Reply } from '../../../src/conversation/protocol/reply.ts'
import { DAY, MINUTE } from '../../../src/kernel/time/clock.ts'
import { fixedClock } from '../../support/database/engines.ts'
import { optionsOn } from '../../support/features/ballot-options.ts'
import { CHANNEL, setStage } from '../../support/product/stage.ts'

const maelle = { objectId: 'maelle', name: 'Maëlle' }
const camille = { objectId: 'camille', name: 'Camille Martin' }
const karim = { objectId: 'karim', name: 'Karim Benali' }
const FORM = {
  question: 'Quelle idée tester ?',
  ideas: '',
  options: 'Un carnet de passation\nUn bureau ouvert\nRelire nos courriers',
  date: '2027-05-07',
  time: '18:00',
  channel: CHANNEL,
}

const dataOf = <T>(reply: Reply) => reply.card.data as T
const drawn = (reply: Reply) =>
  JSON.stringify(createRender()(reply.card, reply.language, reply.summary, { notice: reply.notice }))

describe('ballots in a chat and a channel', () => {
  const clock = fixedClock()
  let stage: Awaited<ReturnType<typeof setStage>>
  let forms = 0

  before(async () => {
    stage = await setStage({ organisers: [maelle.objectId], clock })
    await stage.as(maelle).installs('channel')
    await stage.settle()
  })
  after(() => stage.close())

  const presses = (verb: string, data: Record<string, unknown> = {}) => stage.as(maelle).presses(verb, data)
  const inChannel = (who: typeof camille, verb: string, data: Record<string, unknown>) =>
    stage.as(who).presses(verb, data, { in: 'channel' })

  /** Opens a ballot and answers its id and its options', as the card in the channel has them. */
  async function opened(change: object = {}): Promise<{ ballot: string; options: string[] }> {
    const question = `Quelle idée tester, ${++forms} ?`
    const form = { ...FORM, question, nonce: `nonce-of-form-${forms}`, ...change }
    const reply = await presses('ballots.open', form)
    const { buttons } = dataOf<{ buttons: { data: { ballot: string } }[] }>(reply)
    const ballot = buttons[0]?.data.ballot ?? ''
    const asked = await stage.as(karim).presses('ballots.choose', { ballot })
    return { ballot, options: optionsOn(asked).map(({ id }) => id) }
  }

  const posts = (text: string) =>
    [...stage.sent.values()].filter(({ card }) => JSON.stringify(card).includes(text))

  /** Sends what waits, the edits that pace holds back for a while too. */
  async function settle() {
    await stage.settle()
    clock.advance(MINUTE)
    await stage.settle()
  }

  it('go from the form to a preview with the rules, then to one card in the channel', async () => {
    const form = await presses('ballots.form')
    const { nonce } = dataOf<{ fields: { nonce: string } }>(form).fields
    const preview = await presses('ballots.preview', { ...FORM, nonce })
    assert.match(drawn(preview), /en changer jusqu’au vendredi 7\u00A0mai à 18\u00A0h/)
    const { fields } = dataOf<{ fields: Record<string, string> }>(preview)
    const replies = []
    for (const _ of [1, 2, 3]) replies.push(await presses('ballots.open', fields))
    assert.equal(replies[0]?.notice?.title, 'Le scrutin est ouvert')
    assert.deepEqual(replies[2]?.card, replies[0]?.card)
    await settle()
    const [post, ...others] = posts(FORM.question)
    assert.deepEqual([post?.to, others.length], [CHANNEL, 0])
    assert.match(JSON.stringify(post?.card), /Seuls les totaux sont montrés/)
    assert.doesNotMatch(JSON.stringify(post?.card), /\d votes?|personnes appelées/)
  })

  it('keep what was typed when one goes back to correct it', async () => {
    const form = await presses('ballots.form', {
      ...FORM,
      question: '[x](http://evil) ${secret}',
      nonce: 'n',
    })
    const { fields } = dataOf<{ fields: typeof FORM }>(form)
    assert.deepEqual([fields.question, fields.options], ['[x](http://evil) ${secret}', FORM.options])
  })

  it('offer ideas, the most supported first, and take their words and axis', async () => {
    const idea = 'Réparer avant de racheter'
    await stage
      .as(camille)
      .presses('ideas.submit', { text: idea, axis: 'transitions', nonce: 'idea-of-one-form' })
    const form = await presses('ballots.form')
    const [offered] = dataOf<{ ideas: { title: string; value: string }[] }>(form).ideas
    assert.equal(offered?.title, idea)
    const { ballot } = await opened({ ideas: offered?.value, options: 'Autre chose' })
    const totals = await stage.as(karim).presses('ballots.totals', { ballot })
    assert.match(drawn(totals), /Réparer avant de racheter.*Accompagner les transitions/)
  })

  const refused: [string, object, RegExp][] = [
    ['a date in the past', { date: '2027-03-01' }, /Cette date est passée/],
    ['a day that does not exist', { date: '2027-02-30' }, /Il manque la fin/],
    ['an end in a year', { date: '2028-04-01' }, /90 jours au plus/],
    ['a question of 10,000 characters', { question: 'x'.repeat(10_000) }, /10\u202F000 caractères pour 120/],
    ['one option', { options: 'Seule' }, /au moins deux propositions/],
    ['an option too long', { options: `Une\n${'é'.repeat(121)}` }, /ligne 2.*: 121 caractères pour 120/],
    ['the same option twice', { options: 'Une\nUNE' }, /disent la même chose/],
    ['an idea that is gone', { ideas: 'nothing' }, /n’existe plus/],
    ['a channel that is gone', { channel: '19:gone' }, /n’est plus accessible/],
    ['fields that are no text', { question: { evil: true }, options: [] }, /Il manque la question/],
  ]
  for (const [what, change, sentence] of refused) {
    it(`refuse ${what} on the form, with what was typed`, async () => {
      for (const verb of ['ballots.preview', 'ballots.open']) {
        const reply = await presses(verb, { ...FORM, nonce: 'nonce-refused', ...change })
        assert.equal(reply.card.template, 'ballots/drafting/form')
        assert.match(reply.notice?.title ?? '', sentence)
        assert.equal(dataOf<{ fields: typeof FORM }>(reply).fields.time, '18:00')
        assert.ok(!drawn(reply).includes('${'))
      }
    })
  }

  it('are opened and closed by organisers only', async () => {
    const { ballot } = await opened()
    const forms = await stage.as(camille).presses('ballots.form')
    const open = await stage.as(camille).presses('ballots.open', { ...FORM, nonce: 'nonce-camille' })
    const close = await stage.as(camille).presses('ballots.close', { ballot })
    const confirm = await stage.as(camille).presses('ballots.confirm', { ballot })
    for (const { summary, notice } of [forms, open, close, confirm])
      assert.match(notice?.title ?? summary, /C’est le Lab’ qui s’en charge/)
  })

  it('answer a vote in place, for that person only, and let it be changed', async () => {
    const { ballot, options } = await opened()
    const first = await inChannel(camille, 'ballots.vote', { ballot, choice: options[0] })
    assert.deepEqual(first.notice, {
      tone: 'good',
      title: 'Votre vote est enregistré\u00A0: Un carnet de passation',
      text: 'Cet affichage n’est visible que de vous.',
    })
    assert.match(drawn(first), /\*\*Votre choix\*\* · 100\u202F%/)
    const form = await inChannel(camille, 'ballots.choose', { ballot })
    const own = dataOf<{ taps: { text: string; mine: boolean }[] }>(form).taps.filter(({ mine }) => mine)
    assert.deepEqual(
      own.map(({ text }) => text),
      ['Un carnet de passation'],
    )
    await inChannel(camille, 'ballots.vote', { ballot, choice: options[1] })
    const mine = dataOf<{ options: { mine: boolean; count: string }[] }>(
      await inChannel(camille, 'ballots.mine', { ballot }),
    )
    assert.deepEqual(
      mine.options.map(option => [option.count, option.mine]),
      [
        ['0', false],
        ['1', true],
        ['0', false],
      ],
    )
  })

  it('leave their card in the channel as it stands while people vote, without choice, name or number', async () => {
    const question = 'Qui a voté ?'
    const { ballot, options } = await opened({ question })
    await settle()
    for (const who of [camille, karim, camille])
      await inChannel(who, 'ballots.vote', { ballot, choice: options[2] })
    await settle()
    const [post, ...others] = posts(question)
    const text = JSON.stringify(post?.card)
    assert.deepEqual([others.length, post?.edits], [0, 0])
    assert.doesNotMatch(text, /Camille|Karim|Votre choix\*\*|\d votes?/)
  })

  it('ask again when nothing or nothing of theirs was chosen, on the form', async () => {
    const { ballot } = await opened()
    for (const [choice, sentence] of [
      ['', /Il manque votre choix/],
      [undefined, /Il manque votre choix/],
      ['another', /n’est pas dans ce vote/],
      [['a', 'b'], /Il manque votre choix/],
      ['x'.repeat(10_000), /Il manque votre choix/],
    ] as const) {
      const reply = await inChannel(camille, 'ballots.vote', { ballot, choice })
      assert.equal(reply.card.template, 'ballots/voting/ballot')
      assert.match(reply.notice?.title ?? '', sentence)
    }
  })

  it('say what is gone, and what makes no sense', async () => {
    const gone = await inChannel(camille, 'ballots.vote', { ballot: 'nothing', choice: 'x' })
    assert.match(gone.summary, /n’existe plus/)
    const odd = await inChannel(camille, 'ballots.vote', { ballot: { $ne: 1 }, choice: 'x' })
    assert.match(odd.summary, /incomplète/)
  })

  it('are closed by hand after one more question, and the channel’s card becomes the result', async () => {
    const question = 'Que tester d’abord ?'
    const { ballot, options } = await opened({ question })
    await inChannel(camille, 'ballots.vote', { ballot, choice: options[1] })
    assert.match(drawn(await presses('ballots.confirm', { ballot })), /Clore ce scrutin maintenant/)
    const closed = await presses('ballots.close', { ballot })
    assert.equal(closed.card.template, 'ballots/results/result')
    assert.deepEqual((await presses('ballots.close', { ballot })).card, closed.card)
    await settle()
    const [post] = posts(question)
    assert.match(JSON.stringify(post?.card), /«\u00A0Un bureau ouvert\u00A0» arrive en tête/)
    assert.match(JSON.stringify(post?.card), /1 voix sur 1\./)
    const late = await inChannel(karim, 'ballots.vote', { ballot, choice: options[0] })
    assert.equal(late.card.template, 'ballots/results/result')
    assert.match(late.notice?.title ?? '', /Le vote est clos depuis le/)
  })

  it('are closed by the clock, without anybody’s doing', async () => {
    const question = 'Jusqu’à quand ?'
    const { ballot, options } = await opened({ question, date: '2027-04-24' })
    await inChannel(camille, 'ballots.vote', { ballot, choice: options[0] })
    await inChannel(karim, 'ballots.vote', { ballot, choice: options[1] })
    clock.advance(3 * DAY)
    const late = await inChannel(camille, 'ballots.vote', { ballot, choice: options[2] })
    assert.match(late.notice?.title ?? '', /Le vote est clos depuis le samedi 24\u00A0avril à 18\u00A0h/)
    await settle()
    assert.match(
      JSON.stringify(posts(question)[0]?.card),
      /Égalité entre «\u00A0.*\u00A0» et «\u00A0Un bureau ouvert\u00A0»/,
    )
    assert.match(JSON.stringify(posts(question)[0]?.card), /Vote · clos le samedi 24\u00A0avril à 18\u00A0h/)
    clock.advance(-3 * DAY)
  })

  it('say in words that nobody voted', async () => {
    const { ballot } = await opened()
    assert.match(drawn(await presses('ballots.close', { ballot })), /Aucun vote exprimé/)
  })

  it('say so when none is open', async () => {
    clock.advance(90 * DAY)
    assert.match(drawn(await stage.as(camille).says('voter')), /Aucun vote ouvert/)
  })
})
