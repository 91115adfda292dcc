import { deepEqual, equal, match } from 'node:assert/strict'
import { exact, rounded } from '../../src/kernel/personal-data/counts.ts'
import { DAY, HOUR } from '../../src/kernel/time/clock.ts'
import type { TodaySources } from '../../src/tabs/client/data/sources/today.ts'
import { alertsIn } from '../../src/tabs/client/organiser/today/alerts.ts'
import { stepsOf } from '../../src/tabs/client/organiser/today/setup-steps.ts'
import type { BallotView } from '../../src/tabs/contract/ballots/ballots.ts'
import type { BroadcastView } from '../../src/tabs/contract/broadcasts.ts'
import type { RegisterView } from '../../src/tabs/contract/ideas/register.ts'
import type { OwnStepView } from '../../src/tabs/contract/next-steps.ts'
import type { ProgrammeView } from '../../src/tabs/contract/programme/programme.ts'
import type { WeekWorkshopView } from '../../src/tabs/contract/workshops/checklist.ts'
import { voice } from './translators.ts'

/** A Monday, 10:00 in Paris. */
const NOW = Date.UTC(2027, 4, 17, 8)
const count = (value: number) => exact('reach', value)
const workshop = (id: string, startsAt: number, change: object = {}) => ({
  id,
  title: `Atelier ${id}`,
  axis: 'equipe',
  startsAt,
  endsAt: startsAt + 3 * HOUR,
  capacity: 12,
  off: false,
  seats: exact('seats', 12),
  waiting: exact('seats', 0),
  ...change,
})
const weekly = (
  id: string,
  startsAt: number,
  missing: WeekWorkshopView['missing'] = [],
): WeekWorkshopView => ({
  id,
  title: `Atelier ${id}`,
  startsAt,
  endsAt: startsAt + 3 * HOUR,
  place: 'Toulouse',
  capacity: 12,
  seats: exact('seats', 4),
  at: NOW,
  missing,
})
const ballot = (id: string, change: object): BallotView => ({
  id,
  question: `Question ${id}`,
  state: 'open',
  closesAt: NOW + DAY,
  kind: 'single',
  most: 1,
  perOption: 1,
  options: [],
  votes: exact('open-ballot', 6),
  quorum: 0,
  results: 'live',
  secret: false,
  audience: 'everybody',
  named: [],
  called: true,
  ...change,
})
const options = (...votes: number[]) =>
  votes.map((of, at) => ({ id: `${at}`, title: `${at}`, votes: exact('open-ballot', of) }))
const reach = (people: number, reachable: number) => {
  const counts = {
    people: count(people),
    reachable: count(reachable),
    installed: count(reachable),
    conversation: count(0),
    blocked: count(0),
    notInstalled: count(people - reachable),
    noAccount: count(0),
  }
  const direction = { id: 'lycees', name: 'Direction des lycées', headcount: 40 }
  return { directions: [{ direction, ...counts }], elsewhere: counts, total: counts }
}
const lycees = { direction: { id: 'lycees', name: 'Direction des lycées' }, deputies: [] }
const culture = { direction: { id: 'culture', name: 'Direction de la culture' }, deputies: [] }
const found = (sources: Partial<TodaySources>) => alertsIn(sources, voice('fr'), NOW)
const idsOf = (sources: Partial<TodaySources>) => found(sources).map(({ id }) => id)

/** Ballots of which nobody has said what follows. */
const awaited = (...late: boolean[]) => ({
  count: late.length,
  items: late.map((late, at) => ({ id: `b${at}`, question: `Question ${at}`, due: '2027-05-14', late })),
})

