import assert from 'node:assert/strict'
import { open } from '../../src/db/index.ts'
import { type AnnouncementPostEnd, keyOf } from '../../src/features/channels/announcements/outcome.ts'
import { announcingStore } from '../../src/features/channels/announcements/store.ts'
import type { Actor } from '../../src/kernel/access/actor.ts'
import { randomIds } from '../../src/kernel/crypto/ids.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'
import { auditIn } from '../support/features/audit.ts'
import { channelsOn } from '../support/features/channels.ts'

const TEAM = { id: 't', name: 'Équipe' }
const CHANNELS = ['a', 'b', 'c'].map(id => ({ id, name: `Canal ${id}`, address: `address-${id}` }))
const LAB: Actor = { id: 'p-lab', name: 'Maëlle', role: 'organiser', language: 'fr' }
const WORKSHOP = { thing: 'workshop', id: 'w' } as const
const at = (channel: string) => ({ ...WORKSHOP, channel })
const MISSING = { status: 403, code: 'BotNotInConversationRoster' }

onEachEngine('announcements', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })
  const use = () => {
    const { transact, read, once, note, posts } = fresh.db
    const edges = { transact, read, once, note, clock, ids: randomIds }
    const directions = [{ id: 'lycees', name: 'Lycées' }]
    return channelsOn({ ...edges, audit: auditIn(edges), forget: posts.forget, directions })
  }
  const table = async (name: 'audit' | 'fact') =>
    (await fresh.db.read(tx => open(tx).selectFrom(name).selectAll().execute())) as { kind?: string }[]
  const kinds = async () => (await table('fact')).map(({ kind }) => kind)
  const ended = (channel: string, how: Partial<AnnouncementPostEnd> = {}) =>
    use().answered({ key: keyOf(at(channel)), at: clock.now(), ...how })
  const states = async () =>
    (await use().toCheck(LAB, 10)).items.map(({ channel, state, why, open }) => [channel, state, why, open])
  const idsOf = (channels: readonly { id: string }[]) => channels.map(({ id }) => id)
  async function announce(what: { thing: 'workshop' | 'ballot'; id: string }, ids: readonly string[]) {
    const found = (await use().list()).filter(({ id }) => ids.includes(id))
    const channels = found.filter(({ shut }) => !shut)
    const targets = { channels, shut: found.filter(({ shut }) => shut), unbound: [] }
    await fresh.db.transact(tx => use().announce(tx, what, targets))
  }

  beforeEach(async () => {
    await use().installed(TEAM, { id: 'a', name: 'Canal a', address: 'address-a' }, '')
    await use().listed(TEAM, CHANNELS, clock.now())
    clock.advance(1000)
    await announce(WORKSHOP, ['a', 'b', 'c'])
  })

  it('in no channel are none', async () => {
    await fresh.db.transact(tx => announcingStore(tx).addAnnounced(WORKSHOP, [], 5))
    assert.deepEqual(await states(), [])
  })

  it('are to be looked at where Teams did not take one or did not say so; the others are not', async () => {
    assert.equal(await use().unsettled(), 0)
    await ended('a')
    await ended('b', { unknown: true })
    await ended('c', { dead: { status: 413 } })
    await use().answered({ key: 'workshop:another:c', at: clock.now(), unknown: true })
    assert.deepEqual(await states(), [
      ['c', 'dead', 'too-large', true],
      ['b', 'unknown', 'unconfirmed', true],
    ])
    await ended('b')
    assert.equal(await use().unsettled(), 1)
  })

  it('are listed newest first, page after page, also while one of them is settled', async () => {
    for (const channel of ['a', 'b', 'c']) {
      await ended(channel, { unknown: true })
      clock.advance(1000)
    }
    const first = await use().toCheck(LAB, 2)
    assert.deepEqual(
      first.items.map(({ channel }) => channel),
      ['c', 'b'],
    )
    const last = first.items[1]
    await use().settle(LAB, at('b'), last?.at ?? 0)
    const second = await use().toCheck(LAB, 2, first.next)
    assert.deepEqual([second.items.map(({ channel }) => channel), second.next], [['a'], undefined])
    await assert.rejects(use().toCheck(LAB, 2, 'nothing'), { code: 'malformed' })
  })

  it('are settled and posted again once for each time they were looked at', async () => {
    await ended('a', { unknown: true })
    await ended('b', { dead: { status: 400 } })
    const begun = clock.now()
    for (let n = 0; n < 2; n++) {
      assert.equal((await use().settle(LAB, at('b'), begun)).state, 'dropped')
      assert.equal((await use().repost(LAB, at('a'), begun)).state, 'waiting')
      clock.advance(1000)
    }
    assert.equal((await table('audit')).length, 2)
    assert.equal((await kinds()).filter(kind => kind === 'workshops.changed').length, 1)
    await ended('a', { unknown: true })
    await use().repost(LAB, at('a'), begun)
    assert.deepEqual((await states())[0]?.slice(0, 2), ['a', 'unknown'])
    await assert.rejects(use().settle(LAB, at('z'), begun), { code: 'gone' })
    await assert.rejects(use().repost({ ...LAB, role: 'observer' }, at('a'), begun), { code: 'role-needed' })
  })

  it('let a post in doubt begin anew, and none that Teams has', async () => {
    const { posts, transact } = fresh.db
    await posts.recordPost({ key: 'k', address: 'x', message_id: 'm' }, 1)
    await transact(tx => posts.forget(tx, 'k'))
    assert.equal((await posts.find('k'))?.state, 'sent')
    await posts.end('k', 'unknown', '500')
    await transact(tx => posts.forget(tx, 'k'))
    assert.equal(await posts.find('k'), undefined)
  })

  it('no longer go where Teams refused one, until something newer tells that they can', async () => {
    const refusedAt = clock.now()
    await ended('a', { refused: MISSING })
    assert.deepEqual(idsOf(await use().announced(WORKSHOP)), ['b', 'c'])
    assert.ok(await use().isShut('a'))
    const { shut } = (await use().list())[0] ?? {}
    assert.deepEqual(shut, { since: refusedAt, why: 'missing' })
    const choice = { channel: 'a', directions: [] }
    await assert.rejects(use().targets(choice), { code: 'channel-shut', details: { at: refusedAt } })
    await assert.rejects(use().repost(LAB, at('a'), refusedAt), { code: 'channel-shut' })

    for (const moment of [refusedAt - 1, refusedAt]) await use().heard('a', moment)
    assert.ok(await use().isShut('a'))
    await fresh.db.transact(tx => use().heardOf(tx, { team: TEAM.id }, refusedAt))
    assert.ok((await use().list())[0]?.shut, 'the refusal came after what was heard at the same moment')
    const before = (await kinds()).length
    clock.advance(1000)
    await use().heard('a')
    assert.deepEqual((await use().targets(choice)).shut, [])
    // The first one still waits: Teams had only just reported the team.
    assert.equal((await kinds()).filter(kind => kind === 'channels.back').length, 1)
    assert.equal((await kinds()).length, before)
    await ended('a', { refused: MISSING, at: refusedAt })
    assert.ok(!(await use().isShut('a')), 'an old refusal, told again')
  })

  for (const [what, tell] of [
    ['its team is renamed', () => use().teamChanged({ ...TEAM, name: 'Autre' }, 'renamed')],
    [
      'the channel is renamed',
      () => use().channelChanged(TEAM, { ...CHANNELS[0], id: 'a', name: 'X', address: 'x' }, 'renamed'),
    ],
    ['the bot is added', () => use().installed(TEAM, { id: 'a', name: '', address: 'address-a' }, '')],
    ['a post is taken there', () => use().answered({ key: keyOf(at('a')), at: clock.now() })],
  ] as const)
    it(`go there again once ${what}`, async () => {
      await ended('a', { refused: { status: 404 } })
      clock.advance(1000)
      await tell()
      assert.ok(!(await use().isShut('a')))
    })

  it('say nothing of a channel when the administration has stopped the bot everywhere', async () => {
    await ended('a', { refused: { status: 403, code: 'BotDisabledByAdmin' } })
    assert.ok(!(await use().isShut('a')))
    assert.deepEqual(await states(), [['a', 'refused', 'blocked', true]])
  })

  it('that wait for a channel which turns out shut, or is chosen while it is, are to be looked at', async () => {
    await announce({ thing: 'ballot', id: 'early' }, ['a', 'b'])
    await ended('a', { refused: MISSING })
    await announce({ thing: 'ballot', id: 'late' }, ['a', 'b'])
    const { items } = await use().toCheck(LAB, 10)
    assert.deepEqual(
      items.map(({ id, channel, why }) => [id, channel, why]),
      [
        ['w', 'a', 'missing'],
        ['late', 'a', 'missing'],
        ['early', 'a', 'missing'],
      ],
    )
  })
})
