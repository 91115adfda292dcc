import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  checkFresh,
  printToken,
  readToken,
  screenToken,
  TURN,
  turnEnd,
} from '../../src/features/attendance/check-in-code.ts'
import { bareLetters, lettersIn, lettersOf } from '../../src/features/attendance/check-in-letters.ts'
import { checkKept, checkOpen, EARLY, isOpen, LATE } from '../../src/features/attendance/domain.ts'
import { Refusal } from '../../src/kernel/errors/refusal.ts'
import { HOUR, MINUTE } from '../../src/kernel/time/clock.ts'
import { dateIn } from '../../src/kernel/time/time-zone.ts'

const SECRET = 'signs the codes of these tests alone'
const ZONE = 'Europe/Paris'

function codeOf(act: () => unknown): string {
  try {
    act()
    return 'done'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

const open = (token: string, day: string, now: number) =>
  codeOf(() => checkFresh(readToken(SECRET, token), day, now))

const workshop = fc.stringMatching(/^[0-9a-z]{16}$/)
const moment = fc.integer({ min: Date.UTC(2027, 0, 1), max: Date.UTC(2028, 0, 1) })

describe('a code on the screen', () => {
  it('opens its own workshop while it stands there and for the two turns that follow, then never again', () => {
    fc.assert(
      fc.property(workshop, moment, fc.integer({ min: 0, max: 10 * TURN }), (id, drawn, later) => {
        const token = screenToken(SECRET, id, drawn)
        assert.equal(readToken(SECRET, token).workshop, id)
        const turns = Math.floor((drawn + later) / TURN) - Math.floor(drawn / TURN)
        const said = open(token, '2027-06-03', drawn + later)
        assert.equal(said, turns <= 2 ? 'done' : 'attendance-code-expired')
      }),
    )
  })

  it('does not open before its turn: nobody keeps one for later', () => {
    fc.assert(
      fc.property(workshop, moment, fc.integer({ min: TURN, max: 24 * HOUR }), (id, now, ahead) => {
        assert.equal(open(screenToken(SECRET, id, now + ahead), '', now), 'attendance-code-expired')
      }),
    )
  })

  it('gives way to the next at the moment that is told', () => {
    fc.assert(
      fc.property(workshop, moment, (id, now) => {
        const end = turnEnd(now)
        assert.ok(end > now && end - now <= TURN)
        assert.equal(screenToken(SECRET, id, end - 1), screenToken(SECRET, id, now))
        assert.notEqual(screenToken(SECRET, id, end), screenToken(SECRET, id, now))
      }),
    )
  })
})

describe('a printed code', () => {
  it('is that of one workshop on one day', () => {
    fc.assert(
      fc.property(workshop, moment, moment, (id, one, other) => {
        const [day, another] = [dateIn(one, ZONE), dateIn(other, ZONE)]
        const token = printToken(SECRET, id, day)
        assert.equal(open(token, day, other), 'done')
        assert.equal(open(token, another, other), day === another ? 'done' : 'attendance-print-expired')
      }),
    )
  })
})

describe('a link', () => {
  it('is refused with a letter changed, of another workshop or kind, or signed elsewhere', () => {
    const real = screenToken(SECRET, 'w1', 0)
    fc.assert(
      fc.property(fc.nat(real.length - 1), fc.stringMatching(/^[\w.-]$/), (at, letter) => {
        const forged = real.slice(0, at) + letter + real.slice(at + 1)
        fc.pre(forged !== real)
        assert.equal(
          codeOf(() => readToken(SECRET, forged)),
          'attendance-link',
        )
      }),
    )
    const [, mac = ''] = /\.([\w-]+)$/.exec(real) ?? []
    const others = [
      `s1.w2.0.${mac}`,
      `p1.w1.0.${mac}`,
      `s1.w1.1.${mac}`,
      screenToken('another', 'w1', 0),
      '',
      's1',
    ]
    for (const forged of others)
      assert.equal(
        codeOf(() => readToken(SECRET, forged)),
        'attendance-link',
        forged,
      )
  })
})

describe('the six letters', () => {
  it('are the same all day, others the next day and for another workshop, and no vowel or digit is among them', () => {
    fc.assert(
      fc.property(workshop, workshop, (one, other) => {
        const letters = lettersOf(SECRET, one, '2027-06-03')
        assert.match(letters, /^[BCDFGHJKMNPRSTVWXZ]{6}$/)
        assert.equal(letters, lettersOf(SECRET, one, '2027-06-03'))
        assert.notEqual(letters, lettersOf(SECRET, one, '2027-06-04'))
        assert.ok(one === other || letters !== lettersOf(SECRET, other, '2027-06-03'))
      }),
    )
  })

  it('are read whatever the case, and what stands between them', () => {
    for (const typed of ['bcdfgh', ' BCD FGH ', 'bcd-fgh.', 'b.c.d.f.g.h', '« BCDFGH »'])
      assert.equal(lettersIn(typed), 'BCDFGH', typed)
  })

  it('are known alone, or behind « je suis là », and never in a word or a sentence', () => {
    const alone = ['BCDFGH', 'bcd fgh', 'Bcd-Fgh.', 'je suis là : bcdfgh', 'Check in BCD FGH', 'code bcdfgh']
    for (const typed of alone) assert.equal(bareLetters(typed), 'BCDFGH', typed)
    const others = ['', 'bonjour', 'ABCDEF', 'BCDFG', 'BCDFGHJ', 'présence', 'merci BCDFGH', 'BCDFG1']
    for (const typed of others) assert.equal(bareLetters(typed), undefined, typed)
  })
})

describe('the time to check in', () => {
  const startsAt = Date.UTC(2027, 5, 3, 7, 30)
  const during = { startsAt, endsAt: startsAt + 3 * HOUR, state: 'announced' } as const
  const at = (now: number) => codeOf(() => checkOpen(during, now))

  it('begins an hour before the start and ends with the workshop', () => {
    assert.equal(at(startsAt - EARLY - 1), 'attendance-early')
    assert.equal(at(startsAt - EARLY), 'done')
    assert.equal(at(during.endsAt - 1), 'done')
    assert.equal(at(during.endsAt), 'attendance-over')
    for (const now of [startsAt - EARLY - 1, startsAt - EARLY, during.endsAt - 1, during.endsAt])
      assert.equal(isOpen(during, now), at(now) === 'done')
  })

  it('lasts a day more for who keeps the list', () => {
    const kept = (now: number) => codeOf(() => checkKept(during, now))
    assert.equal(kept(startsAt - EARLY - MINUTE), 'attendance-early')
    assert.equal(kept(during.endsAt + LATE - 1), 'done')
    assert.equal(kept(during.endsAt + LATE), 'attendance-over')
  })

  it('never comes for one that is cancelled, put off or a draft', () => {
    const of = (state: 'cancelled' | 'postponed' | 'draft') =>
      codeOf(() => checkOpen({ ...during, state }, startsAt))
    assert.deepEqual(
      [of('cancelled'), of('postponed'), of('draft')],
      ['attendance-cancelled', 'attendance-cancelled', 'gone'],
    )
  })
})
