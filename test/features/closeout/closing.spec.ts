import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { FINISH } from '../../../src/features/closeout/domain.ts'
import { ENDED_ACTS } from '../../../src/features/closeout/ended-acts.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import type { ApiRoute } from '../../../src/kernel/requests/route.ts'
import { DAY } from '../../../src/kernel/time/clock.ts'
import type { AuditView } from '../../../src/tabs/contract/audit.ts'
import type { CloseoutView } from '../../../src/tabs/contract/closeout.ts'
import { decideTrial } from '../../support/features/trials.ts'
import { BALLOT, WHEN } from '../../support/product/inputs.ts'
import { camille, maelle, type OneOfEach, setOneOfEach } from '../../support/product/one-of-each.ts'
import { setStage } from '../../support/product/stage.ts'
import { COMMANDS, QUOTES, ROUTES, VERBS } from '../walk/doors.ts'
import { GOES_ON } from './goes-on.ts'

const theo = { objectId: 'theo', name: 'Théo Blanc' }
const nadia = { objectId: 'nadia', name: 'Nadia Ferrer' }
const CLOSED = /clos depuis le/

describe('closing the programme', () => {
  let made: OneOfEach
  beforeEach(async () => {
    made = await setOneOfEach('file::memory:', ['theo'])
  })
  afterEach(() => made.close())

  const shown = () => made.call(maelle, 'get', '/closing') as Promise<CloseoutView>
  const close = (left: number, who = maelle) =>
    made.call(who, 'post', '/closing', { body: { left, sure: true } }) as Promise<CloseoutView>
  const reopen = () => made.call(maelle, 'post', '/closing/reopen', { body: {} }) as Promise<CloseoutView>
  async function closeAll(): Promise<CloseoutView> {
    await made.stage.settle()
    const closed = await close((await shown()).left)
    await made.stage.settle()
    return closed
  }
  const counts = async () => Object.fromEntries((await shown()).open.map(({ kind, count }) => [kind, count]))
  async function acts(): Promise<readonly string[]> {
    const { items } = (await made.call(maelle, 'get', '/audit')) as { items: AuditView[] }
    return items.map(({ act }) => act)
  }
  /** One ballot that opens by the clock, and one that somebody opens by hand. */
  async function opensLater(): Promise<void> {
    const clock = { openDate: '2027-04-30', openTime: '09:00', opening: 'clock' }
    await made.made(maelle, 'ballots.open', 'ballot', { ...WHEN, ...BALLOT, ...clock })
    await made.made(maelle, 'ballots.open', 'ballot', { ...WHEN, ...BALLOT, opening: 'hand' })
  }

  /** What became of a call: `done`, or the code of its refusal. */
  async function outcome(work: () => Promise<unknown>): Promise<string> {
    try {
      await work()
      return 'done'
    } catch (error) {
      if (error instanceof Refusal) return error.code
      throw error
    }
  }

  describe('what is still open', () => {
    it('is counted exactly, by kind, without a word about commitments', async () => {
      await made.stage.settle()
      assert.deepEqual(await counts(), {
        // Camille’s, and two that Maëlle and Nadia proposed.
        ideas: 3,
        'ballots-open': 1,
        'workshops-coming': 2,
        'steps-promised': 1,
        trials: 1,
        'broadcasts-drafts': 1,
      })
      assert.equal((await shown()).left, 9)
    })

    it('empties as it is dealt with', async () => {
      const { idea, ballot, step, broadcast } = made.things
      await made.stage.settle()
      const answer = { params: { id: idea }, body: { text: 'Nous essayons en juin' } }
      await made.call(maelle, 'post', '/ideas/:id/answer', answer)
      await made.call(maelle, 'post', '/ballots/:id/close', { params: { id: ballot }, body: {} })
      assert.equal((await counts())['ballots-unfollowed'], 1)
      const none = { params: { id: ballot }, body: { none: true, word: 'Trop peu de voix' } }
      await made.call(maelle, 'put', '/ballots/:id/sequel', none)
      await made.call(camille, 'put', '/steps/:id/state', { params: { id: step }, body: { state: 'kept' } })
      await made.call(maelle, 'post', '/broadcasts/:id/remove', { params: { id: broadcast }, body: {} })
      await made.stage.app.database.transact(tx => decideTrial(tx, made.things.trial))
      assert.deepEqual(await counts(), { ideas: 2, 'workshops-coming': 2 })
    })

    it('says which part is due or late, and adds no part twice', async () => {
      const { idea } = made.things
      await made.stage.settle()
      await made.stage.app.database.transact(async tx => {
        await open(tx)
          .updateTable('idea')
          .set({ due_on: '2027-05-01', due_party: 'lab' })
          .where('id', '=', idea)
          .execute()
      })
      const before = (await shown()).left
      await made.stepOn(made.things.retained, { text: 'Relire un modèle', due: '2027-04-02' })
      const { open: lines, left } = await shown()
      const parts = lines.filter(({ among }) => among !== undefined)
      assert.deepEqual(parts, [
        { kind: 'ideas-due', count: 1, among: 'ideas' },
        { kind: 'steps-late', count: 1, among: 'steps-promised' },
      ])
      assert.equal(left, before + 1)
    })

    it('says what was asked and not answered, what waits to be summarised, and what opens later', async () => {
      const { workshop, retained, colleague } = made.things
      await made.ended(workshop)
      await made.stepOn(retained, { text: 'Relire un modèle', state: 'proposed', asked: colleague })
      await opensLater()
      const found = await counts()
      assert.equal(found['steps-asked'], 1)
      assert.equal(found['workshops-unsummarised'], 1)
      assert.equal(found['workshops-coming'], 1)
      assert.deepEqual([found['ballots-open'], found['ballots-prepared']], [1, 2])
    })

    it('is read by observers, who close nothing, and by no agent', async () => {
      await made.actor(nadia, 'observer')
      assert.equal(((await made.call(nadia, 'get', '/closing')) as CloseoutView).left > 0, true)
      assert.equal(await outcome(() => close(0, nadia)), 'role-needed')
      assert.equal(await outcome(() => made.call(camille, 'get', '/closing')), 'role-needed')
    })
  })

  describe('closes', () => {
    it('what was said to be open, and nothing where there is more of it by now', async () => {
      await made.stage.settle()
      const { left } = await shown()
      assert.equal(await outcome(() => close(left - 1)), 'closing-changed')
      assert.equal((await shown()).closed, undefined)
      const { closed } = await close(left)
      assert.deepEqual(closed, { at: made.clock.now(), left })
      assert.ok((await acts()).includes('closeout.close'))
    })

    it('once, whoever repeats it, and whichever of two organisers is first', async () => {
      const { left } = await shown()
      const [one, other] = await Promise.all([close(left), close(left, theo)])
      assert.deepEqual(one.closed, other.closed)
      made.clock.advance(DAY)
      assert.deepEqual((await close(0)).closed, one.closed)
      assert.equal((await acts()).filter(act => act === 'closeout.close').length, 1)
    })

    it('ballots that take votes or will, with every vote that was cast', async () => {
      const { ballot, option } = made.things
      await made.stage.as(camille).presses('ballots.vote', { ballot, choice: option })
      await closeAll()
      const sheet = (await made.call(maelle, 'get', '/ballots/:id/sheet', { params: { id: ballot } })) as {
        stage: string
        votes: number
      }
      assert.equal(sheet.stage, 'closed')
      assert.equal((await counts())['ballots-open'], undefined)
      const votes = await made.stage.app.database.read(tx =>
        open(tx).selectFrom('ballot').select('votes').where('id', '=', ballot).executeTakeFirstOrThrow(),
      )
      assert.equal(votes.votes, 1)
      assert.ok((await acts()).includes('ballots.close'))
    })

    it('a ballot that would open by itself, and leaves a draft as it is', async () => {
      await opensLater()
      await closeAll()
      assert.equal((await counts())['ballots-prepared'], 1)
      made.clock.advance(10 * DAY)
      await made.stage.settle()
      assert.equal((await counts())['ballots-open'], undefined)
    })

    it('a broadcast that is going out, which nobody gets any more', async () => {
      const sent = () =>
        [...made.stage.sent.values()].filter(({ summary }) => /journées du 7 mai/.test(summary))
      // It left nobody yet: its messages wait.
      await made.stage.app.database.transact(async tx => {
        await open(tx)
          .updateTable('broadcast')
          .set({ state: 'running', spread: '' })
          .where('id', '=', made.things.started)
          .execute()
      })
      await closeAll()
      const { state } = (await made.call(maelle, 'get', '/broadcasts/:id', {
        params: { id: made.things.started },
      })) as { state: string }
      assert.equal(state, 'stopped')
      assert.equal((await counts())['broadcasts-sending'], undefined)
      const before = sent().length
      made.clock.advance(7 * DAY)
      await made.stage.settle()
      assert.equal(sent().length, before)
    })

    it('an empty programme', async () => {
      const stage = await setStage({ organisers: ['maelle'] })
      try {
        const actor = await stage.app.people.greet({
          ...maelle,
          tenant: 'aaaaaaaa-0000-4000-8000-000000000001',
          language: 'fr',
        })
        const route = stage.app.routes.find(({ method, path }) => method === 'post' && path === '/closing')
        const body = { left: 0, sure: true }
        const closed = (await route?.run({
          ...{ actor, params: {}, query: {}, body },
          sentence: ({ code }) => code,
        })) as CloseoutView
        assert.deepEqual(closed.open, [])
        assert.equal(closed.closed?.left, 0)
      } finally {
        await stage.close()
      }
    })
  })

  describe('once it is done', () => {
    it('each door is known to be ended or to go on', () => {
      const doors = [...Object.keys(VERBS), ...Object.keys(COMMANDS), ...Object.keys(QUOTES)]
      const writing = Object.keys(ROUTES).filter(route => !route.startsWith('get '))
      assert.deepEqual([...ENDED_ACTS.keys(), ...GOES_ON].toSorted(), [...doors, ...writing].toSorted())
    })

    it('says so at each button that begins something, on a card or in a tab, and never fails', async () => {
      await closeAll()
      for (const [verb, data] of Object.entries(made.presses())) {
        if (!ENDED_ACTS.has(verb)) continue
        const reply = await made.stage.as(maelle).presses(verb, data)
        assert.match(JSON.stringify(reply), CLOSED, verb)
      }
      for (const [name, call] of Object.entries(made.calls())) {
        if (!ENDED_ACTS.has(name)) continue
        const [method = '', path = ''] = name.split(' ')
        const said = await outcome(() => made.call(maelle, method as ApiRoute['method'], path, call))
        assert.equal(said, 'programme-closed', name)
      }
      assert.match(JSON.stringify(await made.stage.as(camille).says('idée : Un tri de plus')), CLOSED)
      assert.match(
        JSON.stringify(await made.stage.as(camille).quotes('ideas.quote', 'Un tri de plus')),
        CLOSED,
      )
    })

    it('lets everybody read, take away what is theirs, end what they began, and keep what they promised', async () => {
      const { idea, initiative, commitment, step, workshop } = made.things
      await made.stage.as(theo).presses('ideas.support', { idea, support: 'on' })
      await made.stage.as(theo).presses('workshops.answer', { workshop, answer: 'yes' })
      await closeAll()
      const of = (id: string, body: object = {}) => ({ params: { id }, body: { ...body } })
      const works: readonly (readonly [Parameters<typeof made.call>, string])[] = [
        [[theo, 'put', '/ideas/:id/support', of(idea, { support: false })], 'a support withdrawn'],
        [[theo, 'put', '/workshops/:id/answer', of(workshop, { answer: 'no', sure: true })], 'a seat freed'],
        [[nadia, 'put', '/initiatives/:id/membership', of(initiative, { joined: false })], 'a membership'],
        [[camille, 'put', '/steps/:id/state', of(step, { state: 'kept' })], 'a step kept'],
        [[camille, 'post', '/commitments/:id/end', of(commitment, { state: 'kept' })], 'a commitment ended'],
        [[maelle, 'post', '/ideas/:id/answer', of(idea, { text: 'Retenu pour la suite' })], 'an answer'],
        [
          [maelle, 'post', '/exports/:name', { params: { name: 'ideas' }, body: { format: 'csv' } }],
          'a file',
        ],
        [[camille, 'get', '/me/data', {}], 'one’s data'],
        [[camille, 'get', '/ideas', {}], 'ideas'],
        [[camille, 'post', '/me/data/erase', { body: { ideas: 'unname', sure: true } }], 'an erasure'],
      ]
      for (const [call, what] of works) assert.equal(await outcome(() => made.call(...call)), 'done', what)
    })

    it('goes on erasing what has been kept long enough', async () => {
      const kept = () =>
        made.stage.app.database.read(async tx => {
          const messages = await open(tx).selectFrom('message').select('id').execute()
          const seats = await open(tx).selectFrom('registration').select('person_id').execute()
          return [messages.length > 0, seats.length > 0]
        })
      await made.stage
        .as(camille)
        .presses('workshops.answer', { workshop: made.things.workshop, answer: 'yes' })
      // Its first day would come meanwhile, and be told.
      await made.call(camille, 'del', '/trials/:id', { params: { id: made.things.trial } })
      await closeAll()
      assert.deepEqual(await kept(), [true, true])
      made.clock.advance(400 * DAY)
      await made.stage.settle()
      assert.deepEqual(await kept(), [false, false])
    })

    it('opens again at any time, leaves in the journal that it did, and takes ideas as before', async () => {
      await closeAll()
      made.clock.advance(30 * DAY)
      assert.equal((await reopen()).closed, undefined)
      assert.equal((await reopen()).closed, undefined)
      assert.equal((await acts()).filter(act => act === 'closeout.reopen').length, 1)
      assert.doesNotMatch(JSON.stringify(await made.stage.as(camille).says('idée : Un tri de plus')), CLOSED)
    })

    it('ends nothing by itself where it was opened again before', async () => {
      await made.stage.settle()
      const { database } = made.stage.app
      await database.transact(async tx => {
        const people = open(tx).selectFrom('person').select('id')
        const { id: by } = await people.where('object_id', '=', maelle.objectId).executeTakeFirstOrThrow()
        await database.note(tx, { kind: FINISH, payload: { by } })
      })
      await made.stage.settle()
      assert.equal((await counts())['ballots-open'], 1)
    })
  })
})
