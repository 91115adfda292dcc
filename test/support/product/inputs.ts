import { lettersOf } from '../../../src/features/attendance/check-in-letters.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { dateIn } from '../../../src/kernel/time/time-zone.ts'
import { CHANNEL, LINK_SECRET } from './stage.ts'

export const WHEN = { date: '2027-05-07', start: '09:30', end: '12:30', time: '18:00' }
export const WORKSHOP = {
  title: 'Le lycée, demain',
  axis: 'equipe',
  place: 'Narbonne',
  seats: '8',
  channel: CHANNEL,
}
export const SERIES = { series: '', title: 'Le lycée, en trois journées', description: '', axis: 'equipe' }
export const RULES = { quotas: 'on', reserved: '2', releaseDays: '7', closeDays: '1', confirmHours: '24' }
/** The same as a tab sends them. */
export const TYPED = {
  ...{ title: WORKSHOP.title, description: '', axis: WORKSHOP.axis, place: WORKSHOP.place, link: '' },
  ...{ date: WHEN.date, start: WHEN.start, end: WHEN.end, seats: WORKSHOP.seats },
}
export const PLACE = { channel: CHANNEL, directions: [] }
export const SERIES_TEXT = { title: SERIES.title, description: '', axis: SERIES.axis }
export const TYPED_RULES = {
  ...{ reserved: 2, quotas: true, releaseDays: 7, openDate: '', openTime: '' },
  ...{ closeDays: 1, confirmHours: 24 },
}
const THRESHOLD = { supports: 50, days: 30, by: 'lab' }
export const BALLOT = { question: 'Laquelle tester ?', options: 'Une\nDeux', ideas: '', channel: CHANNEL }
export const BOX = { question: 'Qu’essayer d’abord ?', channel: CHANNEL }
/** Announcements of things that are gone by now: one that may stand there, and one that Teams did not take. */
export const DOUBTFUL = { key: `box:doubtful:${CHANNEL}`, at: Date.parse('2027-04-22T08:00:00Z') }
export const LOST = { ...DOUBTFUL, key: `box:lost:${CHANNEL}` }
export const IDEA = { text: 'Relire nos courriers', axis: 'usager', box: '' }
/** What a language model proposed last. */
export const PROPOSED = {
  id: '0000000000000pro',
  axis: 'equipe',
  title: 'Jardins',
  words: ['potager'],
  ideas: [],
  madeAt: 1,
}
/** The moment by which a decision is taken back (ms). */
export const DECIDED_AT = 1
/** What follows of a retained idea. */
export const STEP = { text: 'Relire trois modèles avec les lycées', due: '2027-05-28' }
/** No command, and no sign of one. */
export const SENTENCE = 'Des bancs à l’ombre devant la gare de Mende'
export const COMMITMENT = {
  text: 'Relire un courrier',
  axis: 'usager',
  horizon: '2027-06-30',
  visibility: 'everyone',
}

/** What an initiative tries, from the day after these begin. */
/** How a trial ends. */
export const DECISION = { kind: 'stop', why: 'Trop peu de réponses', learnt: 'Relire à deux suffit' } as const
export const PLAN = {
  ifWe: 'nous relisons nos courriers à deux',
  expected: 'nous recevons moins d’appels',
  change: '',
  directions: ['lycees'],
  site: '',
  from: '2027-04-23',
  until: '2027-05-21',
  rhythm: 'weekly',
  measures: [
    { kind: 'number', text: 'Appels par semaine', unit: 'appels', better: 'down', start: '' },
    { kind: 'question', text: 'Nos courriers sont-ils plus clairs ?', better: 'up' },
  ],
}

const SHEET = {
  title: 'Relire nos courriers, à deux',
  problem: 'Un courrier sur trois suscite un appel.',
  story: '',
  inspiring: '',
  outcome: '',
  phase: 'explore',
  resources: [{ title: 'Le guide', url: 'https://example.org/guide' }],
}

/** Whom it expects has no role. */
export const PEOPLE_FILE = Buffer.from('email;name;direction;roles\nines@x.fr;Inès;mobilites;').toString(
  'base64',
)

/** An hour at which a broadcast may start by itself: the Monday after the day these begin. */
const PLANNED = { date: '2027-04-26', time: '09:00' }
export const BROADCAST = { text: 'Les journées du 7 mai approchent', audience: 'role:organiser' }

/** What stands on the screen of a workshop that is under way on the day these begin. */
function lettersFor(workshop: string): { readonly letters: string } {
  return { letters: lettersOf(LINK_SECRET, workshop, dateIn(DOUBTFUL.at, 'Europe/Paris')) }
}

export type Data = Readonly<Record<string, unknown>>
export type Call = {
  readonly params?: Record<string, string>
  readonly query?: Record<string, string>
  readonly body?: Data
}

/** The things that doors are pressed and called with, by id. */
export type Things = {
  readonly workshop: string
  /** A workshop to be called off; a series that is a draft, with quotas, and its one day. */
  readonly doomed: string
  readonly series: string
  readonly day: string
  readonly ballot: string
  /** Of that ballot. */
  readonly option: string
  readonly box: string
  readonly idea: string
  /** Said under that idea by somebody else. */
  readonly comment: string
  /** An idea that was retained, and one that somebody carries. */
  readonly retained: string
  readonly initiative: string
  /** What another initiative will try, and what is looked at then. */
  readonly trial: string
  readonly measure: string
  /** Of that trial: what those who try it are asked, and the round in which they are. */
  readonly question: string
  readonly lookIn: string
  /** The initiative that will try it. */
  readonly tried: string
  /** What follows of a retained idea. */
  readonly step: string
  /** Somebody else’s idea, and one of theirs that they propose to join with `idea`. */
  readonly other: string
  readonly merge: string
  readonly commitment: string
  /** What somebody typed that is no command. */
  readonly utterance: string
  /** Of what is being written on the retained idea; a copy of it is published. */
  readonly sentence: string
  /** The same, as everybody reads it. */
  readonly published: string
  /** What somebody told their Direction of a kept commitment, where they did. */
  readonly story?: string
  /** Until when the ending of that commitment can be taken back (ms), where it ended. */
  readonly until?: number
  readonly message: string
  /** A message about a workshop that moved. */
  readonly moved: string
  /** A message that asks about a workshop that is over. */
  readonly asked: string
  /** A Direction, and somebody who works there and has no role. */
  readonly direction: string
  readonly colleague: string
  readonly channel: string
  /** A draft that was rehearsed, and one that was started. */
  readonly broadcast: string
  readonly started: string
  /** What a screen shows that asks to be paired, where one does. */
  readonly code?: string
}

