import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { open } from '../../../src/db/index.ts'
import { messageStore } from '../../../src/features/messages/sending/store.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import type { Logger } from '../../../src/kernel/monitoring/logger.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { featuresOn, freshForm, publish } from '../../support/features/ideas.ts'
import { BALLOT, callsOn, IDEA, pressesOn, type Things, WHEN } from '../../support/product/inputs.ts'
import { maelle, type OneOfEach, setOneOfEach } from '../../support/product/one-of-each.ts'
import type { Someone } from '../../support/product/stage.ts'

const TEXT = 'Un carnet de passation d’une page'
const ZELIE = { objectId: 'author', name: 'Zélie Quintrec' }
/** Either part of her name, however it is written. */
const NAMED = /z(é|e|\\u00e9)lie|quintrec/i

onEachEngine('an author who stays unnamed', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })
  let { ideas, thread, person } = {} as ReturnType<typeof featuresOn>
  let [camille, sophie, maelle] = [] as unknown as [Actor, Actor, Actor]

  beforeEach(async () => {
    ;({ ideas, thread, person } = featuresOn(fresh.db, clock))
    camille = await person('camille', 'lycees')
    sophie = await person('sophie', 'lycees')
    maelle = await person('maelle')
  })

  const submit = (more = {}) => ideas.submit(camille, { text: TEXT, ...more }, freshForm(camille))
  const actsIn = async (idea: string) =>
    (await thread.of('idea', idea, 20)).items.map(({ kind, by }) => `${kind} ${by ?? 'nobody'}`)
  const comment = (actor: Actor, idea: string) =>
    ideas.comment(actor, idea, `Dit par ${actor.name.length}`, freshForm(actor))

  it('is not named by the idea, its thread, nor what they say under it', async () => {
    const { id } = await submit({ unnamed: true })
    await ideas.setAxis(camille, id, 'equipe')
    await ideas.correct(camille, id, { text: 'Un carnet' })
    await comment(camille, id)
    await comment(sophie, id)
    const seen = await ideas.show(sophie, id)
    assert.deepEqual([seen.unnamed, seen.authorName], [true, ''])
    assert.deepEqual(await actsIn(id), [
      'received nobody',
      'axis nobody',
      'corrected nobody',
      'commented nobody',
      'commented sophie',
    ])
    const { items } = await ideas.comments(sophie, id, 20)
    assert.deepEqual(items.map(({ authorName, ofAuthor, mine }) => [authorName, ofAuthor, mine]).sort(), [
      ['', true, false],
      ['sophie', undefined, true],
    ])
  })

  it('may choose so later, once and for good, and stays named as who answers', async () => {
    const { id, namedStill } = await submit()
    assert.equal(namedStill, true)
    await comment(camille, id)
    const chief = { ...camille, role: 'organiser' as const }
    await ideas.answer(chief, id, 'Nous l’essayons')
    await assert.rejects(ideas.unname(sophie, id), { code: 'not-yours' })
    await ideas.unname(camille, id)
    const after = await ideas.unname(camille, id)
    assert.deepEqual([after.namedStill, after.mine], [false, true])
    await publish(fresh.db, clock, ideas)
    assert.deepEqual(await actsIn(id), ['received nobody', 'commented nobody', 'answered camille'])
    const seen = await ideas.show(sophie, id)
    assert.deepEqual([seen.authorName, seen.answererName], ['', 'camille'])
    assert.equal((await ideas.comments(maelle, id, 20)).items[0]?.authorName, '')
  })

  it('nor where their idea is joined with another, before or after', async () => {
    for (const unnamed of [true, false]) {
      const [mine, theirs] = [
        await submit({ unnamed }),
        await ideas.submit(sophie, { text: 'Une page' }, freshForm(sophie)),
      ]
      await ideas.merge(sophie, theirs.id, mine.id)
      await ideas.merge(camille, theirs.id, mine.id)
      const who = unnamed ? 'nobody' : 'camille'
      assert.deepEqual(await actsIn(theirs.id), ['received sophie', `merged ${who}`])
      if (!unnamed) await ideas.unname(camille, mine.id)
      assert.deepEqual(await actsIn(theirs.id), ['received sophie', 'merged nobody'])
      assert.deepEqual(await actsIn(mine.id), ['received nobody', 'merged nobody'])
    }
  })

  it('may take their name off an idea that is joined or hidden, unless another of theirs there shows it', async () => {
    const mine = await submit()
    const theirs = await ideas.submit(sophie, { text: 'Une page' }, freshForm(sophie))
    const other = await submit({ text: 'Une autre' })
    await ideas.merge(maelle, mine.id, theirs.id)
    await ideas.merge(maelle, other.id, theirs.id)
    await assert.rejects(ideas.unname(camille, mine.id), { code: 'unname-joined' })
    await ideas.undoMerge(camille, other.id)
    await ideas.unname(camille, mine.id)
    assert.equal((await ideas.show(sophie, theirs.id)).joined?.[0]?.authorName, '')
    await ideas.hide(maelle, other.id, 'Un nom')
    assert.equal((await ideas.unname(camille, other.id)).namedStill, false)
  })

  it('is given away by no joining with an idea that names them, however far: it is joined as any other', async () => {
    const [named, unnamed] = [await submit({ text: 'Nommée' }), await submit({ unnamed: true })]
    const theirs = await ideas.submit(sophie, { text: 'Une page' }, freshForm(sophie))
    for (const actor of [maelle, camille]) {
      assert.equal((await ideas.merge(actor, unnamed.id, named.id)).idea.supports, 2)
      assert.equal((await ideas.undoMerge(actor, unnamed.id)).supports, 1)
    }
    await ideas.merge(maelle, unnamed.id, theirs.id)
    assert.equal((await ideas.merge(maelle, named.id, theirs.id)).idea.supports, 3)
    await ideas.unname(camille, named.id)
    assert.equal((await ideas.show(maelle, theirs.id)).supports, 3)
  })

  it('not of what they wrote in a channel, where everybody reads who did', async () => {
    const aloud = await submit({ thread: { channel: 'c', address: 'a' } })
    assert.equal(aloud.namedStill, false)
    await assert.rejects(ideas.unname(camille, aloud.id), { code: 'idea-said-aloud' })
  })
})

