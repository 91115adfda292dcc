import assert from 'node:assert/strict'
import fc from 'fast-check'
import { optioned, shownScene, timed } from '../../../src/features/room/scene/acts.ts'
import { freshRoom, type RoomState, SCENES } from '../../../src/features/room/scene/domain.ts'
import { hasEnded, type TimerAct } from '../../../src/features/room/scene/timer.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import { HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'

const NOW = Date.parse('2027-04-30T08:00:00Z')

function codeOf(act: () => unknown): string {
  try {
    act()
    return 'done'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

const question = (words: string) => ({ kind: 'question', words }) as const
const shown = (before: RoomState, seen: number, words: string, now = NOW) =>
  shownScene(before, question(words), { seen, now })

describe('acts of two remotes', () => {
  const fresh = freshRoom('w')

  it('answer what stands to who wanted the same, and refuse what would undo another', () => {
    const first = shown(fresh, 0, 'Que changer ?')
    assert.equal(first.version, 1)
    assert.equal(shown(first, 0, 'Que changer ?', NOW + MINUTE), first)
    assert.equal(
      codeOf(() => shown(first, 0, 'Que garder ?')),
      'room-moved',
    )
    assert.equal(shown(first, 1, 'Que garder ?').scene.words, 'Que garder ?')
  })

  it('do not clash where one moves the scene, another the timer, a third the names', () => {
    const scene = shown(fresh, 0, 'Que changer ?')
    const timer = timed(scene, { act: 'start', minutes: 10 }, { seen: 0, now: NOW })
    const names = optioned(timer, { names: false }, { seen: 0, now: NOW })
    assert.deepEqual([names.version, names.names, names.timer?.endsAt], [3, false, NOW + 10 * MINUTE])
    assert.equal(
      codeOf(() => optioned(names, { names: true }, { seen: 2, now: NOW })),
      'room-moved',
    )
  })

  it('prolong once when both prolong by the same, or one presses and Teams repeats it', () => {
    const begun = timed(fresh, { act: 'start', minutes: 10 }, { seen: 0, now: NOW })
    const longer = timed(begun, { act: 'prolong', minutes: 5 }, { seen: 1, now: NOW })
    assert.equal(longer.timer?.endsAt, NOW + 15 * MINUTE)
    assert.equal(timed(longer, { act: 'prolong', minutes: 5 }, { seen: 1, now: NOW }), longer)
    assert.equal(
      codeOf(() => timed(longer, { act: 'prolong', minutes: 10 }, { seen: 1, now: NOW })),
      'room-moved',
    )
    assert.equal(timed(longer, { act: 'prolong', minutes: 5 }, { seen: 2, now: NOW }).version, 3)
  })

  it('start no second timer when the scene that brought one is shown again by a version that is past', () => {
    const at = { seen: 0, now: NOW }
    const work = { kind: 'timer', words: 'Au travail', minutes: 20 } as const
    const first = shownScene(fresh, work, at)
    assert.deepEqual(first.timer, { endsAt: NOW + 20 * MINUTE, total: 20 * MINUTE })
    assert.equal(shownScene(first, work, { seen: 0, now: NOW + HOUR }), first)
    const again = shownScene(first, work, { seen: 1, now: NOW + HOUR })
    assert.equal(again.timer?.endsAt, NOW + HOUR + 20 * MINUTE)
  })

  it('keep the question over the wall, and let the wall move once it is left', () => {
    const asked = shownScene(
      fresh,
      { kind: 'question', words: 'Que changer ?', axis: 'usager' },
      { seen: 0, now: NOW },
    )
    const wall = shownScene(asked, { kind: 'wall', words: '', axis: 'usager' }, { seen: 1, now: NOW })
    assert.deepEqual([wall.question, wall.axis], ['Que changer ?', 'usager'])
    const frozen = optioned(wall, { frozen: true }, { seen: 2, now: NOW })
    const left = shownScene(frozen, { kind: 'pause', words: '' }, { seen: 3, now: NOW })
    assert.deepEqual([frozen.frozen, left.frozen], [true, false])
  })

  it('ask for words of a question, for a ballot of a vote, and for a timer to prolong', () => {
    const at = { seen: 0, now: NOW }
    assert.equal(
      codeOf(() => shown(fresh, 0, '   ')),
      'empty-text',
    )
    assert.equal(
      codeOf(() => shown(fresh, 0, '👩‍👩‍👧'.repeat(280))),
      'done',
    )
    assert.equal(
      codeOf(() => shown(fresh, 0, 'a'.repeat(281))),
      'too-long',
    )
    assert.equal(
      codeOf(() => shownScene(fresh, { kind: 'vote', words: '' }, at)),
      'room-ballot-none',
    )
    assert.equal(
      codeOf(() => timed(fresh, { act: 'prolong', minutes: 5 }, at)),
      'room-timer-none',
    )
    assert.equal(
      codeOf(() => timed(fresh, { act: 'start' }, at)),
      'malformed',
    )
    assert.equal(
      codeOf(() => timed(fresh, { act: 'stop' }, at)),
      'done',
    )
  })

  it('pause a timer with what is left, and give it back later', () => {
    const begun = timed(fresh, { act: 'start', minutes: 10 }, { seen: 0, now: NOW })
    const paused = timed(begun, { act: 'pause' }, { seen: 1, now: NOW + 4 * MINUTE })
    assert.equal(paused.timer?.left, 6 * MINUTE)
    assert.equal(paused.timer && hasEnded(paused.timer, NOW + HOUR), false)
    const on = timed(paused, { act: 'resume' }, { seen: 2, now: NOW + HOUR })
    assert.deepEqual(on.timer, { endsAt: NOW + HOUR + 6 * MINUTE, total: 10 * MINUTE })
    const later = { seen: 3, now: NOW + 2 * HOUR }
    assert.equal(
      codeOf(() => timed(on, { act: 'pause' }, later)),
      'room-timer-none',
    )
    assert.equal(timed(on, { act: 'prolong', minutes: 3 }, later).timer?.endsAt, later.now + 3 * MINUTE)
  })

  it('agree whatever two hands press from versions of their own: each act moves by one, stands already, or is refused', () => {
    const timing = fc.record({
      kind: fc.constant('timer' as const),
      act: fc.constantFrom<TimerAct['act']>('start', 'prolong', 'pause', 'resume', 'stop'),
      minutes: fc.integer({ min: 1, max: 30 }),
    })
    const showing = fc.record({
      kind: fc.constant('scene' as const),
      scene: fc.constantFrom(...SCENES),
      words: fc.constantFrom('Que changer ?', 'Que garder ?'),
      minutes: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
    })
    const options = fc.record({
      kind: fc.constant('options' as const),
      names: fc.boolean(),
      frozen: fc.boolean(),
    })
    const acts = fc.array(
      fc.record({ wish: fc.oneof(timing, showing, options), late: fc.nat(3), wait: fc.nat(20) }),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(acts, all => {
        let room = fresh
        let now = NOW
        for (const { wish, late, wait } of all) {
          now += wait * MINUTE
          const at = { seen: Math.max(0, room.version - late), now }
          const before = room
          const press = () => {
            if (wish.kind === 'options') return optioned(room, wish, at)
            if (wish.kind === 'timer') return timed(room, wish, at)
            const { scene: kind, words, minutes } = wish
            return shownScene(room, { kind, words, ...(minutes !== undefined && { minutes }) }, at)
          }
          if (codeOf(press) !== 'done') continue
          room = press()
          assert.ok(room === before || room.version === before.version + 1)
          // Pressed again with what it saw, it changes nothing more, whoever presses.
          const again = codeOf(press)
          if (again === 'done') assert.equal(press(), room)
          assert.ok(['done', 'room-moved', 'room-timer-none'].includes(again), again)
          const { timer } = room
          if (timer) assert.ok((timer.left ?? 0) <= timer.total && timer.total <= 10 * HOUR)
        }
      }),
      { numRuns: 500 },
    )
  })
})