/** What each verb is pressed with. Those that make something carry a nonce of their own at each reading. */
export function pressesOn(things: Things): Readonly<Record<string, Data>> {
  const { workshop, ballot, option, box, idea, comment, commitment, utterance, message, moved, asked } =
    things
  const { other, merge, retained, initiative, tried, trial, measure, doomed, series, day } = things
  const { direction, colleague, channel, broadcast, started, step, story = 'no-such-story' } = things
  return {
    'channels.announce': {},
    'channels.list': {},
    'channels.to-check': {},
    'channels.announced': { announced: `workshop:${workshop}:${CHANNEL}`, list: '' },
    'channels.settle': { announced: DOUBTFUL.key, list: '', at: DOUBTFUL.at },
    'channels.repost': { announced: LOST.key, list: '', at: LOST.at },
    'channels.bind-form': { channel, list: '' },
    'channels.bind': { channel, direction, part: 'channel' },
    'channels.unbind': { channel, part: 'channel' },
    'workshops.form': {},
    'workshops.preview': { ...WHEN, ...WORKSHOP },
    'workshops.publish': { ...WHEN, ...WORKSHOP, nonce: randomIds.nonce() },
    'workshops.change-form': { workshop },
    'workshops.change': { workshop, ...WHEN, ...WORKSHOP, nonce: randomIds.nonce() },
    'workshops.message': { message: moved },
    'workshops.answer': { workshop, answer: 'yes' },
    'workshops.mine': { workshop },
    'workshops.confirm': { workshop },
    'workshops.pass': { workshop },
    'workshops.days': { workshop },
    'workshops.series-days': { series },
    'workshops.remind-opening': { workshop, on: true },
    'workshops.swap': { workshop, to: workshop },
    'workshops.list': {},
    'workshops.series': { series },
    'workshops.series-list': {},
    'workshops.series-form': { series },
    'workshops.series-write': { ...SERIES, nonce: randomIds.nonce() },
    'workshops.day-form': { workshop: day },
    'workshops.day-write': { workshop: day, ...WHEN, ...WORKSHOP },
    'workshops.rules-form': { series },
    'workshops.rules-write': { series, ...RULES },
    'workshops.quotas-form': { series },
    'workshops.quotas-write': { series, days: day, quotas: 'Direction des lycées 6' },
    'workshops.series-where': { series },
    'workshops.series-preview': { series, channel: CHANNEL },
    'workshops.series-announce': { series, channel: CHANNEL, nonce: randomIds.nonce() },
    'workshops.day-remove': { workshop: day },
    'workshops.series-remove': { series },
    'workshops.call-off-form': { workshop: doomed },
    'workshops.postpone': { workshop: doomed, reason: 'La salle est prise' },
    'workshops.cancel': { workshop: doomed, reason: 'La salle est prise', sure: true },
    'workshops.visit': { workshop },
    'workshops.show-name': { workshop, shown: 'on' },
    'workshops.needs-form': { workshop },
    'workshops.needs': { workshop, text: 'Une rampe' },
    'attendance.enter': lettersFor(workshop),
    'attendance.come-in': lettersFor(workshop),
    'feedback.give': { message: asked, rating: '4', text: 'Plus de temps par table' },
    'feedback.missed': { message: asked, sure: true },
    'feedback.message': { message: asked },
    'trials.look-in': { trial: things.trial },
    'trials.answer': { trial: things.trial, lookIn: things.lookIn, step0: '4' },
    'look-ins.message': { message },
    'ideas.form': { box },
    'ideas.submit': { ...IDEA, box, nonce: randomIds.nonce() },
    'ideas.submit-different': { ...IDEA, box, nonce: randomIds.nonce() },
    'ideas.gather-form': { workshop },
    'ideas.summary-form': { workshop },
    'ideas.summary-preview': { workshop, next: 'Dès lundi, deux essais' },
    'ideas.summary-publish': { workshop, next: 'Dès lundi, deux essais', turn: 0 },
    'ideas.gather': { ...IDEA, workshop, table: '4', nonce: randomIds.nonce() },
    'ideas.support': { idea, support: 'on' },
    'ideas.support-instead': { ...IDEA, idea },
    'ideas.set-axis': { idea, axis: 'equipe' },
    'ideas.ask-axis': { idea },
    'ideas.show': { idea },
    'ideas.list': { box },
    'ideas.correct-form': { idea },
    'ideas.correct': { idea, text: 'Relire nos lettres', axis: 'equipe' },
    'ideas.comment-form': { idea },
    'ideas.comment': { idea, text: 'Oui', nonce: randomIds.nonce() },
    'ideas.comments': { idea },
    'ideas.report-comment-form': { idea },
    'ideas.report-comment': { idea, comment, text: 'Des noms y sont cités' },
    'ideas.withdraw-comment-form': { idea },
    'ideas.withdraw-comment': { idea, comment },
    'ideas.undo-withdraw-comment': { idea, comment },
    'ideas.thread': { idea },
    'ideas.answer-form': { idea },
    'ideas.answer': { idea, text: 'Nous essayons en juin' },
    'ideas.decide': { idea, step: 'retained' },
    'ideas.aside-form': { idea },
    'ideas.aside': { idea, text: 'Le marché court encore' },
    'ideas.take-back': { idea, at: DECIDED_AT },
    'ideas.message': { message },
    'ideas.undo': { idea },
    'ideas.report-form': { idea },
    'ideas.report': { idea, text: 'Des noms y sont cités' },
    'ideas.reported': {},
    'ideas.hidden': {},
    'ideas.moderate': { idea },
    'ideas.hide-form': { idea },
    'ideas.hide': { idea, text: 'Des noms y sont cités' },
    'ideas.restore': { idea },
    'ideas.dismiss': { idea },
    'ideas.merge-form': { idea },
    'ideas.merge': { idea, into: other },
    'ideas.undo-merge': { idea },
    'ideas.answer-merge': { merge, answer: 'no' },
    'ideas.joined': { idea },
    'ideas.unname': { idea },
    'ideas.box-form': {},
    'ideas.open-box': { ...BOX, nonce: randomIds.nonce() },
    'ballots.form': {},
    'ballots.preview': { ...WHEN, ...BALLOT },
    'ballots.open': { ...WHEN, ...BALLOT, nonce: randomIds.nonce() },
    'ballots.table-form': { workshop },
    'ballots.open-table': { workshop, table: '4', nonce: randomIds.nonce() },
    'ballots.vote': { ballot, choice: option },
    'ballots.choose': { ballot },
    'ballots.mine': { ballot },
    'ballots.totals': { ballot },
    'ballots.directions': { ballot },
    'ballots.list': {},
    'ballots.start': { ballot },
    'ballots.confirm': { ballot },
    'ballots.close': { ballot },
    'ballots.sequel-form': { ballot },
    'ballots.sequel': { ballot, none: 'on', word: 'Trop peu de voix' },
    'initiatives.list': {},
    'initiatives.show': { initiative },
    'initiatives.read': { initiative },
    'trials.show': { initiative: tried },
    'trials.try': { initiative: tried, trying: 'on' },
    'trials.note-form': { trial },
    'trials.note': { trial, text: 'Deux mots de moins', nonce: randomIds.nonce() },
    'trials.reading-form': { trial, measure },
    'trials.reading': { trial, measure, typed: '12' },
    'initiatives.links': { initiative, from: 0 },
    'initiatives.carry': { initiative: retained },
    'initiatives.join': { initiative, joined: 'on' },
    'initiatives.support': { initiative, support: 'on' },
    'initiatives.edit-form': { initiative },
    'initiatives.edit': { ...SHEET, initiative, resources: 'Le guide https://example.org/guide' },
    'initiatives.inspire-form': { initiative },
    'initiatives.inspire': { initiative, text: 'Relire nos lettres, ici aussi', nonce: randomIds.nonce() },
    'initiatives.hand-over-form': { initiative },
    'initiatives.hand-over': { initiative, to: colleague },
    'initiatives.message': { message },
    'commitments.form': { idea },
    'commitments.take': { ...COMMITMENT, idea, inspired: '', nonce: randomIds.nonce() },
    'commitments.end': { commitment, state: 'kept' },
    'commitments.undo-end': { commitment, until: things.until ?? 1 },
    'commitments.move': { commitment, horizon: '2027-08-31' },
    'commitments.change-form': { commitment },
    'commitments.change': { commitment, text: 'Relire deux courriers', nonce: randomIds.nonce() },
    'commitments.share-form': { commitment },
    'commitments.share': { commitment, visibility: 'me' },
    'commitments.show': { commitment },
    'commitments.list': {},
    'commitments.note-form': { commitment },
    'commitments.note': { commitment, text: 'Un premier courrier relu', nonce: randomIds.nonce() },
    'commitments.notes': { commitment, after: '' },
    'commitments.near': { after: '' },
    'commitments.me-too': { commitment },
    'broadcasts.list': {},
    'broadcasts.form': { broadcast },
    'broadcasts.write': { ...BROADCAST, broadcast: '', nonce: randomIds.nonce() },
    'broadcasts.show': { broadcast },
    'broadcasts.remove': { broadcast },
    'broadcasts.rehearse': { broadcast },
    'broadcasts.start': { broadcast, version: 1 },
    'broadcasts.plan-form': { broadcast },
    'broadcasts.plan': { broadcast, version: 1, ...PLANNED },
    'broadcasts.unplan': { broadcast },
    'broadcasts.pause': { broadcast: started },
    'broadcasts.go-on': { broadcast: started },
    'broadcasts.again': { broadcast: started, again: 1 },
    'broadcasts.stop': { broadcast: started },
    'broadcasts.message': { message },
    'messages.later': { message, round: 1 },
    'messages.why': { message, round: 1 },
    'messages.stop': { topic: 'idea-answered' },
    'messages.resume': { topic: 'idea-answered' },
    'messages.cap': { perWeek: 1 },
    'messages.choose': { perWeek: '2', daysOff: 'wednesday', topics: '', offered: 'idea-answered' },
    'messages.pause': { until: '2027-04-30' },
    'messages.preferences': {},
    'trials.decision': { trial },
    'trials.decide-form': { trial },
    'trials.decide': { trial, ...DECISION, directions: '' },
    'trial-decisions.message': { message },
    'steps.on': { kind: 'idea', id: retained },
    'steps.form': { kind: 'idea', id: retained },
    'steps.write': { ...STEP, kind: 'idea', id: retained, who: 'me', named: 'off', nonce: randomIds.nonce() },
    'steps.list': {},
    'steps.show': { step },
    'steps.keep': { step },
    'steps.undo': { step },
    'steps.move-form': { step },
    'steps.move': { step, due: '2027-06-18' },
    'steps.drop-form': { step },
    'steps.drop': { step, word: 'Le budget est gelé' },
    'steps.assign': { step, name: 'ni' },
    'steps.ask': { step, to: colleague },
    'steps.unask': { step },
    'steps.take': { step, named: 'on' },
    'steps.accept': { step, named: 'on' },
    'steps.decline': { step },
    'steps.give-back': { step },
    'steps.name': { step, named: 'on' },
    'steps.message': { message },
    'asking.form': {},
    'asking.ask': { question: 'Que deviennent les courriers ?', loosened: ['group'], skip: 0 },
    'utterances.show': { utterance },
    'utterances.rewrite-form': { utterance },
    'utterances.rewrite': { utterance, text: 'Relire nos courriers à deux' },
    'utterances.search': { utterance },
    'utterances.idea': { utterance, axis: 'equipe' },
    'utterances.commit': { utterance, axis: 'equipe' },
    'utterances.ask': { utterance, box },
    'commitments.story-form': { commitment },
    'commitments.tell': { commitment, text: 'Un courrier relu', named: 'no', nonce: randomIds.nonce() },
    'commitments.withdraw-story': { commitment },
    'commitments.stories': { direction, after: '' },
    'commitments.publish-story': { story, turn: 0 },
    'commitments.set-story-aside': { story, aside: 'on' },
    'rights.data': {},
    'rights.erase-form': {},
    'rights.erase': { ideas: 'unname', sure: 'yes' },
    'messages.effect': {},
    'returns.message': { message, round: 1 },
    'returns.item': { message, round: 1, item: message },
    'nudges.message': { message, round: 1 },
    'nudges.item': { message, round: 1, item: '' },
    'nudges.post-form': { message, round: 1, item: '' },
    'nudges.post': { message, round: 1, item: '', text: 'Qui vient ?', nonce: randomIds.nonce() },
    'nudges.week-answer': { message, round: 1, idea, text: 'Dès lundi, pour trois mois' },
    'nudges.week-undo': { message, round: 1, idea, at: DECIDED_AT },
    'nudges.week': { message, round: 1 },
    'nudges.week-next': { message, round: 1 },
    'nudges.post-ready': { message, round: 1, item: '' },
    'nudges.answer': { message, round: 1, idea, text: 'Dès lundi, pour trois mois' },
    'people.direction': { direction: 'lycees' },
    'people.change-direction': {},
    'people.language': { language: 'fr' },
    'people.reach': { from: 0 },
    'people.pilots': {},
    'people.relay': { direction },
    'people.name-deputy': { direction, to: colleague },
    'people.remove-deputy': { direction },
    'people.hand-over': { direction, to: colleague, nonce: randomIds.nonce() },
  }
}

