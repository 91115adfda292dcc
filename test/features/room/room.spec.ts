import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import type { WallView } from '../../../src/tabs/contract/room/wall.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import {
  bruno,
  camille,
  denis,
  ENDS,
  ines,
  jeanne,
  maelle,
  type RoomStage,
  STARTS,
  setRoom,
} from '../../support/workshops/room.ts'

async function saidTo(act: Promise<unknown>): Promise<string> {
  try {
    await act
    return 'done'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

onEachEngine('the room of a workshop', engine => {
  let at: RoomStage
  beforeEach(async () => {
    at = await setRoom(engine)
  })
  afterEach(() => at.close())

  const until = (moment: number) => at.clock.advance(moment - at.clock.now())

  it('is led by the Lab’ and by who facilitates it as a whole; a table’s facilitator has that table alone', async () => {
    const scene = { kind: 'question', words: 'Que changer demain ?' } as const
    assert.equal((await at.show(ines, scene)).room.scene.kind, 'question')
    assert.equal(await saidTo(at.show(bruno, scene, 0)), 'room-table-only')
    assert.equal(await saidTo(at.show(camille, scene, 0)), 'room-not-led')
    assert.equal(await saidTo(at.remote(bruno)), 'room-table-only')
    assert.equal(await saidTo(at.time(bruno, { act: 'start', minutes: 5 }, 0)), 'room-table-only')
    assert.equal(await saidTo(at.choose(camille, { names: false }, 0)), 'room-not-led')
    assert.equal((await at.room(camille)).scene.kind, 'question')
    assert.equal(await saidTo(at.room(denis)), 'room-not-there')
  })

  it('is led from an hour before the start to a day after the end, and not at all once it is called off', async () => {
    const scene = { kind: 'welcome', words: 'Bienvenue' } as const
    until(STARTS - HOUR - MINUTE)
    assert.equal(await saidTo(at.show(maelle, scene)), 'room-early')
    until(STARTS - HOUR)
    assert.equal(await saidTo(at.show(maelle, scene)), 'done')
    until(ENDS + DAY - MINUTE)
    assert.equal(await saidTo(at.show(maelle, { ...scene, words: 'Encore' })), 'done')
    until(ENDS + DAY)
    assert.equal(await saidTo(at.show(maelle, scene)), 'room-over')
    await at.stage.app.database.transact(async tx => {
      await open(tx).updateTable('workshop').set({ state: 'cancelled' }).where('id', '=', at.id).execute()
    })
    assert.equal(await saidTo(at.show(maelle, scene)), 'attendance-cancelled')
    assert.equal(await saidTo(at.room(camille)), 'attendance-cancelled')
    assert.equal(await saidTo(at.participant(camille)), 'attendance-cancelled')
  })

  it('takes one of two scenes that are shown at once, and gives the other remote what stands', async () => {
    const words = ['Que changer ?', 'Que garder ?', 'Que changer ?']
    const tries = words.map(each => saidTo(at.show(maelle, { kind: 'question', words: each }, 0)))
    const said = await Promise.all(tries)
    const { room } = await at.remote()
    const { scene, version } = room
    assert.deepEqual(
      said,
      words.map(each => (scene.kind === 'question' && scene.text === each ? 'done' : 'room-moved')),
    )
    assert.equal(version, 1)
  })

  it('shows nothing in the morning of what stood overnight, until somebody leads it again', async () => {
    await at.show(maelle, { kind: 'question', words: 'Que changer ?' })
    await at.time(maelle, { act: 'start', minutes: 240 })
    until(Date.parse('2027-04-30T21:59:00Z'))
    assert.equal((await at.room(camille)).scene.kind, 'question')
    until(Date.parse('2027-04-30T22:00:00Z'))
    const night = await at.room(camille)
    assert.deepEqual([night.scene, night.timer], [{ kind: 'pause' }, undefined])
    await at.show(maelle, { kind: 'next', words: 'À demain' })
    assert.equal((await at.room(camille)).scene.kind, 'next')
    until(ENDS + DAY)
    assert.deepEqual((await at.room(camille)).scene, { kind: 'pause' })
  })

  it('says by which language, time zone and axes its screen is drawn, the same to whoever reads it', async () => {
    const { programme } = await at.room(camille)
    assert.deepEqual([programme.language, programme.zone], ['fr', 'Europe/Paris'])
    const [first] = programme.axes
    assert.deepEqual(
      [first?.id, first?.title, first?.slot],
      ['transitions', 'Accompagner les transitions', 1],
    )
    assert.deepEqual((await at.remote(maelle)).room.programme, programme)
  })

  it('says that the timer has ended, and lets it be prolonged', async () => {
    await at.time(maelle, { act: 'start', minutes: 5 })
    at.clock.advance(5 * MINUTE)
    assert.equal((await at.room(camille)).timer?.ended, true)
    const { timer } = (await at.time(ines, { act: 'prolong', minutes: 2 })).room
    assert.deepEqual(timer, { endsAt: at.clock.now() + 2 * MINUTE, total: 7 * MINUTE })
    assert.equal((await at.time(ines, { act: 'stop' })).room.timer, undefined)
  })

  it('gives codes that check in to the screen and to who keeps the list, to nobody’s phone', async () => {
    until(STARTS)
    const codes = async (who: typeof maelle) =>
      JSON.stringify([await at.room(who), await at.participant(who)])
    assert.match(JSON.stringify(await at.remote()), /letters/)
    assert.match(JSON.stringify(await at.room(bruno)), /letters/)
    const turning = /\/S\/\w{28}/
    assert.match(JSON.stringify(await at.remote()), turning)
    for (const who of [camille, jeanne]) {
      assert.doesNotMatch(await codes(who), /letters|check-in:|check-in%3A/)
      assert.doesNotMatch(await codes(who), turning)
    }
    const told = JSON.stringify(await at.participant(denis))
    assert.doesNotMatch(told, /letters|check-in:|check-in%3A/)
    until(ENDS)
    assert.doesNotMatch(JSON.stringify(await at.remote()), /letters/)
  })

  describe('tables', () => {
    async function drawn() {
      const body = { wanted: { tables: 1 }, again: false, nonce: 'tables-of-this-room' }
      await at.call(maelle, 'post', '/workshops/:id/tables', { body })
    }
    const shows = (who: typeof maelle, shown: boolean) =>
      at.call(who, 'put', '/workshops/:id/shown', { body: { shown } })
    const tables = async (who: typeof maelle) => {
      const { scene } = await at.room(who)
      return scene.kind === 'tables' ? scene.tables : scene
    }

    it('are on the screen once everybody sees their own, and are gone when they are drawn again', async () => {
      await drawn()
      assert.equal(await saidTo(at.show(maelle, { kind: 'tables' })), 'room-tables-hidden')
      await at.call(maelle, 'post', '/workshops/:id/tables/show')
      await at.show(maelle, { kind: 'tables' })
      assert.deepEqual(await tables(camille), [{ number: 1, people: [], others: 3 }])
      const body = { wanted: { tables: 2 }, again: true, nonce: 'tables-drawn-once-more' }
      await at.call(maelle, 'post', '/workshops/:id/tables', { body })
      assert.deepEqual(await tables(camille), { kind: 'gone', was: 'tables' })
    })

    it('name those who chose so by first name and initial, and count the others; one switch hides all', async () => {
      await shows(camille, true)
      await shows(jeanne, true)
      await drawn()
      await at.call(maelle, 'post', '/workshops/:id/tables/show')
      await at.show(maelle, { kind: 'tables' })
      const both = [{ number: 1, people: ['Camille R.', 'Jeanne M.'], others: 1 }]
      assert.deepEqual(await tables(bruno), both)
      const own = async (who: typeof maelle) => {
        const { scene } = await at.participant(who)
        return scene.kind === 'tables' ? scene.tables : scene
      }
      assert.deepEqual([await own(bruno), await own(camille), await own(ines)], [both, both, []])
      await shows(jeanne, false)
      assert.deepEqual(await tables(bruno), [{ number: 1, people: ['Camille R.'], others: 2 }])
      await at.choose(ines, { names: false })
      assert.deepEqual(await tables(bruno), [{ number: 1, people: [], others: 3 }])
      const told = await at.participant(bruno)
      assert.deepEqual([told.table, told.scene.kind === 'tables' && told.scene.names], [1, false])
      await at.choose(ines, { names: true })
      until(ENDS)
      assert.deepEqual(await tables(bruno), [{ number: 1, people: [], others: 3 }])
    })
  })

  describe('on a phone', () => {
    it('says to who may lead the room that they may, and to nobody else', async () => {
      const leads = async (who: typeof maelle) => (await at.participant(who)).leads ?? false
      const said = await Promise.all([maelle, ines, bruno, camille, denis].map(leads))
      assert.deepEqual(said, [true, true, false, false, false])
      await at.checkIn(camille)
      assert.equal(await leads(camille), false)
    })

    it('hears of tables that are drawn again by the room’s own topic, which alone it follows', async () => {
      const heard: string[] = []
      const stop = at.stage.app.database.subscribe(topics => void heard.push(...topics))
      const body = { wanted: { tables: 2 }, again: false, nonce: 'tables-that-are-heard-of' }
      await at.call(maelle, 'post', '/workshops/:id/tables', { body })
      stop()
      assert.ok(heard.includes('room') && heard.includes('workshops'), heard.join())
    })

    it('asks to check in first, which the code of the day does not do, then what the room does', async () => {
      await at.show(maelle, { kind: 'question', words: 'Que changer ?', axis: 'territoires' })
      until(STARTS)
      const before = await at.participant(camille)
      assert.deepEqual([before.in, before.act, before.scene.kind], [false, { kind: 'check-in' }, 'question'])
      assert.equal((await at.participant(camille)).in, false)
      await at.checkIn(camille)
      const act = { kind: 'idea', axis: 'territoires', question: 'Que changer ?' }
      assert.deepEqual((await at.participant(camille)).act, act)
      await at.show(maelle, { kind: 'wall' })
      await at.choose(maelle, { frozen: true })
      assert.deepEqual((await at.participant(camille)).act, { kind: 'support' })
      await at.show(maelle, { kind: 'pause', minutes: 10 })
      const paused = await at.participant(camille)
      assert.deepEqual(paused.scene, { kind: 'pause', until: STARTS + 10 * MINUTE })
      assert.deepEqual(paused.act, { kind: 'read' })
    })

    it('shows who has no seat a welcome and where to check in, and nothing of what the room does', async () => {
      await at.show(maelle, { kind: 'question', words: 'Que changer ?', minutes: 10 })
      until(STARTS)
      const { scene, act, timer, in: present } = await at.participant(denis)
      assert.deepEqual(
        [scene, act, timer, present],
        [{ kind: 'welcome' }, { kind: 'check-in' }, undefined, false],
      )
      until(ENDS)
      assert.deepEqual((await at.participant(denis)).act, { kind: 'read' })
    })
  })

  it('has ideas read before they are on the wall, from when a remote says so until it no longer does', async () => {
    until(STARTS)
    await at.checkIn(camille)
    const says = (text: string) =>
      at.call(camille, 'post', '/workshops/:id/ideas', {
        body: { text, axis: 'equipe', table: '', nonce: randomIds.nonce() },
      })
    const onWall = async () => {
      const { ideas } = await at.call<WallView>(jeanne, 'get', '/workshops/:id/wall')
      return ideas.map(({ text }) => text)
    }
    await says('Ouvrir plus tard le jeudi')
    assert.equal((await at.choose(ines, { reviewed: true })).options.reviewed, true)
    await says('Fermer plus tôt le lundi')
    assert.deepEqual(await onWall(), ['Ouvrir plus tard le jeudi'])
    await at.choose(ines, { reviewed: false })
    assert.deepEqual(await onWall(), ['Ouvrir plus tard le jeudi', 'Fermer plus tôt le lundi'])
  })

  describe('a vote', () => {
    const form = {
      question: 'Laquelle tester ?',
      options: 'Une visite\nUn courrier',
      date: '2027-04-30',
      time: '12:00',
      channel: '19:ateliers@thread.tacv2',
    }
    const opened = async (more: object = {}) => {
      const body = { ...form, audience: `workshop:${at.id}`, nonce: 'vote-of-this-room-1', ...more }
      const { id } = await at.call<{ id: string }>(maelle, 'post', '/ballots', { body })
      return id
    }
    const option = async (ballot: string, number: number) => {
      const rows = await at.stage.app.database.read(tx =>
        open(tx)
          .selectFrom('ballot_option')
          .select('id')
          .where('ballot_id', '=', ballot)
          .orderBy('position')
          .execute(),
      )
      return rows[number]?.id ?? ''
    }
    const votes = async (who: typeof maelle, ballot: string, number: number) =>
      at.call(who, 'put', '/ballots/:id/vote', {
        params: { id: ballot },
        body: { option: await option(ballot, number) },
      })

    it('stands with totals only as its rules say, then with its winner', async () => {
      const ballot = await opened({ results: 'closing' })
      await at.show(maelle, { kind: 'vote', ballot })
      until(STARTS)
      await at.checkIn(camille)
      assert.deepEqual((await at.participant(camille)).act, { kind: 'vote', ballot, voted: false })
      await votes(camille, ballot, 1)
      assert.deepEqual((await at.participant(camille)).act, { kind: 'vote', ballot, voted: true })
      const running = await at.room(camille)
      assert.ok(running.scene.kind === 'vote')
      assert.deepEqual(running.scene.ballot.options, [{ title: 'Une visite' }, { title: 'Un courrier' }])
      assert.equal(running.scene.ballot.votes, 1)
      await at.call(maelle, 'post', '/ballots/:id/close', { params: { id: ballot } })
      await at.show(maelle, { kind: 'result' })
      const { scene } = await at.room(camille)
      assert.ok(scene.kind === 'result')
      assert.deepEqual(scene.winners, [1])
      assert.deepEqual(
        scene.ballot.options.map(({ total }) => total),
        [0, 1],
      )
    })

    it('is shown once, however often it is pressed from what was seen, and over another vote that stood', async () => {
      await at.show(maelle, { kind: 'vote', ballot: await opened() })
      const next = await opened({ nonce: 'vote-of-this-room-2' })
      const seen = (await at.remote()).room.version
      const shows = [maelle, maelle, ines].map(who => at.show(who, { kind: 'vote', ballot: next }, seen))
      const stands = await Promise.all(shows)
      assert.deepEqual(
        stands.map(({ room: { version, scene } }) => [version, scene.kind === 'vote' && scene.ballot.id]),
        stands.map(() => [seen + 1, next]),
      )
      assert.equal(await saidTo(at.show(bruno, { kind: 'vote', ballot: next }, seen)), 'room-table-only')
    })

    it('is followed by what was promised after it, whichever vote of the workshop it was', async () => {
      const first = await opened()
      until(STARTS)
      await at.checkIn(camille)
      await votes(camille, first, 1)
      await at.call(maelle, 'post', '/ballots/:id/close', { params: { id: first } })
      const step = { kind: 'ballot', id: first, text: 'Relire trois modèles', due: '2027-05-28', mine: true }
      await at.call(maelle, 'post', '/steps', { body: { ...step, nonce: randomIds.nonce() } })
      await at.show(maelle, { kind: 'vote', ballot: await opened({ nonce: 'vote-of-this-room-2' }) })
      await at.show(maelle, { kind: 'next', words: 'La suite' })
      const { scene } = await at.room(camille)
      const until12 = Date.parse('2027-05-28T10:00:00Z')
      const steps = [{ sentence: 'Relire trois modèles', until: until12 }]
      assert.deepEqual(scene, { kind: 'next', words: 'La suite', steps })
    })

    it('that was never opened, or is gone, is not shown', async () => {
      assert.equal(await saidTo(at.show(maelle, { kind: 'vote' })), 'room-ballot-none')
      assert.equal(await saidTo(at.show(maelle, { kind: 'vote', ballot: 'nothing' })), 'gone')
      const draft = await opened({ opening: 'hand' })
      assert.equal(await saidTo(at.show(maelle, { kind: 'vote', ballot: draft })), 'gone')
      const ballot = await opened({ nonce: 'vote-of-this-room-2' })
      await at.show(maelle, { kind: 'vote', ballot })
      await at.stage.app.database.transact(async tx => {
        await open(tx).updateTable('room').set({ ballot_id: 'deleted' }).execute()
      })
      assert.deepEqual((await at.room(camille)).scene, { kind: 'gone', was: 'vote' })
    })
  })
})
