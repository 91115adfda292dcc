import assert from 'node:assert/strict'
import {
  audienceOf,
  ownChannels,
  TARGETS_LIMIT,
  targetsAmong,
  whereOf,
} from '../../../src/features/channels/announcements/domain.ts'
import {
  bindable,
  directionOf,
  freeParts,
  permitBinding,
} from '../../../src/features/channels/binding/domain.ts'
import type { Channel } from '../../../src/features/channels/channel/domain.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { ROLES, type Role } from '../../../src/kernel/access/role.ts'

const actor = (role: Role, leads: readonly string[] = []): Actor => ({
  id: 'p',
  name: 'P',
  role,
  language: 'fr',
  leads,
})
const channel = (id: string, more: Partial<Channel> = {}): Channel => ({
  id,
  teamId: 't',
  teamName: 'T',
  name: id,
  address: id,
  ...more,
})
const ids = (channels: readonly Channel[]) => channels.map(({ id }) => id)

const DIRECTIONS = [{ id: 'culture', name: 'Direction de la culture' }]

describe('who binds a channel', () => {
  const may = (who: Actor, before?: string, after?: string) => {
    try {
      permitBinding(who, DIRECTIONS, before, after)
      return 'yes'
    } catch (error) {
      return (error as { code: string }).code
    }
  }

  it('is a manager for the Directions they answer for, an organiser for all, and nobody else', () => {
    const said = ROLES.map(role => [role, may(actor(role, ['lycees']), undefined, 'lycees')])
    assert.deepEqual(said, [
      ['agent', 'role-needed'],
      ['pilot', 'role-needed'],
      ['manager', 'yes'],
      ['organiser', 'yes'],
      ['observer', 'role-needed'],
    ])
    assert.equal(may(actor('manager', ['lycees']), undefined, 'culture'), 'direction-not-led')
    assert.equal(may(actor('organiser'), undefined, 'culture'), 'yes')
  })

  it('answers for the Direction that it is taken from as well', () => {
    const manager = actor('manager', ['lycees'])
    assert.equal(may(manager, 'culture', 'lycees'), 'direction-not-led')
    assert.equal(may(manager, 'culture', undefined), 'direction-not-led')
    assert.equal(may(manager, 'lycees', undefined), 'yes')
    assert.equal(may(manager, undefined, undefined), 'yes')
    assert.equal(may(actor('organiser'), 'culture', 'lycees'), 'yes')
  })

  it('is told the name of the Direction that somebody else answers for', () => {
    const details = { direction: 'Direction de la culture' }
    const manager = actor('manager', ['lycees'])
    assert.throws(() => permitBinding(manager, DIRECTIONS, 'culture', 'lycees'), { details })
    assert.throws(() => permitBinding(manager, DIRECTIONS, 'lycees', 'culture'), { details })
  })

  it('may change what stands for none, or for one of theirs, and an organiser all of it', () => {
    const manager = actor('manager', ['lycees'])
    assert.deepEqual(freeParts(manager, {}), ['channel', 'team'])
    assert.deepEqual(freeParts(manager, { direction: 'lycees', teamDirection: 'culture' }), ['channel'])
    assert.deepEqual(freeParts(manager, { direction: 'culture' }), ['team'])
    assert.deepEqual(freeParts(manager, { teamDirection: 'culture' }), [])
    assert.deepEqual(freeParts(manager, { teamDirection: 'lycees' }), ['channel', 'team'])
    const others = { direction: 'culture', teamDirection: 'culture' }
    assert.deepEqual(freeParts(manager, others), [])
    assert.deepEqual(freeParts(actor('organiser'), others), ['channel', 'team'])
  })

  it('is offered those Directions only, and told when there is none', () => {
    const all = [{ id: 'lycees' }, { id: 'culture' }]
    assert.deepEqual(bindable(actor('manager', ['culture']), all), [{ id: 'culture' }])
    assert.deepEqual(bindable(actor('organiser'), all), all)
    assert.throws(() => bindable(actor('manager'), all), { code: 'leads-none' })
  })
})