describe('what needs a hand today', () => {
  it('is a line for ballots of which nobody said what follows: first once the day of one is over', () => {
    deepEqual(idsOf({ awaited: awaited() }), [])
    const ideas = { waiting: 2 } as TodaySources['ideas']
    const tied = [ballot('c', { state: 'closed', options: options(4, 4), closesAt: NOW - DAY })]
    deepEqual(idsOf({ ideas, ballots: tied, awaited: awaited(false, false) }), [
      'ballot-c',
      'unsaid',
      'ideas',
    ])
    deepEqual(idsOf({ ideas, ballots: tied, awaited: awaited(true, false) }), ['unsaid', 'ballot-c', 'ideas'])
    const [several] = found({ awaited: awaited(true, true, false) })
    deepEqual(several?.title, 'La suite de 3 scrutins est à dire')
    deepEqual(several?.about, ['La date de 2 scrutins est passée'])
    const [one] = found({ awaited: awaited(true) })
    deepEqual([one?.title, one?.about], ['Question 0', ['Sa suite devait déjà être dite']])
    match(one?.href ?? '', /ballots\/b0$/)
  })

  it('is nothing where nothing was read', () => {
    deepEqual(found({}), [])
  })

  it('begins with the workshop that runs, then what is to be closed, and ends with whom nobody can reach', () => {
    const pilots = [{ ...lycees, pilot: { id: 'nadia', name: 'Nadia' } }, culture]
    const workshops = [workshop('full', NOW + DAY, { waiting: exact('seats', 3) })]
    const week = [
      weekly('old', NOW - 3 * DAY, ['summary']),
      weekly('over', NOW - 4 * HOUR, ['summary']),
      weekly('now', NOW + HOUR),
      weekly('tonight', NOW + 4 * HOUR),
      weekly('later', NOW + 2 * DAY),
    ]
    const ballots = [ballot('tie', { state: 'closed', options: options(4, 4), closesAt: NOW - DAY })]
    const ideas = { waiting: exact('shared', 12), studied: exact('shared', 0) }
    const reported = [{} as RegisterView]
    deepEqual(idsOf({ workshops, week, ballots, ideas, reported, pilots, reach: reach(40, 30) }), [
      'workshop-now',
      'workshop-over',
      'workshop-old',
      'workshop-tonight',
      'reported',
      'ballot-tie',
      'ideas',
      'workshop-later',
      'waiting-full',
      'pilots',
      'reach',
    ])
  })

  it('keeps a workshop until its summary is out: its line leads straight to the preview', () => {
    const [line] = found({ week: [weekly('over', NOW - 4 * HOUR, ['summary'])] })
    deepEqual(
      [line?.href, line?.act, line?.about.map(each => each.replaceAll(/\s/g, ' '))],
      ['#/workshops/over/summary', 'Publier le bilan', ['Terminé le lundi 17 mai']],
    )
  })

  it('says of each workshop of the week what is missing, and leads to its page', () => {
    const week = [
      weekly('tonight', NOW + 4 * HOUR, ['tables']),
      weekly('drawn', NOW + 5 * HOUR, ['led']),
      weekly('later', NOW + 2 * DAY, ['announced', 'tables']),
    ]
    deepEqual(
      found({ week }).map(({ href, act, about }) => [href, act, ...about.slice(2)]),
      [
        ['#/workshops/tonight', 'Préparer', 'tables et animation à prévoir'],
        ['#/workshops/drawn', 'Préparer', 'animation des tables à prévoir'],
        ['#/workshops/later', 'Préparer', 'annonce à vérifier', 'tables et animation à prévoir'],
      ],
    )
    deepEqual(found({ week: [weekly('now', NOW - HOUR)] })[0]?.act, 'Animer')
  })

  it('says what opens for registration today and from when, and how many wait for it', () => {
    const opening = { series: true, title: 'Cinq journées', opensAt: NOW + HOUR, opened: false }
    const openings = [
      { ...opening, id: 's', asked: rounded(42) },
      { ...opening, id: 'w', series: false, opensAt: NOW - HOUR, opened: true },
    ]
    deepEqual(
      found({ openings }).map(({ href, act, about }) => [
        href,
        act,
        ...about.map(each => each.replaceAll(/\s/g, ' ')),
      ]),
      [
        [
          '#/workshops/series/s',
          'Voir la série',
          'Les inscriptions ouvrent aujourd’hui à 11 h',
          '40 personnes ou plus ont demandé que le bot les prévienne',
        ],
        ['#/workshops/w', 'Voir l’atelier', 'Les inscriptions sont ouvertes depuis 9 h'],
      ],
    )
  })

  it('leaves out those that nobody waits for, however full', () => {
    const over = workshop('over', NOW - 4 * HOUR, { waiting: exact('seats', 3) })
    const off = workshop('off', NOW + HOUR, { off: true, waiting: exact('seats', 3) })
    deepEqual(idsOf({ workshops: [over, off, workshop('later', NOW + DAY)] }), [])
  })

  it('names a tie for a week, and no ballot that is open or won', () => {
    const tied = { state: 'closed', options: options(4, 4, 2) } as const
    const ballots = [
      ballot('soon', { closesAt: NOW + HOUR }),
      ballot('tie', { ...tied, closesAt: NOW - DAY }),
      ballot('old tie', { ...tied, closesAt: NOW - 8 * DAY }),
      ballot('won', { ...tied, options: options(4, 3), closesAt: NOW - DAY }),
      ballot('few', { ...tied, quorum: 20, closesAt: NOW - DAY }),
    ]
    deepEqual(idsOf({ ballots }), ['ballot-tie'])
  })

  it('counts next steps of the Lab’ that are late, and those that somebody wrote for it and nobody promised', () => {
    const step = (more: Partial<OwnStepView>) => ({ written: true, ...more }) as OwnStepView
    const ownSteps = [
      step({ state: 'proposed' }),
      step({ state: 'promised' }),
      step({ state: 'proposed', direction: 'lycees' }),
      step({ state: 'proposed', written: false }),
    ]
    const [both] = found({ lateSteps: [step({}), step({})], ownSteps })
    deepEqual([both?.title, both?.about], ['2 suites du Lab’ sont en retard', ['Une suite est à confier']])
    equal(both?.href, '#/today/steps')
    deepEqual(found({ ownSteps })[0]?.title, 'Une suite est à confier')
    deepEqual(found({ lateSteps: [], ownSteps: [] }), [])
  })

  it('tells of no pilot while no Direction has one: the first steps do', () => {
    deepEqual(idsOf({ pilots: [lycees, culture] }), [])
    const [hand] = found({ pilots: [{ ...lycees, pilot: { id: 'nadia', name: 'Nadia' } }, culture] })
    match(hand?.title ?? '', /^1 Direction sans pilote/)
    match(hand?.about.join() ?? '', /culture/)
  })

  it('counts everybody as the page of whom one can reach does, and says the headcount where it is another', () => {
    const about = (people: number) => {
      const all = reach(people, 1)
      const elsewhere = { ...all.elsewhere, people: count(0) }
      return found({ reach: { ...all, elsewhere } }).map(each => [each.title, each.about.at(-1)])
    }
    deepEqual(about(20), [['1 joignable sur 40', '']])
    deepEqual(about(48), [['1 joignable sur 48', 'effectif au programme\u00a0: 40']])
  })

  it('says when a broadcast will leave while nothing may', () => {
    const figures = { waiting: count(47), studied: count(0) }
    const broadcast = { id: 'b', text: 'Bonjour', state: 'running', figures, leavesAt: NOW + DAY - HOUR }
    const [hand] = found({ broadcasts: [broadcast as unknown as BroadcastView] })
    match((hand?.about[0] ?? '').replaceAll(/\s/g, ' '), /^Partira le mardi 18 mai à 9 h$/)
  })

  it('says when a broadcast starts by itself, and before what runs, why one did not', () => {
    const figures = { waiting: count(0) }
    const at = NOW + DAY - HOUR
    const own = { text: 'Bonjour', figures }
    const later = { ...own, id: 'later', state: 'planned', plan: { at }, leavesAt: at }
    const changed = { ...own, id: 'changed', state: 'draft', plan: { at, off: 'changed' } }
    const taken = { ...own, id: 'taken', state: 'draft', plan: { at, off: 'cancelled' } }
    const closed = { ...own, id: 'closed', state: 'draft', plan: { at, off: 'closed' } }
    const running = { ...own, id: 'running', state: 'running' }
    const broadcasts = [later, running, taken, closed, changed] as unknown as BroadcastView[]
    const hands = found({ broadcasts })
    deepEqual(
      hands.map(({ id }) => id),
      ['broadcast-changed', 'broadcast-running', 'broadcast-later'],
    )
    match(
      (hands[0]?.about[0] ?? '').replaceAll(/\s/g, ' '),
      /^Pas d’envoi le mardi 18 mai à 9 h : le message a changé/,
    )
    match((hands[2]?.about[0] ?? '').replaceAll(/\s/g, ' '), /^Partira le mardi 18 mai à 9 h$/)
  })

  it('says who is awaited as a pilot, and asks to name nobody in their place', () => {
    const pilot = { id: 'nadia', name: 'Nadia' }
    const awaited = { ...culture, awaited: 'Amina Fabre' }
    const [bare] = found({ pilots: [{ ...lycees, pilot }, awaited, { ...culture }] })
    match(bare?.title ?? '', /^1 Direction sans pilote/)
    deepEqual(bare?.about, ['Direction de la culture', 'En attente\u00a0: Amina Fabre'])
    const [coming] = found({ pilots: [{ ...lycees, pilot }, awaited] })
    deepEqual(
      [coming?.title, coming?.about, coming?.act],
      ['1 pilote en attente', ['En attente\u00a0: Amina Fabre'], 'Voir les pilotes'],
    )
  })
})

