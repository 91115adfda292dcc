import { deepEqual, equal } from 'node:assert/strict'
import { exact } from '../../src/kernel/personal-data/counts.ts'
import { countsAsDecided, waitingIn } from '../../src/tabs/client/direction/figures/idea-counts.ts'
import { stepCounts, stepsInOrder } from '../../src/tabs/client/direction/waiting/steps-in-order.ts'
import { dueAmong } from '../../src/tabs/client/direction/waiting/waiting-counts.ts'
import type { FiguresView } from '../../src/tabs/contract/figures/figures.ts'
import type { IdeaView } from '../../src/tabs/contract/ideas/ideas.ts'
import type { OwnStepView } from '../../src/tabs/contract/next-steps.ts'

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

const step = (id: string, firstDue: string, change: Partial<OwnStepView> = {}): OwnStepView => ({
  id,
  subject: { kind: 'idea', id: 'i', title: 'Un banc' },
  standing: 'open',
  text: id,
  due: firstDue,
  firstDue,
  state: 'promised',
  late: false,
  mine: false,
  written: true,
  askedOfMe: false,
  named: false,
  holderName: '',
  askedName: '',
  askerName: '',
  mayTend: true,
  mayAsk: true,
  mayGiveBack: false,
  ...change,
})

describe('the next steps that wait for who is in charge', () => {
  const late = step('late', '2027-05-10', { late: true })
  const later = step('later', '2027-05-12', { late: true })
  const proposed = step('proposed', '2027-05-02', { state: 'proposed' })
  const read = [later, proposed, late]
  const ids = (touched: Parameters<typeof stepsInOrder>[1], steps = read) =>
    stepsInOrder(steps, touched).map(each => `${each.step.id} ${each.step.state}`)

  it('are late ones, the oldest first, then those that nobody promised', () => {
    deepEqual(ids(new Map()), ['late promised', 'later promised', 'proposed proposed'])
    deepEqual(stepCounts(read), { late: 2, proposed: 1 })
  })

  it('keep their places once they are acted upon, as they were answered until they are read anew', () => {
    const kept = { ...late, state: 'kept' as const, late: false }
    const touched = new Map([['late', { step: kept, late: true, instead: late }]])
    deepEqual(ids(touched), ['late kept', 'later promised', 'proposed proposed'])
    // Gone from what is read, then read anew because somebody undid it elsewhere.
    deepEqual(ids(touched, [later, proposed]), ['late kept', 'later promised', 'proposed proposed'])
    deepEqual(ids(touched, [later, proposed, { ...late }])[0], 'late promised')
    deepEqual(stepCounts(stepsInOrder(read, touched).map(each => each.step)), { late: 1, proposed: 1 })
  })

  it('go when they are nobody’s to see here any more', () => {
    const touched = new Map([['proposed', { step: undefined, late: false, instead: proposed }]])
    deepEqual(ids(touched), ['late promised', 'later promised'])
  })
})