describe('a channel’s Direction', () => {
  it('is its own before its team’s', () => {
    assert.equal(directionOf({ direction: 'lycees', teamDirection: 'culture' }), 'lycees')
    assert.equal(directionOf({ teamDirection: 'culture' }), 'culture')
    assert.equal(directionOf({}), undefined)
  })
})

describe('where something is announced', () => {
  it('is read from what a choice of several sends, each once, ids only', () => {
    assert.deepEqual(whereOf({ channel: 'c', directions: 'lycees, culture,lycees,,<b>' }), {
      channel: 'c',
      channels: [],
      directions: ['lycees', 'culture'],
    })
    assert.deepEqual(whereOf({ channel: '', channels: 'a,b,a,', directions: '' }).channels, ['a', 'b'])
  })

  it('is the one channel of a form that offers one, unless Directions were chosen in its place', () => {
    const where = { channel: 'c', directions: [] }
    assert.deepEqual(ownChannels(where), ['c'])
    assert.deepEqual(ownChannels({ ...where, directions: ['lycees'] }), [])
    assert.deepEqual(ownChannels({ ...where, channels: ['a', 'b'], directions: ['lycees'] }), ['a', 'b'])
    assert.deepEqual(ownChannels({ channel: '', channels: [], directions: [] }), [])
  })

  it('is channels and those of Directions together, each once', () => {
    const own = [channel('a', { direction: 'lycees' })]
    const named = [channel('z'), channel('a', { direction: 'lycees' })]
    const { channels, unbound } = targetsAmong(['lycees', 'europe'], own, [], named)
    assert.deepEqual([ids(channels), unbound], [['z', 'a'], ['europe']])
    assert.deepEqual(ids(targetsAmong(['europe'], [], [], [channel('z')]).channels), ['z'])
  })

  it('is meant for the people of the Directions of its channels, each counted once, and says what is not known', () => {
    const directions = [
      { id: 'lycees', headcount: 4_400 },
      { id: 'culture', headcount: 60 },
    ]
    const channels = [
      channel('a', { direction: 'lycees' }),
      channel('b', { direction: 'lycees' }),
      channel('c', { teamDirection: 'culture' }),
      channel('d'),
    ]
    assert.deepEqual(audienceOf(channels, directions), { headcount: 4_460, free: 1 })
    assert.deepEqual(audienceOf(channels.slice(3), directions), { headcount: 0, free: 1 })
  })

  it('is each channel that is bound itself, and one of a team: its first, or one that has no other Direction', () => {
    const own = [channel('a', { direction: 'lycees' }), channel('b', { direction: 'lycees' })]
    const team = { teamId: 'u', teamDirection: 'culture' }
    const ofTeam = [channel('c', team), channel('u', team), channel('d', team)]
    const { channels, unbound } = targetsAmong(['lycees', 'culture', 'europe'], own, ofTeam)
    assert.deepEqual([ids(channels), unbound], [['a', 'b', 'u'], ['europe']])
    const others = ofTeam.filter(({ id }) => id !== 'u')
    assert.deepEqual(ids(targetsAmong(['culture'], [], others).channels), ['c'])
  })

  it('is no other channel of a team where one is bound to the same Direction itself', () => {
    const own = [channel('a', { direction: 'lycees' })]
    const same = [channel('t', { teamDirection: 'lycees' })]
    const other = [channel('t', { teamDirection: 'culture' })]
    assert.deepEqual(ids(targetsAmong(['lycees'], own, same).channels), ['a'])
    assert.deepEqual(ids(targetsAmong(['lycees', 'culture'], own, other).channels), ['a', 't'])
  })

  it('is refused when it is nowhere, or in more channels than a card is kept up to date in', () => {
    assert.throws(() => targetsAmong(['lycees'], [], []), { code: 'no-bound-channel' })
    const many = Array.from({ length: TARGETS_LIMIT + 1 }, (_, at) =>
      channel(`c${at}`, { direction: 'lycees' }),
    )
    assert.throws(() => targetsAmong(['lycees'], many, []), { code: 'channels-many' })
    assert.equal(targetsAmong(['lycees'], many.slice(1), []).channels.length, TARGETS_LIMIT)
  })
})
