import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Reply } from '../../../src/conversation/protocol/reply.ts'
import { open } from '../../../src/db/index.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { DAY, SECOND } from '../../../src/kernel/time/clock.ts'
import type { ReadyStoriesView, StoryFormView } from '../../../src/tabs/contract/commitment-stories.ts'
import type { CommitmentView } from '../../../src/tabs/contract/commitments.ts'
import { fixedClock } from '../../support/database/engines.ts'
import { callerOf } from '../../support/product/routes.ts'
import { CHANNEL, type Sent, type Someone, setStage } from '../../support/product/stage.ts'

const lab = { objectId: 'maelle', name: 'Maëlle Costa' }
const ines = { objectId: 'ines', name: 'Inès Roques' }
const karim = { objectId: 'karim', name: 'BENALI Karim' }
const lea = { objectId: 'lea', name: 'Léa Morin' }
const TEXT = 'Relire un courrier'
const HARM = '[x](https://evil.example) **gras** <at>tous</at> ${title}'

type Buttons = readonly { readonly verb: string; readonly data: Record<string, unknown> }[]
const buttonOf = ({ card }: Reply, verb: string) =>
  (card.data as { buttons: Buttons }).buttons.find(each => each.verb === verb)?.data ?? {}
const verbsOf = ({ card }: Reply) => (card.data as { buttons: Buttons }).buttons.map(({ verb }) => verb)

