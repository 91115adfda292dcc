import { deepEqual, equal } from 'node:assert/strict'
import { actsOn, asksName, isActedOn } from '../../src/tabs/client/parts/steps/acts.ts'
import { asAllRead, stateOf, stepFacts, stepRules } from '../../src/tabs/client/parts/steps/texts.ts'
import type { OwnStepView } from '../../src/tabs/contract/next-steps.ts'
import type { ProgrammeView } from '../../src/tabs/contract/programme/programme.ts'
import { voice } from './translators.ts'

const step = (more: Partial<OwnStepView> = {}): OwnStepView => ({
  id: 's',
  subject: { kind: 'idea', id: 'i', title: 'Un banc devant chaque accueil' },
  standing: 'open',
  text: 'Poser trois bancs',
  due: '2027-05-21',
  firstDue: '2027-05-21',
  direction: 'lycees',
  state: 'promised',
  late: false,
  mine: false,
  written: false,
  askedOfMe: false,
  named: false,
  holderName: '',
  askedName: '',
  askerName: '',
  mayTend: false,
  mayAsk: false,
  mayGiveBack: false,
  ...more,
})
const programme = {
  today: '2027-05-17',
  directions: [{ id: 'lycees', name: 'Direction des lycées' }],
} as unknown as ProgrammeView
const told = { translator: voice('fr'), programme }
const flat = (texts: readonly string[]) => texts.join(' · ').replaceAll(/\s/g, ' ')

describe('what may be done with a next step, in a tab', () => {
  it('is what the server lets this person do, likeliest first', () => {
    const tended = { mayTend: true, mine: true } as const
    deepEqual(actsOn(step()), [])
    deepEqual(actsOn(step(tended)), ['keep', 'move', 'name', 'drop'])
    deepEqual(actsOn(step({ ...tended, mayAsk: true })), ['keep', 'ask', 'move', 'name', 'drop'])
    deepEqual(actsOn(step({ ...tended, mayGiveBack: true })), ['keep', 'move', 'back', 'name', 'drop'])
    deepEqual(actsOn(step({ mayTend: true })), ['keep', 'move', 'drop'])
    deepEqual(actsOn(step({ state: 'kept', undoUntil: 1 })), ['undo'])
  })

  it('puts another day before whom to ask once it is late', () => {
    deepEqual(actsOn(step({ mayTend: true, mayAsk: true, late: true })), ['keep', 'move', 'ask', 'drop'])
  })

  it('is taken on, confided or dropped while nobody promised it, and asked of one person at a time', () => {
    const proposed = step({ state: 'proposed', written: true, mayTend: true, mayAsk: true })
    deepEqual(actsOn(proposed), ['ask', 'take', 'move', 'drop'])
    const asked = { ...proposed, mayAsk: false, askedName: 'Ahmed Saïdi' }
    deepEqual(actsOn(asked), ['take', 'unask', 'move', 'drop'])
    equal(asksName(proposed), true)
    equal(asksName(step({ mayTend: true, mine: true })), false)
  })

  it('is an answer and nothing else, for who is asked', () => {
    const asked = step({ state: 'proposed', askedOfMe: true, mayTend: true })
    deepEqual([actsOn(asked), isActedOn(asked), asksName(asked)], [[], true, true])
    equal(isActedOn(step()), false)
  })
})

describe('a next step in words, in a tab', () => {
  it('says until when, the body that promises, and people as far as the reader may know', () => {
    const facts = (more: Partial<OwnStepView>) => flat(stepFacts(step(more), told))
    equal(facts({}), 'avant le 21 mai · Promise : Direction des lycées')
    equal(facts({ holderName: 'Camille Martin' }), 'avant le 21 mai · Camille Martin, Direction des lycées')
    equal(
      facts({ mine: true, due: '2027-06-20', askerName: 'Pascal Vidal' }),
      'avant le 20 juin (d’abord le 21 mai) · Vous vous en chargez (Direction des lycées) ; votre nom n’est pas montré · Demandé par Pascal Vidal',
    )
    equal(
      facts({ state: 'proposed', askedName: 'Ahmed Saïdi' }),
      'avant le 21 mai · Direction des lycées · Demandé à Ahmed Saïdi, sans réponse encore',
    )
  })

  it('is late itself, and names nobody then', () => {
    deepEqual(stateOf(step({ late: true }), told.translator), { text: 'En retard', tone: 'warning' })
    equal(stateOf(step({ late: true, state: 'kept' }), told.translator).text, 'Tenue')
    const named = { named: true, holderName: 'Camille Martin' } as const
    equal(asAllRead(step(named), told)?.name, 'Camille Martin')
    const late = asAllRead(step({ ...named, late: true }), told)
    deepEqual([late?.state, late?.name], ['late', undefined])
  })

  it('is read by all without the name of who did not choose so, and by nobody before it is promised', () => {
    equal(asAllRead(step({ holderName: 'Camille Martin' }), told)?.name, undefined)
    equal(asAllRead(step({ state: 'proposed' }), told), undefined)
    const { direction: _, ...labs } = step()
    equal(asAllRead(labs, told)?.by, undefined)
    equal(asAllRead(step(), told)?.by, 'Direction des lycées')
  })

  it('says why nothing more becomes of it where what it follows from is gone', () => {
    const rules = (more: Partial<OwnStepView>) => stepRules(step(more), told.translator)
    equal(rules({}), '')
    equal(rules({ standing: 'gone' }).startsWith('Ce qu’elle suivait n’est plus visible'), true)
    equal(rules({ standing: 'gone', state: 'kept' }), '')
    equal(rules({ state: 'proposed' }), 'Personne ne l’a encore promise\u00A0: elle ne paraît nulle part.')
  })
})
