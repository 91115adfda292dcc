import assert from 'node:assert/strict'
import { open } from '../../src/db/index.ts'
import type { Actor } from '../../src/kernel/access/actor.ts'
import { randomIds } from '../../src/kernel/crypto/ids.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'
import { auditIn } from '../support/features/audit.ts'
import { channelsOn } from '../support/features/channels.ts'

const TEAM = { id: 't', name: 'Équipe' }
const ONE = { id: 'a', name: 'Ateliers', address: 'address-a' }
const LAB: Actor = { id: 'p-lab', name: 'Maëlle', role: 'organiser', language: 'fr' }
const WORKSHOP = { thing: 'workshop', id: 'w' } as const

onEachEngine('channels', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })
  const use = () => {
    const { transact, read, once, note, posts } = fresh.db
    const edges = { transact, read, once, note, clock, ids: randomIds }
    const directions = ['lycees', 'culture'].map(id => ({ id, name: id }))
    return channelsOn({ ...edges, forget: posts.forget, audit: auditIn(edges), directions })
  }
  const names = async () => (await use().list()).map(({ teamName, name }) => `${teamName} · ${name}`)
  const at = (minutes: number) => clock.now() - 3_600_000 + minutes * 60_000

  beforeEach(() => use().installed(TEAM, ONE, ''))

  it('are what was told last to have happened, in whatever order it is told, and however often', async () => {
    const told = [
      () => use().channelChanged(TEAM, { ...ONE, name: 'Premier' }, 'renamed', at(1)),
      () => use().channelChanged(TEAM, ONE, 'deleted', at(2)),
      () => use().channelChanged(TEAM, { ...ONE, name: 'Second' }, 'restored', at(3)),
      () => use().teamChanged({ ...TEAM, name: 'Autre' }, 'renamed', at(4)),
      () => use().teamChanged({ ...TEAM, name: 'Autre' }, 'archived', at(5)),
      () => use().teamChanged({ ...TEAM, name: 'Autre' }, 'unarchived', at(6)),
      () => use().teamChanged({ ...TEAM, name: 'Autre' }, 'deleted', at(7)),
      () => use().teamChanged({ ...TEAM, name: 'Autre' }, 'restored', at(8)),
    ]
    for (const tell of [...told, ...told, ...told.toReversed()]) await tell()
    assert.deepEqual(await names(), ['Autre · Second'])
    await use().teamChanged(TEAM, 'archived', at(9))
    for (const tell of told) await tell()
    assert.deepEqual(await names(), [])
  })

  it('take nothing as later than now: what is told next still counts', async () => {
    await use().teamChanged(TEAM, 'archived', at(1_000_000))
    await use().teamChanged(TEAM, 'unarchived')
    assert.deepEqual(await names(), ['Équipe · Ateliers'])
  })

  it('that Teams listed before one was deleted do not bring it back; those listed after do', async () => {
    await use().channelChanged(TEAM, ONE, 'deleted', at(2))
    await use().listed(TEAM, [ONE], at(1))
    assert.deepEqual(await names(), [])
    await use().listed(TEAM, [ONE], at(3))
    assert.deepEqual(await names(), ['Équipe · Ateliers'])
    await use().channelChanged(TEAM, ONE, 'deleted', at(2))
    assert.deepEqual(await names(), [])
  })

  it('of a team that the bot left are told of in vain, until the team is restored or the bot added', async () => {
    await use().removed(TEAM.id)
    await use().channelChanged(TEAM, ONE, 'created')
    await use().teamChanged(TEAM, 'renamed')
    assert.deepEqual(await names(), [])
    await use().teamChanged(TEAM, 'restored')
    assert.deepEqual(await names(), ['Équipe · Ateliers'])
  })

  it('and teams are bound, bound again and unbound; each change stands once in the journal', async () => {
    const bind = (part: 'channel' | 'team', direction?: string) => use().bind(LAB, 'a', part, direction)
    for (const direction of ['lycees', 'lycees', undefined, undefined, 'culture'])
      await bind('channel', direction)
    const { direction, teamDirection } = await bind('team', 'lycees')
    assert.deepEqual([direction, teamDirection], ['culture', 'lycees'])
    const rows = await fresh.db.read(tx =>
      open(tx).selectFrom('audit').select('thing').orderBy('thing').execute(),
    )
    assert.deepEqual(
      rows.map(({ thing }) => thing),
      ['a:culture:on', 'a:lycees:off', 'a:lycees:on', 't:lycees:on'],
    )
    await assert.rejects(bind('channel', 'nowhere'), { code: 'direction-unknown' })
    await assert.rejects(use().bind(LAB, 'z', 'team', 'lycees'), { code: 'channel-gone' })
  })

  it('are announced in as long as they can be posted to', async () => {
    const targets = await use().targets({ channel: 'a', directions: [] })
    const announce = () => fresh.db.transact(tx => use().announce(tx, WORKSHOP, targets))
    await announce()
    await announce()
    assert.deepEqual(
      (await use().announced(WORKSHOP)).map(({ address }) => address),
      ['address-a'],
    )
    const { thing, id } = WORKSHOP
    assert.deepEqual(await use().announcedOf(thing, [id, 'other']), new Map([[id, ['a']]]))
    await use().teamChanged(TEAM, 'archived')
    assert.deepEqual(await use().announced(WORKSHOP), [])
    assert.deepEqual(await use().announcedOf(thing, [id]), new Map())
    await assert.rejects(use().targets({ channel: 'a', directions: [] }), { code: 'channel-gone' })
    await use().teamChanged(TEAM, 'unarchived')
    assert.equal((await use().announced(WORKSHOP)).length, 1)
    await assert.rejects(use().targets({ channel: '', directions: [] }), { code: 'channel-missing' })
    await assert.rejects(use().targets({ channel: '', directions: ['x'] }), { code: 'direction-unknown' })
  })

  it('are listed by team and name, page after page, archived ones too', async () => {
    const more = ['Boîte', 'Accueil', 'Zones'].map(name => ({ id: `c-${name}`, name, address: 'x' }))
    await use().listed(TEAM, more, clock.now())
    await use().installed({ id: 's', name: 'Autre équipe' }, { ...ONE, id: 's' }, '')
    await use().teamChanged(TEAM, 'archived')
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await use().channels(LAB, 2, after)
      seen.push(...page.items.map(({ name, archived }) => (archived ? `(${name})` : name)))
      after = page.next
    } while (after !== undefined)
    assert.deepEqual(seen, ['Ateliers', '(Accueil)', '(Ateliers)', '(Boîte)', '(Zones)'])
    assert.deepEqual((await use().channels(LAB, 2, 'no-such-channel')).items.length, 2)
  })
})
