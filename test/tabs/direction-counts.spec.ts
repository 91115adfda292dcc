import { deepEqual, equal } from 'node:assert/strict'
import { exact } from '../../src/kernel/personal-data/counts.ts'
import { countsAsDecided, waitingIn } from '../../src/tabs/client/direction/figures/idea-counts.ts'
import { dueAmong } from '../../src/tabs/client/direction/waiting/waiting-counts.ts'
import type { FiguresView } from '../../src/tabs/contract/figures.ts'
import type { IdeaView } from '../../src/tabs/contract/ideas/ideas.ts'

type Counts = FiguresView['ideas'][number]

const of = (axis: string, received: number, studied = 0, answered = 0, retained = 0): Counts => ({
  axis,
  received: exact('ideas', received),
  studied: exact('ideas', studied),
  answered: exact('ideas', answered),
  retained: exact('ideas', retained),
  total: exact('ideas', received + studied + answered + retained),
})

const idea = (state: IdeaView['state'], change: Partial<IdeaView> = {}): IdeaView => ({
  id: 'i',
  axis: 'equipe',
  text: 'Un banc',
  author: 'Nadia Ferrer',
  mine: false,
  state,
  at: 0,
  supports: exact('supports', 0),
  directions: exact('supports', 0),
  supported: false,
  comments: exact('shared', 0),
  ...change,
})

describe('the ideas of a Direction, counted beside those that wait', () => {
  const counts = [of('usager', 2), of('equipe', 3, 1), of('', 1)]

  it('are as all read them where nothing is decided', () => {
    const read = [idea('received'), idea('studied')]
    deepEqual(countsAsDecided(counts, read), counts)
    equal(waitingIn(counts), 7)
  })

  it('are counted as decided by who decided, before others know', () => {
    const read = [
      idea('answered', { published: 'received' }),
      idea('retained', { published: 'studied' }),
      idea('aside', { published: 'received', axis: 'usager' }),
      idea('studied', { published: 'received', axis: 'gone' }),
    ]
    const decided = countsAsDecided(counts, read)
    deepEqual(decided, [of('usager', 1, 0, 1), of('equipe', 2, 0, 1, 1), of('', 0, 1)])
    equal(waitingIn(decided), 4)
  })

  it('never count below nothing, when two readings are not of one moment', () => {
    deepEqual(countsAsDecided([of('equipe', 0, 0, 1)], [idea('answered', { published: 'received' })]), [
      of('equipe', 0, 0, 1),
    ])
  })

  it('say what the Direction owes: how many, the first day, and whether it is past', () => {
    const due = (on: string, late = false) => ({ on, late, direction: 'Direction des lycées' })
    equal(
      dueAmong([idea('received'), idea('received', { due: { on: '2027-06-01', late: false } })]),
      undefined,
    )
    const read = [
      idea('received', { due: due('2027-06-16') }),
      idea('studied', { due: due('2027-05-10', true) }),
      idea('answered', { due: due('2027-05-02', true), published: 'received' }),
    ]
    deepEqual(dueAmong(read), { count: 2, on: '2027-05-10', late: true })
  })
})
