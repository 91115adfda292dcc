import { deepEqual, equal } from 'node:assert/strict'
import fc from 'fast-check'
import { exact } from '../../src/kernel/personal-data/counts.ts'
import { MINUTE, SECOND } from '../../src/kernel/time/clock.ts'
import { moved, totalText } from '../../src/tabs/client/organiser/workshops/room/order-texts.ts'
import { clockText, timerReading, timerText } from '../../src/tabs/client/parts/room/timer.ts'
import { mergeWall, NO_WALL } from '../../src/tabs/client/parts/room/wall-ideas.ts'
import type { RunningOrderItem } from '../../src/tabs/contract/room/remote.ts'
import type { WallIdea } from '../../src/tabs/contract/room/wall.ts'
import { voice } from './translators.ts'

const [french, english] = [voice('fr'), voice('en')]

describe('the timer of a room, as a phone says it', () => {
  const timer = { endsAt: 10 * MINUTE, total: 10 * MINUTE }
  const said = (now: number, more = {}) => timerText(timerReading({ ...timer, ...more }, now), french)

  it('is said in minutes, then in tens of seconds, and that it is over', () => {
    equal(said(0), 'Il reste 10 minutes.')
    equal(said(6 * MINUTE + 1), 'Il reste 4 minutes.')
    equal(said(9 * MINUTE), 'Il reste 60 secondes.')
    equal(said(10 * MINUTE - 3 * SECOND), 'Il reste 10 secondes.')
    equal(said(10 * MINUTE), 'Le temps est écoulé.')
    equal(said(0, { ended: true }), 'Le temps est écoulé.')
  })

  it('stands still while it is held, whatever the hour', () => {
    equal(said(99 * MINUTE, { left: 2 * MINUTE }), 'Minuteur suspendu. Il reste 2 minutes.')
  })

  it('is drawn as minutes and seconds', () => {
    deepEqual([10 * MINUTE, 61 * SECOND, 5_001, 0].map(clockText), ['10:00', '1:01', '0:06', '0:00'])
  })
})

describe('a running order against its workshop', () => {
  const item = (id: string, minutes?: number): RunningOrderItem => ({
    id,
    scene: 'wall',
    words: '',
    ...(minutes !== undefined && { minutes }),
  })
  const hours = { startsAt: 0, endsAt: 120 * MINUTE }

  it('says in words what is left, too much, or neither', () => {
    const text = (...minutes: (number | undefined)[]) =>
      totalText(
        minutes.map((each, at) => item(String(at), each)),
        hours,
        french,
      )
    equal(text(), 'Aucune durée n’est écrite. L’atelier dure 2 heures.')
    equal(text(60, 60), 'Le déroulé dure 2 heures, comme l’atelier.')
    equal(text(45), 'Le déroulé dure 45 minutes, l’atelier 2 heures\u00A0: il reste 1 heure 15.')
    equal(text(120, 30), 'Le déroulé dure 2 heures 30, l’atelier 2 heures\u00A0: il dépasse de 30 minutes.')
    equal(
      totalText([item('one', 61)], hours, english).startsWith('The running order lasts 1 hour 1 min'),
      true,
    )
  })

  it('moves an item by one place and loses none', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(ids, fc.nat(40), fc.constantFrom(-1 as const, 1 as const), (names, at, step) => {
        const items = names.map(id => item(id))
        const after = moved(items, at, step).map(({ id }) => id)
        deepEqual(after.toSorted(), names.toSorted())
        const to = at + step
        if (at < names.length && to >= 0 && to < names.length) equal(after[to], names[at])
        else deepEqual(after, names)
      }),
    )
  })
})

describe('the wall, as it is read by what changed', () => {
  const idea = (id: string, at = 0): WallIdea => ({ id, text: id, at, supports: exact('supports', 0) })
  const view = (ideas: readonly WallIdea[], gone: readonly string[], whole = false) => ({
    revision: 'r',
    whole,
    ideas,
    gone,
  })
  const ids = ({ ideas }: typeof NO_WALL) => [...ideas.keys()]

  it('lays what is new over what is known, takes away what is gone, and begins anew when told to', () => {
    const one = mergeWall(NO_WALL, view([idea('a'), idea('b')], [], true))
    const two = mergeWall(one, view([{ ...idea('b'), text: 'B' }, idea('c')], ['a']))
    deepEqual(ids(two), ['b', 'c'])
    equal(two.ideas.get('b')?.text, 'B')
    deepEqual(ids(mergeWall(two, view([idea('d')], [], true))), ['d'])
  })

  it('shows again what was gone and is back', () => {
    const without = mergeWall(mergeWall(NO_WALL, view([idea('a')], [])), view([], ['a']))
    deepEqual(ids(without), [])
    deepEqual(ids(mergeWall(without, view([idea('a')], []))), ['a'])
  })
})