/** What each route is called with. */
export function callsOn(things: Things): Readonly<Record<string, Call>> {
  const {
    workshop,
    ballot,
    option,
    box,
    idea,
    comment,
    commitment,
    direction,
    colleague,
    broadcast,
    started,
  } = things
  const { retained, initiative, trial, measure, question, lookIn, step, sentence, published } = things
  const { other, merge, channel, doomed, series, day, story = 'no-such-story' } = things
  const written = { text: BROADCAST.text, audience: { kind: 'roles', roles: ['organiser'] } }
  return {
    'get /broadcasts': {},
    'get /broadcasts/choices': {},
    'get /broadcasts/:id/preview': { params: { id: broadcast } },
    'get /broadcasts/:id': { params: { id: broadcast } },
    'post /broadcasts': { body: { ...written, nonce: randomIds.nonce() } },
    'put /broadcasts/:id': { params: { id: broadcast }, body: written },
    'post /broadcasts/:id/remove': { params: { id: broadcast } },
    'post /broadcasts/:id/rehearsal': { params: { id: broadcast } },
    'post /broadcasts/:id/start': { params: { id: broadcast }, body: { version: 1 } },
    'post /broadcasts/:id/plan': { params: { id: broadcast }, body: { version: 1, ...PLANNED } },
    'post /broadcasts/:id/unplan': { params: { id: broadcast } },
    'post /broadcasts/:id/pause': { params: { id: started } },
    'post /broadcasts/:id/go-on': { params: { id: started } },
    'post /broadcasts/:id/again': { params: { id: started }, body: { again: 1 } },
    'post /broadcasts/:id/stop': { params: { id: started } },
    'get /me': {},
    'put /me': { body: { direction: 'lycees' } },
    'get /steps': {},
    'get /steps/late': { query: { direction } },
    'get /steps/on': { query: { kind: 'idea', id: retained } },
    'get /steps/:id': { params: { id: step } },
    'get /steps/:id/colleagues': { params: { id: step }, query: { name: 'ni' } },
    'post /steps': { body: { ...STEP, kind: 'idea', id: retained, mine: true, nonce: randomIds.nonce() } },
    'put /steps/:id/state': { params: { id: step }, body: { state: 'kept' } },
    'put /steps/:id/due': { params: { id: step }, body: { due: '2027-06-18' } },
    'post /steps/:id/drop': { params: { id: step }, body: { word: 'Le budget est gelé' } },
    'put /steps/:id/asked': { params: { id: step }, body: { person: colleague } },
    'post /steps/:id/answer': { params: { id: step }, body: { accept: true, named: true } },
    'post /steps/:id/take': { params: { id: step }, body: { named: true } },
    'post /steps/:id/back': { params: { id: step } },
    'put /steps/:id/name': { params: { id: step }, body: { named: true } },
    'get /review': {},
    'get /review/followed': {},
    'get /review/publication': {},
    'put /review/publication/texts': {
      body: { kind: 'opening', axis: '', text: 'Un an ensemble.', turn: 0 },
    },
    'get /review/publication/titles': {},
    'put /review/publication/titles/:id': {
      params: { id: initiative },
      body: { title: SHEET.title, decision: 'left', words: '', turn: 0 },
    },
    'get /review/publication/preview': {},
    'post /review/publication': { body: {} },
    'get /commitments/:id/story': { params: { id: commitment } },
    'put /commitments/:id/story': {
      params: { id: commitment },
      body: { text: 'Un courrier relu', named: false, nonce: randomIds.nonce() },
    },
    'post /commitments/:id/story/withdraw': { params: { id: commitment } },
    'get /directions/:id/stories': { params: { id: direction } },
    'post /stories/:id/publish': { params: { id: story }, body: { turn: 0 } },
    'put /stories/:id/aside': { params: { id: story }, body: { aside: true } },
    'get /audit': {},
    'post /audit/file': { body: {} },
    'get /reach': {},
    'get /pilots': {},
    'get /people/counts': {},
    'get /people/roles': { query: { role: 'organiser' } },
    'get /people/known': { query: { name: 'Nina' } },
    'put /people/:id/direction': { params: { id: colleague }, body: { direction: 'lycees' } },
    'put /people/:id/role': { params: { id: colleague }, body: { role: 'agent' } },
    'post /people/file/check': { body: { file: PEOPLE_FILE } },
    'post /people/file/faults': { body: { file: PEOPLE_FILE } },
    // A file that is refused whole: another one must have been looked at before.
    'post /people/file/import': { body: { file: 'eA==', checked: 'x'.repeat(43) } },
    'get /directions/:id/relay': { params: { id: direction } },
    'put /directions/:id/deputy': { params: { id: direction }, body: { to: colleague } },
    'put /directions/:id/pilot': {
      params: { id: direction },
      body: { to: colleague, nonce: randomIds.nonce() },
    },
    'get /figures': {},
    'get /exports': {},
    'post /open-data': { body: {} },
    'post /programme/lessons': { body: { text: 'Une journée par bassin', axis: 'equipe' } },
    'post /programme/lessons/remove': { body: { text: 'Une journée par bassin', axis: 'equipe' } },
    'get /closing': {},
    'post /closing': { body: { left: 1_000, sure: true } },
    'post /closing/reopen': { body: {} },
    'post /closing/archive': { body: {} },
    'post /exports/:name': { params: { name: 'ideas' }, body: { format: 'csv' } },
    'get /messages/effect': {},
    'get /channels/bindings': {},
    'put /channels/:id/binding': { params: { id: channel }, body: { part: 'channel', direction } },
    'get /announced': {},
    'post /announced/settle': { body: DOUBTFUL },
    'post /announced/repost': { body: LOST },
    'get /me/messages': {},
    'get /me/data': {},
    'get /me/data/parts/:part': { params: { part: 'self' } },
    'post /me/data/file': {},
    'post /me/data/erase': { body: { ideas: 'unname', sure: true } },
    'get /me/messages/past': {},
    'put /me/messages': { body: { perWeek: 1 } },
    'get /programme': {},
    'get /programme/whole': {},
    'get /programme/method': {},
    'post /programme/method/check': { body: { part: 'thresholds', from: 1, value: [THRESHOLD] } },
    'post /programme/method': { body: { part: 'thresholds', from: 1_000, value: [THRESHOLD] } },
    // The version that the call before makes.
    'post /programme/method/undo': { body: { part: 'thresholds', version: 2 } },
    'post /programme/check': { body: { text: 'format: 2' } },
    'post /programme/import': { body: { text: 'format: 2', checked: 'x'.repeat(43) } },
    'post /programme/export': {},
    'get /workshops': {},
    'get /channels': {},
    'get /channels/targets': { query: { directions: direction } },
    'get /planning': {},
    'get /openings/today': {},
    'get /workshops/:id/plan': { params: { id: workshop } },
    'post /workshops/check': { body: { workshop: TYPED, where: PLACE } },
    'post /workshops': { body: { workshop: TYPED, where: PLACE, nonce: randomIds.nonce() } },
    'post /workshops/:id/change/check': { params: { id: workshop }, body: { workshop: TYPED } },
    'put /workshops/:id': { params: { id: workshop }, body: { workshop: TYPED, nonce: randomIds.nonce() } },
    'post /workshops/:id/call-off': {
      params: { id: doomed },
      body: { off: 'cancelled', reason: 'La salle est prise' },
    },
    'put /workshops/:id/rules': { params: { id: workshop }, body: TYPED_RULES },
    'put /workshops/:id/quotas': {
      params: { id: workshop },
      body: { quotas: [{ direction: 'lycees', seats: 6 }] },
    },
    'get /workshops/:id/checklist': { params: { id: workshop } },
    'put /workshops/:id/checklist': { params: { id: workshop }, body: { step: 'vote', outside: true } },
    'get /checklist/week': {},
    'get /workshops/:id/summary': { params: { id: workshop } },
    'get /workshops/:id/published-summary': { params: { id: workshop } },
    'post /workshops/:id/summary/preview': { params: { id: workshop }, body: { sequel: 'Dès lundi' } },
    'post /workshops/:id/summary/file': { params: { id: workshop }, body: { format: 'csv' } },
    'put /workshops/:id/summary': { params: { id: workshop }, body: { sequel: 'Dès lundi', turn: 0 } },
    'post /series': { body: { ...SERIES_TEXT, nonce: randomIds.nonce() } },
    'get /series/:id': { params: { id: series } },
    'put /series/:id': { params: { id: series }, body: SERIES_TEXT },
    'post /series/:id/days': {
      params: { id: series },
      body: { workshop: TYPED, nonce: randomIds.nonce() },
    },
    'put /days/:id': { params: { id: day }, body: { workshop: TYPED } },
    'post /days/:id/remove': { params: { id: day } },
    'put /series/:id/rules': { params: { id: series }, body: TYPED_RULES },
    'put /series/:id/quotas': {
      params: { id: series },
      body: { days: [day], quotas: [{ direction: 'lycees', seats: 6 }] },
    },
    'post /series/:id/check': { params: { id: series }, body: { where: PLACE } },
    'post /series/:id/announce': { params: { id: series }, body: { where: PLACE, nonce: randomIds.nonce() } },
    'post /series/:id/call-off': { params: { id: series }, body: { reason: 'La salle est prise' } },
    'get /series/:id/summary': { params: { id: series } },
    'post /series/:id/summary': { params: { id: series } },
    'post /series/:id/summary/file': { params: { id: series }, body: { format: 'csv' } },
    'post /series/:id/remove': { params: { id: series } },
    'get /me/feedback': {},
    'put /workshops/:id/my-feedback': {
      params: { id: workshop },
      body: { rating: 4, sentence: 'Plus de temps par table' },
    },
    'get /workshops/:id/feedback': { params: { id: workshop } },
    'get /directions/:id/workshops': { params: { id: direction } },
    'put /workshops/:id/opening': { params: { id: workshop }, body: { on: true } },
    'put /workshops/:id/offer': { params: { id: workshop }, body: { take: true } },
    'get /workshops/:id/days': { params: { id: workshop } },
    'put /workshops/:id/day': { params: { id: workshop }, body: { to: workshop } },
    'get /me/calendar': {},
    'put /me/calendar': { body: { turn: 1 } },
    'get /workshops/:id': { params: { id: workshop } },
    'put /workshops/:id/answer': { params: { id: workshop }, body: { answer: 'yes' } },
    'get /workshops/:id/harvest': { params: { id: workshop } },
    'post /workshops/:id/harvest': {
      params: { id: workshop },
      body: { lines: [{ key: randomIds.nonce(), text: IDEA.text, axis: IDEA.axis, table: '4' }] },
    },
    'post /workshops/:id/harvest/file': {
      params: { id: workshop },
      body: { file: Buffer.from('texte\nUn banc').toString('base64'), axis: IDEA.axis },
    },
    'post /workshops/:id/harvest/undo': { params: { id: workshop }, body: { keys: [randomIds.nonce()] } },
    'post /workshops/:id/ideas': {
      params: { id: workshop },
      body: { nonce: randomIds.nonce(), text: IDEA.text, axis: IDEA.axis, table: '4' },
    },
    'get /workshops/:id/wall': { params: { id: workshop } },
    'get /workshops/:id/wall/waiting': { params: { id: workshop } },
    'get /workshops/:id/wall/hidden': { params: { id: workshop } },
    'post /workshops/:id/wall/hide': { params: { id: workshop }, body: { idea, hidden: true } },
    'post /workshops/:id/wall/approve': { params: { id: workshop }, body: { idea } },
    'get /workshops/:id/visit': { params: { id: workshop } },
    'put /workshops/:id/shown': { params: { id: workshop }, body: { shown: true } },
    'get /workshops/:id/my-needs': { params: { id: workshop } },
    'put /workshops/:id/my-needs': { params: { id: workshop }, body: { text: 'Une rampe' } },
    'get /workshops/:id/needs': { params: { id: workshop } },
    'get /attendance/past': {},
    'post /attendance/:id/register': { params: { id: workshop } },
    'get /attendance/workshops': {},
    'get /attendance/:id': { params: { id: workshop } },
    'get /attendance/:id/people': { params: { id: workshop } },
    'put /attendance/:id/people/:person': {
      params: { id: workshop, person: colleague },
      body: { present: false },
    },
    'get /attendance/:id/colleagues': { params: { id: workshop }, query: { name: 'Nad' } },
    'post /attendance/:id/walk-ins': { params: { id: workshop }, body: { person: colleague } },
    'post /attendance/check-in': { body: lettersFor(workshop) },
    'post /attendance/come-in': { body: lettersFor(workshop) },
    'get /workshops/:id/table-votes': { params: { id: workshop } },
    'get /workshops/:id/room-vote': { params: { id: workshop } },
    'post /workshops/:id/room-vote': {
      params: { id: workshop },
      body: { options: 'leading', kind: 'dots', nonce: randomIds.nonce() },
    },
    'get /workshops/:id/table-vote': { params: { id: workshop }, query: { table: '4' } },
    'post /workshops/:id/table-vote': {
      params: { id: workshop },
      body: { table: '4', nonce: randomIds.nonce() },
    },
    'get /workshops/:id/room': { params: { id: workshop } },
    'get /workshops/:id/participant': { params: { id: workshop } },
    'get /workshops/:id/remote': { params: { id: workshop } },
    'post /workshops/:id/remote/show': {
      params: { id: workshop },
      body: { version: 0, scene: { kind: 'question', words: 'Par quoi commencer ?' } },
    },
    'post /workshops/:id/remote/timer': {
      params: { id: workshop },
      body: { version: 0, act: 'start', minutes: 10 },
    },
    'post /workshops/:id/remote/pair': { params: { id: workshop }, body: { code: things.code ?? 'ZZZZZZ' } },
    'post /workshops/:id/remote/screens/:key/revoke': { params: { id: workshop, key: 'none' } },
    'post /workshops/:id/remote/options': { params: { id: workshop }, body: { version: 0, frozen: true } },
    'put /workshops/:id/running-order': {
      params: { id: workshop },
      body: { version: 0, items: [{ id: 'first', scene: 'question', words: 'Par quoi commencer ?' }] },
    },
    'post /workshops/:id/running-order/models': {
      params: { id: workshop },
      body: { name: 'Une matinée' },
    },
    'get /running-order/models': {},
    'del /running-order/models/:id': { params: { id: 'model' } },
    'get /workshops/:id/tables': { params: { id: workshop } },
    'post /workshops/:id/tables': {
      params: { id: workshop },
      body: { wanted: { tables: 1 }, again: true, nonce: randomIds.nonce() },
    },
    'post /workshops/:id/tables/late': { params: { id: workshop } },
    'post /workshops/:id/tables/show': { params: { id: workshop } },
    'get /workshops/:id/facilitators': { params: { id: workshop } },
    'put /workshops/:id/facilitators': { params: { id: workshop }, body: { person: colleague, table: 1 } },
    'put /workshops/:id/facilitators/remove': { params: { id: workshop }, body: { person: colleague } },
    'get /ideas': {},
    'post /ideas': { body: { nonce: randomIds.nonce(), text: IDEA.text, axis: IDEA.axis } },
    'post /ideas/similar': { body: { text: IDEA.text } },
    'put /ideas/:id/support': { params: { id: idea }, body: { support: true } },
    'put /ideas/:id/axis': { params: { id: idea }, body: { axis: 'equipe' } },
    'put /ideas/:id/text': { params: { id: idea }, body: { text: 'Relire nos lettres' } },
    'post /ideas/:id/unname': { params: { id: idea } },
    'post /ideas/:id/undo': { params: { id: idea } },
    'get /ideas/:id': { params: { id: idea } },
    'get /ideas/:id/comments': { params: { id: idea } },
    'post /ideas/:id/comments': { params: { id: idea }, body: { nonce: randomIds.nonce(), text: 'Oui' } },
    'get /ideas/:id/thread': { params: { id: idea } },
    'put /ideas/:id/state': { params: { id: idea }, body: { state: 'studied' } },
    'post /ideas/:id/answer': { params: { id: idea }, body: { text: 'Nous essayons en juin' } },
    'post /ideas/:id/take-back': { params: { id: idea }, body: { at: DECIDED_AT } },
    'post /ideas/:id/report': { params: { id: idea }, body: { reason: '' } },
    'post /comments/:id/report': { params: { id: comment }, body: { reason: '' } },
    'post /comments/:id/withdraw': { params: { id: comment } },
    'post /comments/:id/withdraw/undo': { params: { id: comment } },
    'post /comments/:id/hide': { params: { id: comment }, body: { reason: 'Des noms y sont cités' } },
    'post /comments/:id/restore': { params: { id: comment } },
    'post /comments/:id/keep': { params: { id: comment } },
    'post /comments/:id/reopen': { params: { id: comment } },
    'get /comments/reported': {},
    'get /comments/hidden': {},
    'get /ideas/reported': {},
    'get /ideas/hidden': {},
    'get /idea-boxes/choices': {},
    'post /idea-boxes/preview': { body: { question: BOX.question } },
    'post /idea-boxes': { body: { ...BOX, nonce: randomIds.nonce() } },
    'get /idea-boxes': {},
    'put /idea-boxes/:id/closed': { params: { id: box }, body: { closed: true } },
    'post /drafts/check': { body: { kind: 'idea', text: IDEA.text } },
    'post /drafts/rewording': { body: { kind: 'idea', text: IDEA.text } },
    'get /themes': { query: { axis: 'equipe' } },
    'get /themes/ideas': { query: { axis: 'equipe', part: 'aside' } },
    'get /themes/close': { query: { axis: 'equipe', ids: idea } },
    'post /themes': {
      body: { nonce: randomIds.nonce(), axis: 'equipe', title: 'Jardins', words: ['potager'] },
    },
    'post /themes/proposals': { body: { axis: 'equipe' } },
    'put /themes/proposals/:id/discarded': {
      params: { id: PROPOSED.id },
      body: { axis: PROPOSED.axis, discarded: true },
    },
    'post /themes/run': { body: { axis: 'equipe' } },
    'post /themes/stop': { body: { axis: 'equipe' } },
    'put /themes/:id/words': {
      params: { id: 'reunions' },
      body: { axis: 'equipe', title: 'Nos réunions', words: ['réunion'] },
    },
    'put /themes/:id/removed': { params: { id: 'rencontres' }, body: { axis: 'equipe', removed: true } },
    'post /themes/:id/join': { params: { id: 'entraide' }, body: { axis: 'equipe', into: 'outils' } },
    'put /ideas/:id/theme': {
      params: { id: idea },
      body: { axis: IDEA.axis, to: 'theme', theme: 'avis', stance: 'for' },
    },
    'get /syntheses': { query: { axis: IDEA.axis } },
    'get /syntheses/published': {},
    'get /syntheses/published/:axis': { params: { axis: IDEA.axis } },
    'post /syntheses/sentences': {
      body: {
        nonce: randomIds.nonce(),
        axis: IDEA.axis,
        text: 'Des notes de service seraient relues.',
        ideas: [retained],
      },
    },
    'put /syntheses/sentences/:id': {
      params: { id: sentence },
      body: { text: 'On relirait les notes de service.', ideas: [retained] },
    },
    'put /syntheses/sentences/:id/decision': { params: { id: sentence }, body: { decision: 'kept' } },
    'put /syntheses/sentences/:id/place': { params: { id: sentence }, body: { before: null } },
    'post /syntheses/proposals': { body: { nonce: randomIds.nonce(), axis: IDEA.axis } },
    'post /syntheses/sample': { body: { axis: IDEA.axis } },
    'get /syntheses/sample': { query: { axis: IDEA.axis } },
    'put /syntheses/sample/:id': { params: { id: retained }, body: { axis: IDEA.axis, right: true } },
    'put /syntheses/published/sentences/:id/objection': {
      params: { id: published },
      body: { objects: true },
    },
    'post /syntheses/publish': { body: { axis: IDEA.axis } },
    'post /syntheses/withdraw': { body: { axis: IDEA.axis } },
    'get /ideas/register': {},
    'get /ideas/register/count': {},
    'get /ideas/:id/entry': { params: { id: idea } },
    'get /ideas/:id/close': { params: { id: idea } },
    'post /ideas/:id/hide': { params: { id: idea }, body: { reason: 'Des noms y sont cités' } },
    'post /ideas/:id/restore': { params: { id: idea } },
    'post /ideas/:id/dismiss': { params: { id: idea } },
    'post /ideas/:id/merge': { params: { id: idea }, body: { into: other } },
    'post /ideas/:id/merge/undo': { params: { id: idea } },
    'get /merges': {},
    'post /merges/:id/answer': { params: { id: merge }, body: { accept: false } },
    'get /ideas/:id/joined': { params: { id: idea } },
    'get /directions/:id/waiting': { params: { id: direction } },
    'get /ballots': {},
    'get /ballots/:id': { params: { id: ballot } },
    'get /ballots/waiting': {},
    'get /ballots/all': {},
    'get /ballots/awaited': {},
    'put /ballots/:id/sequel': { params: { id: ballot }, body: { none: true, word: 'Trop peu de voix' } },
    'get /ballots/choices': {},
    'post /ballots/preview': { body: { ...WHEN, ...BALLOT } },
    'post /ballots': { body: { ...WHEN, ...BALLOT, nonce: randomIds.nonce() } },
    'get /ballots/:id/sheet': { params: { id: ballot } },
    'post /ballots/:id/start': { params: { id: ballot } },
    'post /ballots/:id/close': { params: { id: ballot } },
    'get /ballots/:id/directions': { params: { id: ballot } },
    'put /ballots/:id/vote': { params: { id: ballot }, body: { option } },
    'get /initiatives': {},
    'post /initiatives': { body: { nonce: randomIds.nonce(), idea: retained } },
    'get /initiatives/:id': { params: { id: initiative } },
    'get /initiatives/:id/descent': { params: { id: initiative } },
    'get /initiatives/:id/directions': { params: { id: initiative } },
    'put /initiatives/:id': { params: { id: initiative }, body: SHEET },
    'put /initiatives/:id/membership': { params: { id: initiative }, body: { joined: true } },
    'put /initiatives/:id/owner': { params: { id: initiative }, body: { to: colleague } },
    'post /initiatives/:id/inspire': {
      params: { id: initiative },
      body: { nonce: randomIds.nonce(), text: 'Relire nos lettres, ici aussi' },
    },
    'get /me/trials': {},
    'get /trial-records': {},
    'get /trial-records/lessons': {},
    'put /trial-records/:id/lesson': { params: { id: trial }, body: { text: 'Relu à deux', turn: 0 } },
    'get /initiatives/:id/trials': { params: { id: initiative } },
    'post /initiatives/:id/trials': {
      params: { id: initiative },
      body: { nonce: randomIds.nonce(), ...PLAN },
    },
    'put /trials/:id': { params: { id: trial }, body: { ...PLAN, site: 'Au lycée de Mende' } },
    'del /trials/:id': { params: { id: trial } },
    'put /trials/:id/tester': { params: { id: trial }, body: { trying: true } },
    'post /trials/:id/notes': {
      params: { id: trial },
      body: { nonce: randomIds.nonce(), text: 'Deux relectures, un appel de moins' },
    },
    'put /trials/:id/readings': { params: { id: trial }, body: { measure, typed: '12' } },
    'put /trials/:id/decision': { params: { id: trial }, body: DECISION },
    'put /trials/:id/answers': {
      params: { id: trial },
      body: { round: lookIn, answers: [{ measure: question, step: 4 }] },
    },
    'get /commitments': {},
    'get /commitments/shared': {},
    'get /commitments/near': {},
    'get /directions/:id/commitments': { params: { id: direction } },
    'get /commitments/:id': { params: { id: commitment } },
    'put /commitments/:id': {
      params: { id: commitment },
      body: { nonce: randomIds.nonce(), text: 'Relire deux courriers' },
    },
    'post /commitments/:id/undo': { params: { id: commitment }, body: { until: things.until ?? 1 } },
    'put /commitments/:id/horizon': { params: { id: commitment }, body: { horizon: '2027-08-31' } },
    'get /directions/:id/commitments/stages': { params: { id: direction } },
    'get /commitments/:id/notes': { params: { id: commitment } },
    'post /commitments/:id/notes': {
      params: { id: commitment },
      body: { nonce: randomIds.nonce(), text: 'Un premier courrier relu' },
    },
    'post /commitments/:id/me-too': {
      params: { id: commitment },
      body: { nonce: randomIds.nonce(), horizon: COMMITMENT.horizon, visibility: 'me' },
    },
    'post /commitments': { body: { ...COMMITMENT, nonce: randomIds.nonce() } },
    'post /commitments/:id/end': { params: { id: commitment }, body: { state: 'kept' } },
    'get /directions/:id/week': { params: { id: direction } },
    'get /directions/:id/post-places': { params: { id: direction }, query: { thing: 'axis', of: 'usager' } },
    'get /directions/:id/posts': { params: { id: direction } },
    'post /directions/:id/posts': {
      params: { id: direction },
      body: { nonce: randomIds.nonce(), thing: 'axis', of: 'usager', text: 'Qui commence ?' },
    },
    'get /directions/:id/figures': { params: { id: direction } },
    'post /directions/:id/figures/file': { params: { id: direction }, body: { format: 'csv' } },
  }
}