describe('the first steps', () => {
  const programme = {
    phases: [{ state: 'current' }],
    privacy: { controller: 'Région Exemple', contact: 'dpo@exemple.fr' },
    contacts: 1,
    directions: [lycees.direction],
  } as unknown as ProgrammeView
  const states = (sources: Partial<TodaySources>) => stepsOf(sources, programme).map(({ state }) => state)

  it('are done as soon as what each asks for is there', () => {
    const pilots = [{ ...lycees, pilot: { id: 'nadia', name: 'Nadia' } }]
    const channels = [{ id: 'c', teamId: 't', team: 'Lycées', name: '', teamDirection: 'lycees' }]
    const all = { reach: reach(3, 3), pilots, channels, workshops: [workshop('first', NOW)], past: [] }
    const open = (sources: Partial<TodaySources>) =>
      stepsOf(sources, programme).flatMap(({ name, state }) => (state === 'open' ? [name] : []))
    deepEqual(states(all), ['done', 'done', 'done', 'done', 'done', 'done'])
    deepEqual(open({ ...all, pilots: [lycees] }), ['people'])
    deepEqual(open({ ...all, pilots: [{ ...lycees, awaited: 'Amina Fabre' }] }), [])
    deepEqual(open({ ...all, channels: [{ id: 'c', teamId: 't', team: 'Lycées', name: '' }] }), ['channels'])
    deepEqual(open({ ...all, workshops: [] }), ['workshop'])
  })

  it('ask who answers for the data, and whom to write to, until both are stated', () => {
    for (const privacy of [{}, { controller: 'Région Exemple' }, { contact: 'dpo@exemple.fr' }])
      match(JSON.stringify(stepsOf({}, { ...programme, privacy }).at(-2)), /"privacy","state":"open"/)
  })

  it('ask who helps in distress, until the method file names a contact', () => {
    deepEqual(stepsOf({}, { ...programme, contacts: 0 }).at(-1)?.name, 'contacts')
    deepEqual(stepsOf({}, { ...programme, contacts: 0 }).at(-1)?.state, 'open')
  })

  it('say of none that it is left where it could not be read', () => {
    deepEqual(states({}), ['done', 'unknown', 'unknown', 'unknown', 'done', 'done'])
  })
})