describe('the name of an author who stays unnamed', () => {
  let table: OneOfEach
  const logged: string[] = []
  const keep = (fields: object, message: string) => void logged.push(JSON.stringify([fields, message]))
  const log: Logger = { info: keep, warn: keep, error: keep }
  const readers: readonly Someone[] = [
    maelle,
    { objectId: 'nadia', name: 'Nadia Ferrer' },
    { objectId: 'pascal', name: 'Pascal Vidal' },
    { objectId: 'ines', name: 'Inès Roques' },
    { objectId: 'helene', name: 'Hélène Gaubert' },
  ]
  const [, nadia = maelle, pascal = maelle, ines = maelle, helene = maelle] = readers

  before(async () => {
    table = await setOneOfEach('file::memory:', [], log)
    for (const who of [ZELIE, pascal, ines]) {
      await table.stage.app.people.chooseDirection(await table.actor(who), 'culture')
      await table.stage.as(who).installs('personal')
    }
    await table.actor(pascal, 'manager')
    await table.actor(ines, 'pilot')
    await table.actor(helene, 'observer')
  })
  after(() => table.close())

  /** One idea of hers by each entry point. */
  async function written(): Promise<readonly string[]> {
    const { made, things, call, stage } = table
    const unnamed = { ...IDEA, unnamed: 'on' }
    const quoted = await stage.as(ZELIE).quotes('ideas.quote', 'Vu ailleurs')
    assert.equal((quoted.card.data as { unnamed: string }).unnamed, 'off')
    const body = { nonce: randomIds.nonce(), text: 'Écrite dans l’onglet', axis: 'usager', unnamed: true }
    const later = await made(ZELIE, 'ideas.submit', 'idea', { ...IDEA, text: 'Nommée, puis non' })
    await call(ZELIE, 'post', '/ideas/:id/comments', {
      params: { id: later },
      body: { nonce: randomIds.nonce(), text: 'Dit avant' },
    })
    await stage.settle()
    await stage.as(ZELIE).presses('ideas.unname', { idea: later })
    return [
      await made(ZELIE, 'ideas.submit', 'idea', { ...unnamed, text: 'Écrite au bot' }),
      await made(ZELIE, 'ideas.submit', 'idea', { ...unnamed, text: 'Mise dans la boîte', box: things.box }),
      ((await call(ZELIE, 'post', '/ideas', { body })) as IdeaView).id,
      later,
    ]
  }

  /** All that can become of an idea. */
  async function lived(idea: string): Promise<void> {
    const { stage, call, made } = table
    const params = { id: idea }
    const nonce = () => randomIds.nonce()
    await stage.as(ZELIE).presses('ideas.set-axis', { idea, axis: 'equipe' })
    await stage.as(ZELIE).presses('ideas.comment', { idea, text: 'Dit dessous', nonce: nonce() })
    await stage.as(ZELIE).presses('commitments.take', {
      text: 'Le tenir',
      axis: 'usager',
      horizon: '2027-06-30',
      visibility: 'me',
      idea,
      inspired: '',
      nonce: nonce(),
    })
    await stage.as(nadia).presses('ideas.support', { idea, support: 'on' })
    await stage.as(pascal).presses('ideas.answer', { idea, text: 'Nous essayons' })
    await stage.as(pascal).presses('ideas.aside', { idea, text: 'Pas encore' })
    await stage.as(maelle).presses('ideas.decide', { idea, step: 'retained' })
    await made(maelle, 'ballots.open', 'ballot', { ...WHEN, ...BALLOT, options: 'Autre', ideas: idea })
    await call(nadia, 'post', '/initiatives', { body: { nonce: nonce(), idea } })
    await call(nadia, 'post', '/ideas/:id/comments', { params, body: { nonce: nonce(), text: 'Oui' } })
  }

  /** A nudge to the pilot about what waits. */
  async function nudged(): Promise<string> {
    const { id: person } = await table.actor(ines)
    const subject = { direction: 'culture', days: 0 }
    const telling = { person, topic: 'ideas-waiting', reason: 'waits', subject, by: 'nudges' } as const
    await table.stage.app.database.transact(tx => table.stage.app.messages.tell(tx, telling))
    const found = await table.stage.app.database.read(tx => messageStore(tx).inState(person, 'waiting'))
    return found.find(({ reason }) => reason === 'waits')?.id ?? ''
  }

  /** All that one reader can be answered, by the name of its door. */
  async function answers(who: Someone, things: Things): Promise<[string, string][]> {
    const { stage, call } = table
    const said = async (door: string, ask: () => Promise<unknown>): Promise<[string, string]> => {
      const answer = await ask().catch(error => {
        if (error instanceof Refusal) return error
        throw error
      })
      return [`${who.name} ${door}`, JSON.stringify(answer)]
    }
    const all: [string, string][] = []
    for (const [verb, data] of Object.entries(pressesOn(things)))
      all.push(await said(verb, () => stage.as(who).presses(verb, data)))
    for (const [door, request] of Object.entries(callsOn(things))) {
      const [method = '', path = ''] = door.split(' ')
      all.push(await said(door, () => call(who, method as 'get', path, request)))
    }
    for (const search of ['ideas.search', 'ballots.search', 'workshops.search'])
      all.push(await said(search, () => stage.as(who).searches(search)))
    return all
  }

  it('is read by nobody else: on no card, page, search, post, fact, row nor line of the log', async function () {
    this.timeout(120_000)
    const { stage, things } = table
    const ideas = await written()
    const waiting = await table.made(ZELIE, 'ideas.submit', 'idea', {
      ...IDEA,
      unnamed: 'on',
      text: 'Elle attend',
    })
    const nudge = await nudged()
    for (const idea of ideas) await lived(idea)
    await stage.settle()
    table.clock.advance(4 * 24 * 3_600_000)
    await stage.settle()

    const found: string[] = []
    let read = 0
    // What differs by reader differs on the first; on the others, what differs by how they were written.
    for (const idea of [waiting, ...ideas])
      for (const who of idea === waiting ? readers : [maelle, nadia])
        for (const [door, text] of await answers(who, {
          ...things,
          idea,
          retained: idea,
          initiative: idea,
          message: nudge,
          direction: 'culture',
        })) {
          read++
          // To hand over, a pilot chooses among all who work in the Direction, whatever they wrote.
          if (NAMED.test(text) && !/people\.|relay|pilot|deputy/.test(door)) found.push(door)
        }
    await stage.settle()
    const posts = [...stage.sent.values()].filter(({ to }) => to !== 'chat-author')
    assert.ok(
      read > 1_500 && posts.length > 10 && logged.length > 0,
      `${read} ${posts.length} ${logged.length}`,
    )
    for (const post of posts) if (NAMED.test(JSON.stringify(post))) found.push(`a post to ${post.to}`)
    for (const line of logged) if (NAMED.test(line)) found.push(`the log: ${line}`)

    const tables = await stage.app.database.read(tx => open(tx).introspection.getTables())
    for (const { name } of tables.filter(each => each.name !== 'person')) {
      const { rows } = await stage.app.database.read(tx =>
        sql`select * from ${sql.table(name)}`.execute(open(tx)),
      )
      if (NAMED.test(JSON.stringify(rows))) found.push(`a row of ${name}`)
    }
    assert.deepEqual([...new Set(found)], [])
  })
})