describe('what somebody tells their Direction of a kept commitment', () => {
  const clock = fixedClock(Date.parse('2027-04-22T08:00:00Z'))
  let stage: Awaited<ReturnType<typeof setStage>>

  beforeEach(async () => {
    stage = await setStage({ clock, organisers: [lab.objectId] })
    await stage.as(lab).installs('channel')
    await stage.as(lab).presses('channels.bind', { channel: CHANNEL, direction: 'lycees', part: 'channel' })
    for (const who of [ines, karim]) await stage.as(who).presses('people.direction', { direction: 'lycees' })
    await stage.app.people.assignRole((await actor(ines)).id, 'pilot', ['lycees'])
    await settle()
  })
  afterEach(() => stage.close())

  const actor = ({ objectId, name }: Someone) =>
    stage.app.people.greet({ objectId, name, tenant: 'aaaaaaaa-0000-4000-8000-000000000001', language: 'fr' })
  async function call<T>(
    who: Someone,
    method: 'get' | 'put' | 'post',
    path: string,
    id: string,
    body = {},
  ): Promise<T> {
    return callerOf(stage.app.routes, await actor(who))<T>(method, path, { params: { id }, body })
  }
  async function settle(): Promise<void> {
    for (let again = 0; again < 4; again++) {
      clock.advance(2 * SECOND)
      await stage.settle()
    }
  }
  async function take(change: object = {}): Promise<string> {
    const body = { axis: 'usager', text: TEXT, horizon: '2027-06-30', nonce: randomIds.nonce(), ...change }
    const { id } = await call<CommitmentView>(karim, 'post', '/commitments', '', body)
    return id
  }
  const end = (id: string) => stage.as(karim).presses('commitments.end', { commitment: id, state: 'kept' })
  const tell = (commitment: string, text = TEXT, named = 'no') =>
    stage.as(karim).presses('commitments.tell', { commitment, text, named, nonce: randomIds.nonce() })
  const ready = () => call<ReadyStoriesView>(ines, 'get', '/directions/:id/stories', 'lycees')
  const show = (id: string) => call<CommitmentView>(karim, 'get', '/commitments/:id', id)
  const inChannel = (): readonly Sent[] => [...stage.sent.values()].filter(({ to }) => to === CHANNEL)

  it('is offered first on the answer to « C’est tenu », and never in the place of that button', async () => {
    const id = await take()
    const kept = await end(id)
    assert.deepEqual(verbsOf(kept).slice(0, 2), ['commitments.story-form', 'commitments.share-form'])
    assert.equal((await show(id)).tellable, true)
    const told = await tell(id)
    assert.equal(told.notice?.title, 'C’est transmis. Merci.')
    assert.ok(!verbsOf(told).includes('commitments.undo-end'))
    assert.deepEqual((await show(id)).story, { text: TEXT, named: false, toldOn: '2027-04-22' })
  })

  it('proposes the commitment’s words with the last note, which it names, and a first name however it is written', async () => {
    const id = await take()
    await call(karim, 'post', '/commitments/:id/notes', id, {
      text: 'Deux pages de moins',
      nonce: randomIds.nonce(),
    })
    await assert.rejects(call(karim, 'get', '/commitments/:id/story', id), { code: 'story-not-kept' })
    await end(id)
    const form = await call<StoryFormView>(karim, 'get', '/commitments/:id/story', id)
    assert.deepEqual(
      [form.text, form.noted, form.named, form.firstName, form.pilots, form.told],
      [`${TEXT}. Deux pages de moins`, true, false, 'Karim', ['Inès Roques'], false],
    )
    const long = await take({ text: 'a'.repeat(280) })
    await call(karim, 'post', '/commitments/:id/notes', long, { text: 'Non', nonce: randomIds.nonce() })
    await end(long)
    const alone = await call<StoryFormView>(karim, 'get', '/commitments/:id/story', long)
    assert.deepEqual([alone.text, alone.noted], ['a'.repeat(280), false])
  })

  it('names everyone who may read it, the deputy too, and says « vous » only to whoever reads it alone', async () => {
    const id = await take()
    await end(id)
    const named = async () => (await call<StoryFormView>(karim, 'get', '/commitments/:id/story', id)).pilots
    const card = async () =>
      JSON.stringify((await stage.as(karim).presses('commitments.story-form', { commitment: id })).card)
    const lead = async (who: Someone, deputy = false) => {
      const { id: person } = await actor(who)
      const grant = { role: 'pilot', leads: '["lycees"]', deputy: deputy ? 1 : 0 } as const
      await stage.app.database.transact(tx =>
        open(tx).updateTable('person').set(grant).where('id', '=', person).execute(),
      )
    }
    await lead(lea, true)
    assert.deepEqual((await named()).toSorted(), ['Inès Roques', 'Léa Morin'])
    assert.match(await card(), /pilotes ou en suppléance, liront/)
    await lead(karim, true)
    assert.deepEqual((await named()).toSorted(), ['Inès Roques', 'Léa Morin'])
    for (const who of [ines, lea]) await stage.app.people.assignRole((await actor(who)).id, 'agent')
    assert.deepEqual(await named(), [])
    assert.match(await card(), /Vous êtes pilote/)
  })

  it('is told once for each form, and read by its pilot one at a time, the oldest first', async () => {
    const [one, two] = [await take(), await take({ text: 'Deux' })]
    for (const id of [one, two]) {
      await end(id)
      await tell(id, `de ${id}`)
      clock.advance(SECOND)
    }
    const first = await stage.as(ines).presses('commitments.stories', { direction: 'lycees', after: '' })
    assert.match(JSON.stringify(first.card), new RegExp(`de ${one}`))
    const next = await stage.as(ines).presses('commitments.stories', buttonOf(first, 'commitments.stories'))
    assert.match(JSON.stringify(next.card), new RegExp(`de ${two}`))
    assert.ok(!verbsOf(next).includes('commitments.stories'))
    const aside = await stage
      .as(ines)
      .presses('commitments.set-story-aside', buttonOf(next, 'commitments.set-story-aside'))
    assert.equal(aside.notice?.title, 'C’est noté, rien n’est publié')
    assert.equal((await ready()).items.length, 1)
    assert.deepEqual(Object.keys((await show(two)).story ?? {}), ['text', 'named', 'toldOn'])
    const back = await stage
      .as(ines)
      .presses('commitments.set-story-aside', buttonOf(aside, 'commitments.set-story-aside'))
    assert.ok(verbsOf(back).includes('commitments.publish-story'))
    assert.equal((await ready()).items.length, 2)
  })

  it('stays readable while no channel can take it: « Publier » is left out, and refused', async () => {
    const id = await take()
    await end(id)
    await tell(id)
    const press = (verb: string, data: Record<string, unknown>) => stage.as(ines).presses(verb, data)
    const first = await press('commitments.stories', { direction: 'lycees', after: '' })
    const publish = buttonOf(first, 'commitments.publish-story')
    const aside = await press('commitments.set-story-aside', buttonOf(first, 'commitments.set-story-aside'))
    await stage.as(lab).presses('channels.unbind', { channel: CHANNEL, part: 'channel' })
    const back = await press('commitments.set-story-aside', buttonOf(aside, 'commitments.set-story-aside'))
    assert.deepEqual(verbsOf(back), ['commitments.set-story-aside'])
    assert.match(JSON.stringify(back.card), /les canaux rattachés à la Direction sont à revoir/)
    const again = await press('commitments.stories', { direction: 'lycees', after: '' })
    assert.deepEqual(verbsOf(again), ['commitments.set-story-aside'])
    assert.match(JSON.stringify(await press('commitments.publish-story', publish)), /Aucun canal/)
  })

  it('leads back to the message on which it was opened, whatever is pressed meanwhile', async () => {
    for (const text of ['Un', 'Deux']) {
      const id = await take({ text })
      await end(id)
      await tell(id, text)
      clock.advance(SECOND)
    }
    const message = randomIds.next()
    const press = (verb: string, data: Record<string, unknown>) => stage.as(ines).presses(verb, data)
    const feetOf = ({ card }: Reply) => (card.data as { foot: Buttons }).foot.map(({ verb }) => verb)
    const opened = { direction: 'lycees', after: '', message, round: 2 }
    const first = await press('commitments.stories', opened)
    const next = await press('commitments.stories', buttonOf(first, 'commitments.stories'))
    const aside = await press('commitments.set-story-aside', buttonOf(next, 'commitments.set-story-aside'))
    const back = await press('commitments.set-story-aside', buttonOf(aside, 'commitments.set-story-aside'))
    const out = await press('commitments.publish-story', buttonOf(back, 'commitments.publish-story'))
    for (const reply of [first, next, aside, back, out]) {
      assert.deepEqual(feetOf(reply), ['nudges.message', 'messages.why'])
      assert.deepEqual((reply.card.data as { foot: Buttons }).foot[0]?.data, { message, round: 2 })
    }
    const elsewhere = await press('commitments.stories', { direction: 'lycees', after: '' })
    assert.deepEqual(feetOf(elsewhere), [])
    await press('commitments.publish-story', buttonOf(elsewhere, 'commitments.publish-story'))
    const over = await press('commitments.stories', opened)
    assert.equal(over.summary, 'Aucun engagement raconté n’attend d’être publié.')
    assert.deepEqual(feetOf(over), ['nudges.message', 'messages.why'])
  })

  it('is published from the chat, word for word, and taken out of the channel there', async () => {
    const id = await take()
    await end(id)
    await tell(id, HARM, 'yes')
    const card = await stage.as(ines).presses('commitments.stories', { direction: 'lycees', after: '' })
    const out = await stage
      .as(ines)
      .presses('commitments.publish-story', buttonOf(card, 'commitments.publish-story'))
    assert.equal(out.notice?.title, 'C’est parti')
    await settle()
    const posted = inChannel().at(-1)
    assert.equal(posted?.summary, HARM)
    assert.match(JSON.stringify(posted?.card), /Karim/)
    assert.doesNotMatch(JSON.stringify(posted?.card), /BENALI|usager/)
    const { story } = await show(id)
    assert.equal(story?.publishedOn, '2027-04-22')
    await assert.rejects(
      call(karim, 'put', '/commitments/:id/story', id, {
        text: 'Autre',
        named: true,
        nonce: randomIds.nonce(),
      }),
      { code: 'story-published' },
    )
    assert.equal((await ready()).out.length, 1)
    clock.advance(8 * DAY)
    assert.equal((await ready()).out.length, 0)
    await stage.as(ines).presses('commitments.set-story-aside', buttonOf(out, 'commitments.set-story-aside'))
    await settle()
    assert.match(inChannel().at(-1)?.summary ?? '', /retirés/)
  })

  it('goes when the commitment is kept no more', async () => {
    const id = await take()
    await end(id)
    const { undoUntil: until } = await show(id)
    await tell(id)
    await stage.as(karim).presses('commitments.undo-end', { commitment: id, until })
    assert.equal((await show(id)).story, undefined)
    assert.deepEqual(await ready(), { items: [], out: [], channels: [] })
  })

  it('is nowhere once withdrawn, whatever was done before and after, by whomever and however often', async () => {
    let times = 0
    const acts = ['tell', 'again', 'publish', 'aside', 'back', 'withdraw', 'undo'] as const
    const property = fc.asyncProperty(fc.array(fc.constantFrom(...acts), { maxLength: 9 }), async done => {
      const word = `récit-${++times}`
      const id = await take()
      await end(id)
      const { undoUntil: until } = await show(id)
      const press = (verb: string, data: object) => stage.as(karim).presses(verb, { commitment: id, ...data })
      const first = { text: word, named: 'yes', nonce: randomIds.nonce() }
      for (const act of [...done, 'withdraw', 'again'] as const) {
        const [story] = [...(await ready()).items, ...(await ready()).out]
        const pilot = (verb: string, data: object) =>
          story && stage.as(ines).presses(verb, { story: story.id, ...data })
        if (act === 'tell') await press('commitments.tell', { ...first, nonce: randomIds.nonce() })
        // The same press again, as Teams may repeat it.
        if (act === 'again') await press('commitments.tell', first)
        if (act === 'publish') await pilot('commitments.publish-story', { turn: story?.turn })
        if (act === 'aside') await pilot('commitments.set-story-aside', { aside: 'on' })
        if (act === 'back') await pilot('commitments.set-story-aside', { aside: 'off' })
        if (act === 'withdraw') await press('commitments.withdraw-story', {})
        if (act === 'undo') await press('commitments.undo-end', { until })
      }
      // The first form may never have been sent before: then its only arrival is the last act.
      if (!done.includes('again')) await press('commitments.withdraw-story', {})
      await settle()
      const seen = JSON.stringify([inChannel(), await ready(), await show(id)])
      assert.ok(!seen.includes(word), `${done.join()} leaves ${word}`)
    })
    await fc.assert(property, { numRuns: 25 })
  })

  it('leaves its cards, too, when it has been kept long enough, and then its row', async () => {
    const id = await take()
    await end(id)
    await tell(id, HARM, 'yes')
    const [story] = (await ready()).items
    await call(ines, 'post', '/stories/:id/publish', story?.id ?? '', { turn: story?.turn })
    await settle()
    const posts = inChannel().length
    assert.equal(inChannel().at(-1)?.summary, HARM)
    const rows = () =>
      stage.app.database.read(tx => open(tx).selectFrom('commitment_story').selectAll().execute())
    const night = () => stage.app.router.expand({ kind: 'programme.erase', payload: {} })
    clock.advance(600 * DAY)
    await night()
    await settle()
    assert.match(inChannel().at(-1)?.summary ?? '', /retirés/)
    assert.equal(inChannel().length, posts)
    assert.doesNotMatch(JSON.stringify([inChannel(), await rows()]), /evil|Karim/)
    assert.deepEqual(
      (await rows()).map(({ state, person_id: person }) => [state, person]),
      [['withdrawn', null]],
    )
    clock.advance(100 * DAY)
    await night()
    assert.deepEqual(await rows(), [])
  })
})
