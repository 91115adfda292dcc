import assert from 'node:assert/strict'
import { shownOf } from '../../../src/features/figures/domain.ts'
import { programmePage } from '../../../src/features/figures/programme-page.ts'
import { total } from '../../../src/kernel/personal-data/counts.ts'
import { cell, pagesFrom, programmeWith, SOONEST } from '../../support/features/figures.ts'

const week = '2027-04-19'
const weeks = [{ week, day: '2027-04-22', takenAt: Date.UTC(2027, 3, 22, 4) }]

describe('the figures of the whole programme', () => {
  const programme = programmeWith([40, 60, 8, 22])
  const [axis = '', other = ''] = programme.axes.map(({ id }) => id)
  const figures = shownOf(
    programme,
    [
      { measure: 'participants', cells: [cell('d0', 23), cell('d1', 31), cell('d2', 8), cell('d3', 4)] },
      {
        measure: 'ideas',
        cells: [
          cell('d0', 14, axis, 'received'),
          cell('d1', 9, axis, 'received'),
          cell('d1', 4, other, 'answered'),
        ],
      },
      { measure: 'commitments-unshared', cells: [cell('d0', 12, other), cell('d1', 4, other)] },
    ],
    SOONEST,
  )
  const participants = new Map([[week, figures.filter(({ measure }) => measure === 'participants')]])
  const page = programmePage({ programme, weeks, participants, last: figures })
  const pages = pagesFrom(programme, figures)

  it('are sums of what the Directions’ pages show, and nothing more', () => {
    assert.equal(page.participation.count, total(pages.map(each => each.participation.count)))
    assert.equal(page.participation.count, 40)
    assert.equal(page.participation.share, pages[0]?.participation.average)
    const received = (at: number) => page.ideas[at]?.states.find(({ state }) => state === 'received')?.count
    assert.equal(received(0), total(pages.map(each => each.ideas[0]?.received ?? total([]))))
    assert.equal(received(0), 15)
    assert.equal(page.ideas[1]?.total, 0)
    assert.deepEqual(page.unshared, [
      { axis, count: 0 },
      { axis: other, count: 10 },
    ])
  })

  it('keep the programme’s order, and hide what a Direction’s page hides', () => {
    assert.deepEqual(
      page.directions.map(({ direction, count, share, small }) => [direction.id, count, share, small]),
      [
        ['d0', 10, 25, undefined],
        ['d1', 30, 50, undefined],
        ['d2', 0, 0, true],
        ['d3', 0, 0, undefined],
      ],
    )
  })

  it('leave out a Direction that is no longer there', () => {
    const smaller = { ...programme, directions: programme.directions.slice(0, 1) }
    assert.equal(
      programmePage({ programme: smaller, weeks, participants, last: figures }).participation.count,
      10,
    )
  })

  it('say nothing before the first snapshot', () => {
    const none = programmePage({ programme, weeks: [], participants: new Map(), last: [] })
    assert.equal(none.enough, false)
    assert.equal(none.takenAt, undefined)
    assert.deepEqual(none.weeks, [])
  })
})
