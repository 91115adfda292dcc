import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { CompiledQuery, type KyselyPlugin, type RootOperationNode } from 'kysely'
import { assistantStore } from '../../src/assistant/store.ts'
import { OPEN_COUNTS } from '../../src/composition/open-counts.ts'
import { open } from '../../src/db/index.ts'
import { presentStore } from '../../src/features/attendance/history-store.ts'
import { rollStore } from '../../src/features/attendance/roll-store.ts'
import { attendanceStore } from '../../src/features/attendance/store.ts'
import { thingStore } from '../../src/features/audit/resource-store.ts'
import { auditStore } from '../../src/features/audit/store.ts'
import { only } from '../../src/features/ballots/ballot/choice.ts'
import { tableVotesIn } from '../../src/features/ballots/ballot/room-store.ts'
import { ballotStore } from '../../src/features/ballots/ballot/store.ts'
import { ballotsClosing } from '../../src/features/ballots/lifecycle/closing-count-store.ts'
import { endingBallots } from '../../src/features/ballots/lifecycle/open-count-store.ts'
import { countedFrom } from '../../src/features/ballots/results/recount-store.ts'
import { turnoutStore } from '../../src/features/ballots/results/turnout-store.ts'
import { voterErasureStore } from '../../src/features/ballots/secrecy/erasure-store.ts'
import { secretStore } from '../../src/features/ballots/secrecy/store.ts'
import { sequelStore } from '../../src/features/ballots/sequel/store.ts'
import { voteStore } from '../../src/features/ballots/voting/store.ts'
import { tallyVote } from '../../src/features/ballots/voting/tally.ts'
import { audienceStore } from '../../src/features/broadcasts/audience/store.ts'
import { broadcastStore } from '../../src/features/broadcasts/broadcast/store.ts'
import { channelPostStore } from '../../src/features/broadcasts/sending/channels-store.ts'
import { sendingBroadcasts } from '../../src/features/broadcasts/sending/open-count-store.ts'
import { announcedStore } from '../../src/features/channels/announcements/outcome-store.ts'
import { announcingStore } from '../../src/features/channels/announcements/store.ts'
import { bindingStore } from '../../src/features/channels/binding/store.ts'
import { channelStore } from '../../src/features/channels/channel/store.ts'
import { installationStore } from '../../src/features/channels/installation/store.ts'
import { checklistStore } from '../../src/features/checklist/store.ts'
import { closeoutStore } from '../../src/features/closeout/store.ts'
import { dueStore } from '../../src/features/commitments/commitment/due-store.ts'
import { commitmentStore } from '../../src/features/commitments/commitment/store.ts'
import { noteStore } from '../../src/features/commitments/notes/store.ts'
import { publicationStore } from '../../src/features/commitments/publication/store.ts'
import { sharedStore, unsharedCells } from '../../src/features/commitments/sharing/store.ts'
import { storyStore } from '../../src/features/commitments/stories/store.ts'
import { feedbackStore } from '../../src/features/feedback/store.ts'
import { figureStore } from '../../src/features/figures/store.ts'
import { boxStore } from '../../src/features/ideas/boxes/store.ts'
import { commentStore } from '../../src/features/ideas/comments/store.ts'
import { submittable } from '../../src/features/ideas/idea/submittable-store.ts'
import { rankingStore } from '../../src/features/ideas/ranking/store.ts'
import { searchStore } from '../../src/features/ideas/register/search-store.ts'
import { retrievalStore } from '../../src/features/ideas/retrieval/store.ts'
import { seriesSummaryStore } from '../../src/features/ideas/series-summary/store.ts'
import { presenceStore } from '../../src/features/ideas/summary/presence-store.ts'
import { ideasWith } from '../../src/features/ideas/support/threshold-count-store.ts'
import { likenessStore } from '../../src/features/ideas/wall/likeness-store.ts'
import { wallStore } from '../../src/features/ideas/wall/store.ts'
import { descentStore } from '../../src/features/initiatives/descent/store.ts'
import { galleryStore } from '../../src/features/initiatives/gallery/store.ts'
import { membershipStore } from '../../src/features/initiatives/initiative/membership-store.ts'
import { initiativeStore } from '../../src/features/initiatives/initiative/store.ts'
import { memberStore as initiativeMemberStore } from '../../src/features/initiatives/members/store.ts'
import { pastStore } from '../../src/features/messages/message/history-store.ts'
import { preferenceStore } from '../../src/features/messages/preferences/store.ts'
import { effectStore } from '../../src/features/messages/response/effect-store.ts'
import { silenceStore } from '../../src/features/messages/response/silence-store.ts'
import { batchStore } from '../../src/features/messages/sending/batch-store.ts'
import { returnStore } from '../../src/features/messages/sending/return-store.ts'
import { messageStore } from '../../src/features/messages/sending/store.ts'
import { nextStepStore } from '../../src/features/next-steps/step/store.ts'
import { actedStore } from '../../src/features/nudges/effect/store.ts'
import { postStore } from '../../src/features/nudges/posts/store.ts'
import { teamMemberStore } from '../../src/features/people/identification/team-members-store.ts'
import { peopleFileStore } from '../../src/features/people/people-file/store.ts'
import { peopleStore } from '../../src/features/people/person/store.ts'
import { handoverStore } from '../../src/features/people/pilots/handover-store.ts'
import { pilotCount, reachableCount } from '../../src/features/people/reach/count-store.ts'
import { reachStore } from '../../src/features/people/reach/store.ts'
import { roleStore } from '../../src/features/people/roles/store.ts'
import { programmeStore } from '../../src/features/programme/method/store.ts'
import { versionStore } from '../../src/features/programme/method/version-store.ts'
import { retentionStore } from '../../src/features/programme/retention/store.ts'
import { wordingStore } from '../../src/features/review/wording-store.ts'
import { accessStore } from '../../src/features/rights/access-store.ts'
import { dataSubjectStore } from '../../src/features/rights/data-subject-store.ts'
import { erasureStore } from '../../src/features/rights/erasure-store.ts'
import { pairingStore } from '../../src/features/room/pairing/store.ts'
import { orderStore } from '../../src/features/room/running-order/store.ts'
import { freshRoom } from '../../src/features/room/scene/domain.ts'
import { roomStore } from '../../src/features/room/scene/store.ts'
import { citedIdeaStore } from '../../src/features/synthesis/sentence/cited-store.ts'
import { objectionStore } from '../../src/features/synthesis/sentence/objection-store.ts'
import { sampleStore } from '../../src/features/synthesis/sentence/sample-store.ts'
import { sentenceStore } from '../../src/features/synthesis/sentence/sentence-store.ts'
import { synthesisStore } from '../../src/features/synthesis/sentence/store.ts'
import { placementStore } from '../../src/features/themes/placement-store.ts'
import { proposalStore } from '../../src/features/themes/proposal-store.ts'
import { runStore } from '../../src/features/themes/run-store.ts'
import { themeStore } from '../../src/features/themes/theme-store.ts'
import { threadStore } from '../../src/features/thread/store.ts'
import { decisionStore } from '../../src/features/trials/decision/store.ts'
import { answerStore } from '../../src/features/trials/look-ins/answer-store.ts'
import { numberStore, roundStore } from '../../src/features/trials/look-ins/store.ts'
import { measureStore } from '../../src/features/trials/measures/store.ts'
import { lessonStore } from '../../src/features/trials/records/lesson-store.ts'
import { recordStore } from '../../src/features/trials/records/store.ts'
import { testerStore } from '../../src/features/trials/testers/store.ts'
import { trialDescentStore } from '../../src/features/trials/trial/descent-store.ts'
import { trialStore } from '../../src/features/trials/trial/store.ts'
import { waitingStore } from '../../src/features/trials/waiting/store.ts'
import { axisStemStore } from '../../src/features/utterances/axis/store.ts'
import { utteranceStore } from '../../src/features/utterances/utterance/store.ts'
import { postedCardStore } from '../../src/features/workshops/announcements/store.ts'
import { checkInStore } from '../../src/features/workshops/attendees/check-in-store.ts'
import { needStore } from '../../src/features/workshops/attendees/needs-store.ts'
import { reminderStore } from '../../src/features/workshops/attendees/reminder-store.ts'
import { visitStore } from '../../src/features/workshops/attendees/store.ts'
import { calendarStore } from '../../src/features/workshops/calendar/store.ts'
import { cancellationStore } from '../../src/features/workshops/cancellation/store.ts'
import { changeStore } from '../../src/features/workshops/changes/store.ts'
import { openingStore } from '../../src/features/workshops/openings/store.ts'
import { workshopsWithin } from '../../src/features/workshops/oversight/date-count-store.ts'
import { directionSeatStore } from '../../src/features/workshops/oversight/direction-store.ts'
import { oversightStore } from '../../src/features/workshops/oversight/store.ts'
import { registrationStore } from '../../src/features/workshops/registration/store.ts'
import { swapStore } from '../../src/features/workshops/registration/swap-store.ts'
import { seatBatchStore } from '../../src/features/workshops/seats/batch-store.ts'
import { seatStore } from '../../src/features/workshops/seats/store.ts'
import { seriesStore } from '../../src/features/workshops/series/store.ts'
import { facilitatorStore } from '../../src/features/workshops/tables/facilitator-store.ts'
import { tableStore } from '../../src/features/workshops/tables/store.ts'
import { workshopStore } from '../../src/features/workshops/workshop/store.ts'
import { countUntold } from '../../src/features/workshops/workshop/unreachable-store.ts'
import { randomIds } from '../../src/kernel/crypto/ids.ts'
import type { Tx } from '../../src/kernel/storage/tx.ts'
import { filesIn } from '../architecture/source.ts'
import { fixedClock, freshDatabase, sqlite } from '../support/database/engines.ts'
import { plainRules } from '../support/features/ballot-rules.ts'
import { ideaRows } from '../support/features/idea-stores.ts'
import { programme } from '../support/programme/programme.ts'
import { idleExceptions, unasked } from './unasked.ts'

const after = { at: 5, id: 'i' }
const page = { now: 10, limit: 20 }
const returns = (tx: Tx) => returnStore(tx, () => assert.fail())
const LINE = { person: 'p', topic: 'workshop-soon' } as const
const WEEK = { week: '2027-W16', today: '2027-04-22', weekday: 'thursday', perWeek: 3 } as const
const FROM = { after: 'p', before: 10 }
const PLACE = { thing: 'workshop', id: 'w', channel: 'c' } as const
const OPENING = { thing: 'workshop', id: 'w' } as const
const IDEA = {
  author: 'p',
  text: 'Des vélos',
  state: 'received',
  supports: 0,
  directions: 0,
  comments: 0,
} as const
const WEIGHED = { stem: 'velo', weight: 2 }
const option = { id: 'o', title: 'Une', votes: 0, voters: 0 }
const ballot = {
  id: 'b',
  question: 'Laquelle ?',
  organiser: 'p',
  votes: 0,
  createdAt: 1,
  options: [option],
  ...plainRules(1),
}

/** What each store is asked, once for each shape its queries take. */
const REACHED = { state: 'installed', since: 1, how: 'install', last: { install: 1 } } as const
const REACH_BEFORE = new Map(['p', 'q'].map(id => [id, REACHED]))
const REACH_NOW = new Map(['p', 'q'].map(id => [id, { ...REACHED, last: { install: 1, message: 2 } }]))

const READS: Readonly<Record<string, (tx: Tx) => Promise<unknown>>> = {
  'a person': tx => peopleStore(tx).find('tenant', 'object'),
  'a person whom nobody else changes': tx => peopleStore(tx).lock('p'),
  'accounts of people known': tx => teamMemberStore(tx).keepAccounts('tenant', ['object'], 'guest'),
  'a person by id': tx => peopleStore(tx).byId('p'),
  'people who took part': tx => peopleStore(tx).participants(),
  'people of a role': tx => peopleStore(tx).withRole('pilot', 500),
  'whom the bot can reach': tx => reachStore(tx).tallies(),
  'how some can be reached': tx => reachStore(tx).lock(['p', 'q']),
  'what came newly of some': tx => reachStore(tx).keep(REACH_BEFORE, REACH_NOW),
  'people of accounts': tx =>
    peopleStore(tx).findAll([
      { tenant: 't', objectId: 'a' },
      { tenant: 't', objectId: 'b' },
    ]),
  'that several took part': tx => peopleStore(tx).tookPart(['p', 'q'], 1),
  'whose chat it is': tx => reachStore(tx).inChat('chat'),
  'how far a team is read': tx => teamMemberStore(tx).reading('t'),
  'the next page of a team': tx =>
    teamMemberStore(tx).turn({ team: 't', address: 'a', begunAt: 1, page: 0 }, { token: 'b' }),
  'teams that were read': tx => teamMemberStore(tx).teams(100, 't'),
  'who is expected among members': tx => peopleFileStore(tx).expectedAmong(['a@x.fr', 'b@x.fr']),
  'the pilot of a Direction': tx => peopleStore(tx).pilotOf('d'),
  'who stands in for a pilot': tx => peopleStore(tx).deputiesOf('d'),
  'who holds a role': tx => roleStore(tx).holders('pilot', true, 51),
  'who holds a role, the next page': tx => roleStore(tx).holders('pilot', true, 51, { id: 'p', name: 'A' }),
  'how many hold each role': tx => roleStore(tx).counts(),
  'who organises': tx => roleStore(tx).lockOrganisers(),
  'people by name': tx => roleStore(tx).known(500),
  'people by name, the next page': tx => roleStore(tx).known(500, { id: 'p', name: 'A' }),
  'colleagues by name': tx => handoverStore(tx).colleagues('d', 500),
  'colleagues by name, the next page': tx => handoverStore(tx).colleagues('d', 500, { id: 'p', name: 'A' }),
  'people’s names': tx => peopleStore(tx).names(['p', 'q']),
  channels: tx => channelStore(tx).list(200),
  'a channel': tx => channelStore(tx).find('c'),
  'whether a channel is shut': tx => channelStore(tx).isShut('c'),
  'a page of channels': tx => bindingStore(tx).page(20),
  'a page of channels, the next one': tx => bindingStore(tx).page(20, 'c'),
  'channels where something is announced': tx =>
    announcingStore(tx).announced({ thing: 'workshop', id: 'w' }, 40),
  'announcements to look at': tx => announcedStore(tx).unsettled(20),
  'announcements to look at, the next page': tx => announcedStore(tx).unsettled(20, PLACE),
  'how many there are to look at': tx => announcedStore(tx).countUnsettled(),
  'one announcement': tx => announcedStore(tx).place(PLACE),
  'what became of an announcement': tx => announcedStore(tx).lockOutcome(PLACE),
  'what waits for a channel': tx => announcedStore(tx).refuseWaiting('c', 'blocked'),
  'whether a channel takes posts': tx => announcedStore(tx).access('c'),
  'a channel that is heard of': tx => announcedStore(tx).hear({ team: 't', channel: 'c' }, 5),
  'a team that is heard of': tx => announcedStore(tx).hear({ team: 't' }, 5),
  'where something is to be announced': tx =>
    announcingStore(tx).addAnnounced({ thing: 'workshop', id: 'w' }, ['c', 'd'], 5),
  'channels of Directions': tx => announcingStore(tx).boundThemselves(['d', 'e'], 40),
  'channels of teams of Directions': tx => announcingStore(tx).ofBoundTeams(['d', 'e'], 40),
  'a message': tx => messageStore(tx).find('m'),
  'what somebody was told': tx => messageStore(tx).byReason('p', 'r'),
  'messages of one person': tx => messageStore(tx).inState('p', 'waiting'),
  'cards of moves to come': tx => returns(tx).returnsOf('p'),
  'when something that moved was last told': tx => returns(tx).lastReturn('p', { except: 'm', since: 1 }),
  'what a card of moves tells': tx => returns(tx).toldIn('m'),
  'moves told in another card': tx => returns(tx).reattach('m', 'n'),
  'the numbers of a week': tx => messageStore(tx).taken('p', '2027-W16'),
  'the number of a message': tx => messageStore(tx).slot({ id: 'm', round: 1 }),
  'whether a message stands': tx => messageStore(tx).stands('message:m:1'),
  'messages that went out': tx => pastStore(tx).past('p', 20, after),
  'what somebody chose': tx => preferenceStore(tx).choices('p'),
  'topics that are stopped': tx => preferenceStore(tx).stops('p'),
  'what somebody was sent of a topic': tx => silenceStore(tx).sentLately(LINE),
  'what messages led to': tx => effectStore(tx).count('workshop-soon', { from: 1, before: 9, within: 3 }),
  'what is kept of it': tx => effectStore(tx).kept('2027-04-22'),
  'what is kept of it, to replace': tx => effectStore(tx).keep('2027-04-22', []),
  'messages that came too late': tx => messageStore(tx).missed('p', 5),
  'when somebody last answered': tx => silenceStore(tx).answeredLast(LINE),
  'whether a topic waits': tx => silenceStore(tx).awaits(LINE, 5),
  'whether a topic is silent': tx => silenceStore(tx).silence(LINE),
  'topics that are silent': tx => silenceStore(tx).silences('p'),
  'a topic taken up again': tx => silenceStore(tx).takeUp(LINE, 5),
  'what a message led to': tx => silenceStore(tx).act('p', 'r', 5),
  'messages of a batch, counted': tx => batchStore(tx).counts('b'),
  'messages of a batch': tx => batchStore(tx).page('b', 'waiting', 100, 'm'),
  'the batch of a message': tx => batchStore(tx).of('m'),
  'a broadcast': tx => broadcastStore(tx).find('b'),
  broadcasts: tx => broadcastStore(tx).newest(20),
  'broadcasts, the next page': tx => broadcastStore(tx).newest(20, after),
  'channels of a broadcast': tx => channelPostStore(tx).all('b'),
  'a channel of a broadcast': tx => channelPostStore(tx).lock('b', 'c'),
  'people to be told': tx => audienceStore(tx).page({ kind: 'everybody' }, FROM, 200),
  'people of a workshop to be told': tx =>
    audienceStore(tx).page({ kind: 'workshop', workshop: 'w' }, FROM, 200),
  'how ready everybody is': tx => audienceStore(tx).readiness({ kind: 'everybody' }, WEEK),
  'how ready some Directions are': tx =>
    audienceStore(tx).readiness({ kind: 'directions', directions: ['d', 'e'] }, WEEK),
  'how ready pilots are': tx => audienceStore(tx).readiness({ kind: 'roles', roles: ['pilot'] }, WEEK),
  'how ready people of a workshop are': tx =>
    audienceStore(tx).readiness({ kind: 'workshop', workshop: 'w' }, WEEK),
  'how ready those are who wait': tx => audienceStore(tx).waiting('b', WEEK),
  'who only observes': tx => audienceStore(tx).observers({ kind: 'everybody' }),
  'who has not come yet': tx => audienceStore(tx).noAccount({ kind: 'everybody' }),
  'who of a Direction has not come yet': tx =>
    audienceStore(tx).noAccount({ kind: 'directions', directions: ['d', 'e'] }),
  'a workshop': tx => workshopStore(tx).find('w'),
  'answers to workshops': tx => registrationStore(tx).answers('p', ['w', 'v']),
  'what somebody facilitates of some workshops': tx => facilitatorStore(tx).led('p', ['w', 'v']),
  'where some things are announced': tx => announcingStore(tx).announcedOf('workshop', ['w', 'v']),
  'the count of seats': tx => seatStore(tx).recount('w'),
  'one answer': tx => seatStore(tx).find('w', 'p'),
  'answers of several': tx => seatBatchStore(tx).findAll('w', ['p', 'q']),
  'who of several facilitates': tx => seatBatchStore(tx).facilitatorsAmong('w', ['p', 'q']),
  'who of several has a seat on a day': tx => seatBatchStore(tx).seatedAmong(['p', 'q'], 's:day', 'w'),
  'the last number of a waiting list': tx => seatBatchStore(tx).numbered('w', 5),
  quotas: tx => seatStore(tx).quotas('w'),
  'quotas, to replace': tx => seatStore(tx).putQuotas('w', new Map()),
  'whether somebody facilitates': tx => seatStore(tx).isFacilitator('w', 'p'),
  'who waits for a kept seat': tx => seatStore(tx).waiting('w', { pool: 'reserved' }, null, 3),
  'who waits, of some Directions': tx => seatStore(tx).waiting('w', { directions: ['d', 'e'] }, 's:day', 3),
  'offers that nobody confirmed': tx => seatStore(tx).lapsed('w', 5),
  'who waits before': tx => seatStore(tx).before('w', 5),
  'a seat on a day': tx => seatStore(tx).hasSeatAt('p', 's:day', 'w'),
  'where somebody waits': tx => seatStore(tx).waitsIn('p', 's'),
  'where somebody waits in a series': tx => seatStore(tx).crowded('s'),
  'seats of another day': tx => seatStore(tx).moveSeats('w', 's:day', 5),
  'a series': tx => seriesStore(tx).find('s'),
  'series, the newest first': tx => seriesStore(tx).list(20),
  'series, the next page': tx => seriesStore(tx).list(20, after),
  'all days of a series': tx => seriesStore(tx).days('s'),
  'quotas of days': tx => seriesStore(tx).quotas(['w', 'v']),
  'whom a workshop that is called off concerns': tx => cancellationStore(tx).concerned('w', 50, 'p'),
  'how many of them no message reaches': tx => cancellationStore(tx).countConcerned(['w', 'v'], 'p'),
  'how many a move concerns': tx => changeStore(tx).countSeated('w', 'p'),
  'when the first day of each begins': tx => cancellationStore(tx).firstStarts(['w', 'v'], ['p', 'q'], 5),
  'days of a series': tx => swapStore(tx).daysAhead('s', 5, 50),
  'who asked to be told that something opens': tx => openingStore(tx).first(OPENING, 50),
  'what somebody asked to be told of': tx => openingStore(tx).asked('p', ['w', 's']),
  'how many asked': tx => openingStore(tx).counts(['w', 's']),
  'answers of who asked': tx => openingStore(tx).answers(['w'], ['p', 'q']),
  'what opens on a day': tx => openingStore(tx).opening({ from: 5, until: 10 }),
  'requests, once told': tx => openingStore(tx).take(OPENING, ['p', 'q']),
  'requests about what is called off': tx => openingStore(tx).clear(OPENING),
  'the address of somebody’s calendar': tx => calendarStore(tx).turn('p'),
  'what somebody has seats in': tx => calendarStore(tx).held('p', 5, 200),
  'what series are called': tx => registrationStore(tx).seriesTitles(['s']),
  'an answer': tx => registrationStore(tx).place('w', 'p', 'd'),
  'answers without a Direction': tx => registrationStore(tx).unplaced('p', 10),
  'who has a seat': tx => reminderStore(tx).seated('w', 10, 50, 'p'),
  'seats kept for a Direction': tx => directionSeatStore(tx).quotasOf('d', ['w', 'v']),
  'seats of a Direction': tx => directionSeatStore(tx).seatsOf('d', ['w', 'v']),
  'ids of who came': tx => presentStore(tx).present('w', 50, 'p'),
  'messages on a topic': tx => messageStore(tx).relevant('p', 'workshop-feedback', 9),
  'a round of feedback': tx => feedbackStore(tx).lock('w'),
  'who gave feedback': tx => feedbackStore(tx).onRoll('w', 'p'),
  'feedback on a workshop': tx => feedbackStore(tx).answers('w'),
  'feedback written anew': tx => feedbackStore(tx).rewrite('w', []),
  'a round of feedback that closes': tx => feedbackStore(tx).close('w'),
  'workshops that start soon': tx => workshopStore(tx).starting({ from: 1, until: 9, limit: 20 }),
  'workshops to come': tx => workshopStore(tx).coming(page),
  'workshops that take place': tx => workshopStore(tx).coming({ ...page, on: true }),
  'workshops to come, the next page': tx => workshopStore(tx).coming({ ...page, after }),
  'past workshops': tx => registrationStore(tx).past({ ...page, person: 'p', visited: [] }),
  'past workshops, of somebody who came': tx =>
    registrationStore(tx).past({ ...page, person: 'p', visited: ['w'] }),
  'past workshops, the next page': tx =>
    registrationStore(tx).past({ ...page, person: 'p', visited: ['w'], after }),
  'whether somebody is there': tx => presentStore(tx).isPresent('w', 'p'),
  'the room of a workshop': tx => roomStore(tx).find('w'),
  'the same, to change it': tx => roomStore(tx).lock('w'),
  'what is shown in its room': tx => roomStore(tx).put(freshRoom('w')),
  'its running order': tx => orderStore(tx).find('w'),
  'the same, to write it': tx => orderStore(tx).lock('w'),
  'what is written in it': tx => orderStore(tx).put('w', { version: 1, items: [] }),
  'running orders that are kept': tx => orderStore(tx).models(20),
  'the next of them': tx => orderStore(tx).models(20, after),
  'one of them by its name': tx => orderStore(tx).modelNamed('name'),
  'one that goes': tx => orderStore(tx).removeModel('m'),
  'workshops that somebody came to': tx => presentStore(tx).visited('p', 200),
  'seats on offer': tx => rollStore(tx).offers(['w', 'x']),
  'what somebody needs to come': tx => needStore(tx).find('w', 'p'),
  'what somebody needs, for another day': tx => needStore(tx).move('w', 'v', 'p'),
  'what people need to come': tx => needStore(tx).page('w', 20, 'p'),
  'whether a name is shown': tx => visitStore(tx).isShown('w', 'p'),
  'names that are shown': tx => visitStore(tx).shown('w', 'p', 20, 'q'),
  'workshops around a moment': tx => checkInStore(tx).around({ from: 5, until: 9, limit: 20 }),
  'workshops around a moment, the next page': tx =>
    checkInStore(tx).around({ from: 5, until: 9, limit: 20, after }),
  'workshops over': tx => checkInStore(tx).ended({ before: 9, limit: 20 }),
  'workshops over, the next page': tx => checkInStore(tx).ended({ before: 9, limit: 20, after }),
  'workshops to plan': tx => oversightStore(tx).coming(page),
  'workshops to plan, the next page': tx => oversightStore(tx).coming({ ...page, after }),
  'workshops that were planned': tx => oversightStore(tx).past(page),
  'workshops that were planned, the next page': tx => oversightStore(tx).past({ ...page, after }),
  'series by id': tx => oversightStore(tx).series(['s', 't']),
  'days of several series': tx => oversightStore(tx).daysOf(['s', 't']),
  'seats of several days': tx => oversightStore(tx).held(['w', 'v']),
  'workshops that somebody facilitates': tx => checkInStore(tx).facilitated('p'),
  'whether somebody came': tx => attendanceStore(tx).find('w', 'p'),
  'a tick that is undone': tx => attendanceStore(tx).remove('w', 'p'),
  'who has a seat or came': tx => rollStore(tx).listed('w'),
  'whether somebody has a seat or came': tx => rollStore(tx).listed('w', 'p'),
  'how many came': tx => rollStore(tx).counts('w'),
  'everybody by name': tx => rollStore(tx).colleagues(),
  'who came among some': tx => rollStore(tx).here('w', ['p', 'q']),
  'who came': tx => rollStore(tx).came('w', 20),
  'who came, the next page': tx => rollStore(tx).came('w', 20, after),
  'the tables of a workshop': tx => tableStore(tx).places('w'),
  'the draw of its tables': tx => tableStore(tx).lock('w'),
  'somebody’s table': tx => tableStore(tx).placeOf('w', 'p'),
  'tables of one person': tx => tableStore(tx).tablesOf('p', 5),
  'who sits at a table': tx => tableStore(tx).seatedAt('w', 4),
  'how many sit at a table': tx => tableStore(tx).sizeOf('w', 4),
  'tables that are shown': tx => tableStore(tx).show('w', 5),
  'a screen by its code': tx => pairingStore(tx).byCode('hash'),
  'a screen by its code, held': tx => pairingStore(tx).lockByCode('hash'),
  'how many codes stand open': tx => pairingStore(tx).countOpen(0),
  'a screen by its key': tx => pairingStore(tx).byKey('hash', 0),
  'screens that listen': tx => pairingStore(tx).held(['s', 't'], 0),
  'screens of a workshop': tx => pairingStore(tx).ofWorkshop('w', 0),
  'screens that go at night': tx => pairingStore(tx).forget(0),
  'who is drawn': tx => tableStore(tx).guests('w'),
  'who has not confirmed a seat': tx => tableStore(tx).offered('w'),
  'facilitators of a workshop': tx => facilitatorStore(tx).all('w'),
  'how somebody facilitates': tx => facilitatorStore(tx).find('w', 'p'),
  'an idea': tx => ideaRows(tx).find('i'),
  'ideas by id': tx => ideaRows(tx).byIds(['i', 'j']),
  ideas: tx => ideaRows(tx).newest({}, 20),
  'ideas, the next page': tx => ideaRows(tx).newest({}, 20, after),
  'ideas of one author': tx => ideaRows(tx).newest({ author: 'p' }, 20),
  'ideas of one author, the next page': tx => ideaRows(tx).newest({ author: 'p' }, 20, after),
  'ideas of a box': tx => ideaRows(tx).newest({ box: 'b' }, 20),
  'ideas of a box, the next page': tx => ideaRows(tx).newest({ box: 'b' }, 20, after),
  'ideas of late': tx => ideaRows(tx).lately(50),
  'ideas by support': tx => ideaRows(tx).mostSupported(30),
  'supports of one person': tx => ideaRows(tx).supportedBy('p', ['i', 'j']),
  'supports without a Direction': tx => ideaRows(tx).unplaced('p'),
  'a support': tx => ideaRows(tx).place('i', 'p', 'd'),
  'the count of supports': tx => ideaRows(tx).recount('i'),
  'ideas that wait': tx => ideaRows(tx).waiting('d', 20),
  'ideas that wait, the next page': tx => ideaRows(tx).waiting('d', 20, after),
  'ideas that wait, on from what is owed': tx => ideaRows(tx).waiting('d', 20, { ...after, owed: true }),
  'by when an idea is to be answered': tx => ideaRows(tx).redate('i'),
  'the register, on from what is owed': tx =>
    ideaRows(tx).entries({ part: 'waiting' }, 51, { ...after, owed: true }),
  'ideas that wait for a word': tx => ideaRows(tx).unsaid('d', 1, after),
  'ideas that wait for a word, on from what is owed': tx =>
    ideaRows(tx).unsaid('d', 1, { ...after, owed: true }),
  'ideas that wait for a word, counted': tx => ideaRows(tx).unsaidCount('d'),
  'ideas of a Direction within a time, counted': tx => ideaRows(tx).countBetween('d', 5, 20),
  'ideas that wait since': tx => ideaRows(tx).waitingSince('d', 5, 20),
  'ideas of a Direction, counted': tx => ideaRows(tx).cellsOf('d'),
  'axes with an idea': tx => ideaRows(tx).axesSince('d', 5),
  'which words ideas hold': tx => ideaRows(tx).held(['velo', 'pa']),
  'ideas by their words': tx => ideaRows(tx).found(['velo', 'pa'], 20, 0),
  'ideas that may go to a model': tx => submittable(tx, ['i', 'j']),
  'stems of an idea': tx => ideaRows(tx).putStems('shared', ['velo']),
  'how many hold a stem': tx => ideaRows(tx).stemCounts(['velo', 'garag']),
  'who shares a stem': tx => ideaRows(tx).sharing(['velo', 'garag'].map(stem => ({ stem, weight: 1 }))),
  'what ideas are joined with': tx => ideaRows(tx).rootsOf(['i', 'j']),
  'ideas that share stems with a question': tx =>
    retrievalStore(tx).sharing([WEIGHED, { ...WEIGHED, stem: 'cantin' }], { group: 'retained', axis: 'a' }),
  'of the newest, those that share stems': tx =>
    retrievalStore(tx).sharingNewest([WEIGHED], { direction: 'd' }),
  'the newest of somebody’s own': tx => retrievalStore(tx).newest({ author: 'p', from: 1 }),
  'the newest of a Direction': tx => retrievalStore(tx).newest({ direction: 'd', group: 'aside' }),
  'the newest under an axis': tx => retrievalStore(tx).newest({ axis: 'a', until: 9 }),
  'the newest that wait': tx => retrievalStore(tx).newest({ group: 'waiting' }),
  'the newest that have an answer': tx => retrievalStore(tx).newest({ group: 'answered' }),
  'the newest of a time': tx => retrievalStore(tx).newest({ from: 1, until: 9 }),
  'whether there are more to look through': tx => retrievalStore(tx).goesOn({ group: 'studied' }),
  'ideas by words that many hold': tx => searchStore(tx, { one: 0, several: 0 }).found(['velo', 'pa'], 20, 0),
  'who commented an idea': tx => commentStore(tx).commenters('i', 50, 'p'),
  'whether somebody commented an idea': tx => commentStore(tx).hasCommented('p', 'i'),
  'supporters of an idea': tx => ideaRows(tx).supporters('i', 200, 'p'),
  'ideas that were reported': tx => ideaRows(tx).reported(20),
  'ideas that were reported, the next page': tx => ideaRows(tx).reported(20, after),
  'ideas that are hidden': tx => ideaRows(tx).hidden(20),
  'ideas that are hidden, the next page': tx => ideaRows(tx).hidden(20, after),
  'reasons of reports': tx => ideaRows(tx).reasons('i', 3),
  'the count of reports': tx => ideaRows(tx).recountReports('i'),
  'reports that are settled': tx => ideaRows(tx).closeReports('i', 5),
  'a support that is withdrawn': tx => ideaRows(tx).removeSupport('i', 'p'),
  'ideas that are joined': tx => ideaRows(tx).groups(['i', 'j']),
  'what stands behind ideas': tx => ideaRows(tx).joinedWith(['i', 'j']),
  ...Object.fromEntries(
    (['waiting', 'studied', 'decided', 'reported', 'hidden', 'all'] as const).flatMap(part => [
      [`the register, ${part}`, (tx: Tx) => ideaRows(tx).entries({ part }, 51)],
      [`the register, ${part}, of an axis`, (tx: Tx) => ideaRows(tx).entries({ part, axis: 'a' }, 51)],
      [
        `the register, ${part}, of a Direction`,
        (tx: Tx) => ideaRows(tx).entries({ part, direction: 'd' }, 51),
      ],
      [`the register, ${part}, of a workshop`, (tx: Tx) => ideaRows(tx).entries({ part, workshop: 'w' }, 51)],
      [
        `the register, ${part}, by words`,
        (tx: Tx) => ideaRows(tx).entries({ part, beginnings: ['velo', 'pa'] }, 51),
      ],
    ]),
  ),
  'how many ideas wait': tx => ideaRows(tx).waitingCount(),
  'how many ideas are under study': tx => ideaRows(tx).studiedCount(),
  'how many ideas are reported': tx => ideaRows(tx).reportedCount(),
  'a harvest': tx => ideaRows(tx).lockHarvest('w'),
  'a line of a harvest': tx => ideaRows(tx).findLine('p', 'k'),
  'the count of lines': tx => ideaRows(tx).recountLines('w'),
  'a line that is taken back': tx => ideaRows(tx).undoLine('p', 'k'),
  'what a harvest says already': tx => ideaRows(tx).sameIn('w', 'm'),
  'who typed ideas': tx => ideaRows(tx).keysOf('p', ['i', 'j']),
  'ideas of a workshop': tx => ideaRows(tx).saidAt('w', 20),
  'leading ideas of a workshop': tx => ideaRows(tx).leadingAt('w', 8),
  'ideas of a table': tx => ideaRows(tx).saidAt('w', 20, '4'),
  'ideas of a workshop, counted': tx => ideaRows(tx).countSaidAt('w'),
  'a summary': tx => ideaRows(tx).lockSummary('w'),
  'ideas of workshops, each group once': tx => ideaRows(tx).tallied(['w', 'v']),
  'retained ideas of workshops that have steps': tx => ideaRows(tx).followedBy(['w', 'v'], ['i', 'j']),
  'the most supported of workshops': tx => ideaRows(tx).mostSupportedAt(['w', 'v'], 3),
  'published summaries': tx => ideaRows(tx).publishedIn(['w', 'v']),
  'who is at workshops, and has a seat': tx => presenceStore(tx).live(['w', 'v']),
  'who was at a workshop, by Direction': tx => presenceStore(tx).byDirection('w', 5),
  'people at workshops': tx => presenceStore(tx).distinctPeople(['w', 'v']),
  'who was at workshops, as it was kept': tx => presenceStore(tx).kept(['w', 'v']),
  'days whose list was kept': tx => presenceStore(tx).keptDays('s'),
  'since when the summary of a series is posted': tx => seriesSummaryStore(tx).postedAt('s'),
  'people at a series, as it was kept': tx => presenceStore(tx).keptPeople('s'),
  'votes of a workshop': tx => ballotStore(tx).atWorkshop('w', 20),
  'what an idea was joined with': tx => ideaRows(tx).everMerged('i'),
  'what waits for an author’s answer': tx => ideaRows(tx).mergesAsked('p', 20, { at: 5, id: 'i' }),
  'what became of an idea’s merges': tx => ideaRows(tx).mergesOf('i'),
  'a merge': tx => ideaRows(tx).findMerge('m'),
  'two ideas that are joined': tx => ideaRows(tx).join('i', 'j'),
  'ideas, counted': tx => ideaRows(tx).cells(),
  'the phase of an initiative': tx => threadStore(tx).latest('idea', 'i', 'phase'),
  'a comment': tx => ideaRows(tx).findComment('c'),
  comments: tx => ideaRows(tx).comments('i', { of: 'p' }, 20),
  'comments, the next page': tx => ideaRows(tx).comments('i', { of: 'p' }, 20, after),
  'comments, hidden ones among them': tx => ideaRows(tx).comments('i', 'all', 20, after),
  'comments that were reported': tx => ideaRows(tx).reportedComments(20),
  'comments that were reported, the next page': tx => ideaRows(tx).reportedComments(20, after),
  'comments that are hidden': tx => ideaRows(tx).hiddenComments(20),
  'comments that are hidden, the next page': tx => ideaRows(tx).hiddenComments(20, after),
  'reasons of reports about a comment': tx => ideaRows(tx).commentReasons('c', 3),
  'the count of reports about a comment': tx => ideaRows(tx).recountCommentReports('c'),
  'reports about a comment that are settled': tx => ideaRows(tx).closeCommentReports('c', 5),
  'which comments somebody reported': tx => ideaRows(tx).commentsReportedBy('p', ['c', 'd']),
  'a comment that is taken back': tx => ideaRows(tx).setCommentWithdrawn('c', 5),
  'the count of comments': tx => ideaRows(tx).recountComments('i'),
  'words of an idea': tx => ideaRows(tx).putWords('i', []),
  'a thread': tx => threadStore(tx).of('idea', 'i', 20, 4),
  'whether a thing happened': tx => threadStore(tx).has('idea', 'i', 'balloted'),
  'who did what to a thing': tx => threadStore(tx).unname('i', 'p', { but: ['answered'] }),
  'the end of a thread': tx => threadStore(tx).add({ thing: 'idea', id: 'i', kind: 'received', at: 1 }),
  'a box': tx => ideaRows(tx).findBox('b'),
  'boxes, the newest first': tx => boxStore(tx).boxes(20),
  'boxes, further on': tx => boxStore(tx).boxes(20, after),
  'what came through boxes': tx => boxStore(tx).boxTallies(['b', 'c']),
  'ballots of which what follows is to be said': tx => sequelStore(tx).awaited(20),
  'those that asked the people of a workshop': tx => sequelStore(tx).awaitedAt('w', 20),
  'how many they are': tx => sequelStore(tx).countAwaited(),
  'ended ballots that asked about ideas': tx => sequelStore(tx).askingOf(['i', 'j'], 20),
  'options of an idea': tx => ballotStore(tx).retitle('i', 'T'),
  'a ballot': tx => ballotStore(tx).find('b'),
  'votes of one person': tx => voteStore(tx).choices('p', ['b', 'c']),
  'votes of some in one ballot': tx => voteStore(tx).given('b', ['p', 'q']),
  'votes without a Direction': tx => voteStore(tx).unplaced('p', 10),
  'a vote': tx => voteStore(tx).place('b', 'p', 'd'),
  'the totals of a ballot': tx => {
    const before = { ...ballot, closesAt: 9 }
    return voteStore(tx).putTotals(before, tallyVote(before, undefined, only(option.id)))
  },
  'Directions of an ended ballot': tx => voteStore(tx).directions('b', 5),
  'the key of a secret ballot': tx => secretStore(tx).wrappedKey('b'),
  'a voter on a secret roll': tx => secretStore(tx).onRoll('b', 'm'),
  'the account of a voter': tx => secretStore(tx).accountOf('p'),
  'secret ballots that somebody voted in': tx => secretStore(tx).votedIn('p', ['b', 'c']),
  'sealed votes without a Direction': tx => secretStore(tx).unplaced('p'),
  'a sealed vote': tx => secretStore(tx).place('b', 'p', 'd'),
  'the sealed votes of somebody': tx => secretStore(tx).leave('p'),
  'a secret roll': tx => secretStore(tx).countRoll('b'),
  'envelopes of a ballot': tx => secretStore(tx).envelopes('b'),
  'secret ballots that are not counted': tx => secretStore(tx).uncounted(10),
  'ballots that run, without those of rooms': tx => ballotStore(tx).running({ ...page, rooms: 'none' }),
  'ballots that run, the tables of a workshop in one': tx =>
    ballotStore(tx).running({ ...page, rooms: 'folded' }),
  'ballots that run, for one person': tx =>
    ballotStore(tx).running({
      ...page,
      rooms: { person: 'p', present: ['w', 'v'], tables: [{ workshop: 'w', room: '1' }] },
    }),
  'ballots that ended, the tables of a workshop in one': tx =>
    ballotStore(tx).ended({ ...page, since: 1, rooms: 'folded' }),
  'votes of the tables of a workshop': tx => ballotStore(tx).atTables('w', { limit: 20 }),
  'votes of the tables of a workshop, the next page': tx =>
    ballotStore(tx).atTables('w', { limit: 20, after }),
  'how many votes tables have held': tx => ballotStore(tx).countAtTables(['w', 'v'], 5),
  'votes of tables, counted': tx => tableVotesIn(tx, ['w', 'v'], 5),
  'the last vote of a room': tx =>
    ballotStore(tx).lastFor({ kind: 'present', workshop: 'w' }, { since: 1, until: 9 }),
  'ballots that run': tx => ballotStore(tx).running(page),
  'ballots that run, the next page': tx => ballotStore(tx).running({ ...page, after }),
  'ballots that ended': tx => ballotStore(tx).ended({ ...page, since: 1 }),
  'ballots that ended, the next page': tx => ballotStore(tx).ended({ ...page, since: 1, after }),
  'ballots that wait to be opened': tx => ballotStore(tx).waiting(10, 20),
  'a ballot, counted again': tx => countedFrom(tx, { ...ballot, closesAt: 9 }),
  'who has not voted': tx => turnoutStore(tx).nonVoters('b', 50, 'p'),
  'who has not voted of some Directions': tx => turnoutStore(tx).nonVoters('b', 50, 'p', ['d', 'e']),
  'voters among some': tx => turnoutStore(tx).votersAmong('b', ['p', 'q']),
  'answers of some': tx => reminderStore(tx).answersOf('w', ['p', 'q']),
  'where commitments stand': tx => dueStore(tx).progress(['c', 'd']),
  'what was sent lately': tx => actedStore(tx).sent('my-horizon', 5, 50),
  'what was sent lately, the next page': tx => actedStore(tx).sent('my-horizon', 5, 50, after),
  'a pilot’s post': tx => postStore(tx).find('p'),
  'when a thing was last posted about': tx => postStore(tx).lastAbout('d', { thing: 'ballot', thingId: 'b' }),
  'what a Direction posted about last': tx => postStore(tx).lastOf('d', 100),
  'votes by Direction': tx => turnoutStore(tx).votesByDirection('b'),
  'a commitment': tx => commitmentStore(tx).find('c'),
  commitments: tx => commitmentStore(tx).newest('p', 50),
  'commitments, the next page': tx => commitmentStore(tx).newest('p', 50, after),
  'a commitment after a colleague’s': tx => commitmentStore(tx).after('p', 'c'),
  'commitments without a Direction': tx => commitmentStore(tx).place('p', 'd'),
  'the count of notes': tx => noteStore(tx).recountNotes('c'),
  notes: tx => noteStore(tx).notes('c', 20),
  'notes, the next page': tx => noteStore(tx).notes('c', 20, after),
  'shared commitments of a Direction by stage': tx =>
    sharedStore(tx).stages('d', ['everyone', 'direction:d']),
  'commitments taken up': tx => sharedStore(tx).joined('p', ['c', 'd']),
  'shared commitments': tx => sharedStore(tx).shown({ audience: 'everyone', except: 'p' }, 20),
  'shared commitments, the next page': tx =>
    sharedStore(tx).shown({ audience: 'everyone', except: 'p' }, 20, after),
  'shared commitments under an axis': tx =>
    sharedStore(tx).shown({ audience: 'direction:d', axis: 'usager', except: 'p' }, 20, after),
  'shared commitments of a Direction': tx =>
    sharedStore(tx).shown({ audience: 'everyone', direction: 'd' }, 20, after),
  'commitments whose day comes': tx => dueStore(tx).due({ from: '2027-04-01', until: '2027-04-30' }, 50),
  'commitments whose day comes, the next page': tx =>
    dueStore(tx).due({ from: '2027-04-01', until: '2027-04-30' }, 50, { horizon: '2027-04-02', id: 'c' }),
  'shared commitments whose day comes': tx =>
    dueStore(tx).sharedDue({ from: '2027-04-01', until: '2027-04-30' }),
  'who keeps a commitment to themselves': unsharedCells,
  'people who took one from an idea': tx => dueStore(tx).takenFrom('i'),
  'a next step': tx => nextStepStore(tx).find('s'),
  'what follows of some ideas': tx => nextStepStore(tx).on('idea', ['i', 'j']),
  'what somebody promised': tx => nextStepStore(tx).ofPerson('holder', 'p', ['promised'], 20),
  'what somebody promised, the next page': tx =>
    nextStepStore(tx).ofPerson('holder', 'p', ['promised'], 20, { due: '2027-04-02', id: 's' }),
  'what somebody said is done': tx => nextStepStore(tx).keptSince('p', 5),
  'what somebody is asked to see to': tx =>
    nextStepStore(tx).ofPerson('asked', 'p', ['proposed', 'promised'], 20),
  'what somebody wrote that nobody promised': tx =>
    nextStepStore(tx).ofPerson('asker', 'p', ['proposed'], 20),
  'late promises of a Direction': tx => nextStepStore(tx).late('d', '2027-04-22', 20),
  'late promises of the Lab': tx => nextStepStore(tx).late(undefined, '2027-04-22', 20),
  'next steps that name somebody': tx => nextStepStore(tx).touching('p'),
  'an initiative': tx => initiativeStore(tx).find('i'),
  initiatives: tx => galleryStore(tx).ranked({ sort: 'new' }, 20),
  'initiatives, the next page': tx => galleryStore(tx).ranked({ sort: 'new' }, 20, after),
  'initiatives by support': tx => galleryStore(tx).ranked({ sort: 'supported' }, 20),
  'initiatives by support, the next page': tx => galleryStore(tx).ranked({ sort: 'supported' }, 20, after),
  'initiatives by support across Directions': tx => galleryStore(tx).ranked({ sort: 'across' }, 20),
  'initiatives by support across Directions, the next page': tx =>
    galleryStore(tx).ranked({ sort: 'across' }, 20, after),
  'initiatives under an axis, by support across Directions': tx =>
    galleryStore(tx).ranked({ sort: 'across', axis: 'a' }, 20, after),
  'initiatives of a Direction, by support across Directions': tx =>
    galleryStore(tx).ranked({ sort: 'across', direction: 'd' }, 20, after),
  'ideas to be ranked': tx => rankingStore(tx).page(500, 'i'),
  'supporters by Direction': tx => rankingStore(tx).supporters(['i', 'j']),
  'initiatives under an axis': tx => galleryStore(tx).ranked({ sort: 'new', axis: 'a' }, 20, after),
  'initiatives under an axis, by support': tx =>
    galleryStore(tx).ranked({ sort: 'supported', axis: 'a' }, 20, after),
  'initiatives of a Direction': tx => galleryStore(tx).ranked({ sort: 'new', direction: 'd' }, 20, after),
  'initiatives of a Direction, by support': tx =>
    galleryStore(tx).ranked({ sort: 'supported', direction: 'd' }, 20, after),
  'initiatives with somebody of a Direction': tx =>
    galleryStore(tx).ranked({ sort: 'new', place: 'd' }, 20, after),
  'initiatives with somebody of a Direction, by support': tx =>
    galleryStore(tx).ranked({ sort: 'supported', place: 'd' }, 20, after),
  'which words initiatives hold': tx => galleryStore(tx).held(['velo', 'bleu']),
  'initiatives by words': tx =>
    galleryStore(tx).ranked({ sort: 'new', beginnings: ['velo', 'bleu'] }, 20, after),
  'initiatives by words and support': tx =>
    galleryStore(tx).ranked({ sort: 'supported', axis: 'a', beginnings: ['velo'] }, 20, after),
  'initiatives of one person': tx => galleryStore(tx).ranked({ sort: 'new', member: 'p' }, 20, after),
  'initiatives of one person, by support': tx =>
    galleryStore(tx).ranked({ sort: 'supported', member: 'p' }, 20, after),
  'why trials were stopped': tx => trialDescentStore(tx).whys(['i', 'j']),
  'how many try initiatives': tx => trialDescentStore(tx).testers(['i', 'j']),
  'initiatives on trial': tx => galleryStore(tx).ranked({ sort: 'new', trial: 'running' }, 20, after),
  'initiatives by what became of a trial, by support': tx =>
    galleryStore(tx).ranked({ sort: 'supported', trial: 'stopped' }, 20, after),
  'initiatives by what became of a trial, by support across Directions': tx =>
    galleryStore(tx).ranked({ sort: 'across', trial: 'generalised' }, 20, after),
  'initiatives that were taken up': tx => descentStore(tx).taken('i', 20, after),
  'ideas that were inspired': tx => descentStore(tx).ideas('i', 20, after),
  'how many initiatives were taken up': tx => descentStore(tx).countTaken('i', 1_001),
  'how many ideas were inspired': tx => descentStore(tx).countIdeas('i', 1_001),
  'what was taken up, by id': tx => descentStore(tx).takenByIds(['i', 'j']),
  'ideas that were inspired, by id': tx => descentStore(tx).ideasByIds(['i', 'j']),
  'the first initiative of each Direction': tx => descentStore(tx, new Set(['s'])).firstIn('i', ['d', 's']),
  'initiatives by id': tx => initiativeStore(tx).byIds(['i', 'j']),
  'who takes part': tx => membershipStore(tx).members('i', 50),
  'whether somebody takes part': tx => initiativeMemberStore(tx).isMember('i', 'p'),
  'where somebody takes part': tx => membershipStore(tx).joinedAmong('p', ['i', 'j']),
  'who joined meanwhile': tx => initiativeMemberStore(tx).joinedBetween('i', { from: 1, until: 9 }, 5),
  'the count of members': tx => membershipStore(tx).recount('i'),
  'a trial': tx => trialStore(tx).find('t'),
  'trials by id': tx => trialStore(tx).some(['t', 'u']),
  'the trial that nobody decided yet': tx => trialStore(tx).current('i'),
  'who hears of a decision': tx => decisionStore(tx).touching({ trial: 't', initiative: 'i' }, 50, 'p'),
  'whether somebody tried': tx => decisionStore(tx).hasTried('t', 'p'),
  'decided trials of an initiative': tx => decisionStore(tx).decidedOf('i', 20),
  'whether a trial of an initiative was decided that day': tx =>
    decisionStore(tx).isDecidedOn('i', '2027-05-04'),
  'decisions that stand in channels': tx => decisionStore(tx).postedSince(5, 200),
  'the initiative of a trial': tx => decisionStore(tx).initiativeOf('t'),
  'trials that were decided': tx => recordStore(tx).decided(21, { at: 1, id: 't' }),
  'trials that nobody decided': tx => recordStore(tx).open(500, 'i'),
  'trials of a Direction': tx => recordStore(tx).ofDirection('d', 20),
  'a trial for a list': tx => recordStore(tx).find('t'),
  'who tries a trial': tx => recordStore(tx).testers('t', 100),
  'what was looked at in trials': tx => recordStore(tx).measures(['t']),
  'what was re-read of trials': tx => lessonStore(tx).of(['t']),
  'what was re-read of a trial': tx => lessonStore(tx).lock('t'),
  'what was re-read and may leave': tx => lessonStore(tx).said(300),
  'trials of an initiative': tx => trialStore(tx).latest('i', 21),
  'how many try it': tx => testerStore(tx).count('t'),
  'who tries it, the first': tx => testerStore(tx).first('t', 50),
  'who tries it, the next page': tx => testerStore(tx).page('t', 50, 'p'),
  'who of several tries it': tx => testerStore(tx).tryingAmong('t', ['p', 'q']),
  'what somebody tries': tx => testerStore(tx).triedAmong('p', ['t', 'u']),
  'comments that were written from a trial': tx => commentStore(tx).fromTrial('t', 20),
  'numbers of a trial': tx => measureStore(tx).of(['m', 'n']),
  'a look-in': tx => roundStore(tx).find('r'),
  'a look-in, locked': tx => roundStore(tx).lock('r'),
  'the look-in of a number': tx => roundStore(tx).numbered('t', 0),
  'the look-in that is open': tx => roundStore(tx).unclosed('t'),
  'whether somebody answered': tx => roundStore(tx).onRoll('r', 'p'),
  'what was answered': tx => roundStore(tx).tallies('r'),
  'when numbers were typed last': tx => numberStore(tx).lastTyped(['m', 'n']),
  'a look-in to be answered': tx => answerStore(tx).lock('r'),
  'who of several answered before': tx => answerStore(tx).rolledAmong('r', ['p', 'q']),
  'open look-ins of trials': tx => answerStore(tx).open(['t', 'u'], 1),
  'what somebody answered': tx => answerStore(tx).answeredAmong('p', ['r', 's']),
  'look-ins that wait for somebody': tx => waitingStore(tx).lookIns('p', 5, 20),
  'trials whose initiative somebody carries': tx => waitingStore(tx).carried('p', '2027-04-22', 50),
  'trials that run in Directions': tx => waitingStore(tx).within(['d', 'e'], 500),
  'what look-ins showed': tx => answerStore(tx).results(['t', 'u']),
  'the journal, the next page': tx => auditStore(tx).newest({}, 50, after),
  'the journal of a day': tx => auditStore(tx).newest({ from: 1, until: 9 }, 50, after),
  'an act in the journal': tx => auditStore(tx).newest({ act: 'ideas.hide' }, 50),
  'an act in the journal, the next page': tx =>
    auditStore(tx).newest({ act: 'ideas.hide', role: 'pilot' }, 50, after),
  'the journal of a role': tx => auditStore(tx).newest({ role: 'pilot' }, 50, after),
  'what was refused on a day': tx => auditStore(tx).newest({ refused: true, from: 1, until: 9 }, 50, after),
  'paragraphs of the published review': tx => wordingStore(tx).texts(),
  'a paragraph of it, to write': tx => wordingStore(tx).lockText('learnt', 'usager'),
  'titles that were re-read': tx => wordingStore(tx).titles(['i', 'j']),
  'a title, to decide': tx => wordingStore(tx).lockTitle('i'),
  'weeks with a snapshot': tx => figureStore(tx).weeks(26),
  'the last snapshot': tx => figureStore(tx).last(),
  'participants by week': tx => figureStore(tx).participants(['2027-04-12', '2027-04-19']),
  'figures of a week': tx => figureStore(tx).ofWeek('2027-04-19'),
  'figures of a Direction': tx => figureStore(tx).ofDirection('2027-04-19', 'd'),
  'figures of a week, to replace': tx => figureStore(tx).replace('2027-04-19', []),
  'figures that are too old': tx => figureStore(tx).forget('2027-04-19'),
  'who shares a commitment': tx => sharedStore(tx).sharers('p', 'd'),
  'channels and teams that are known': tx => bindingStore(tx).lockKnown('c'),
  'ideas that are to be joined': tx => ideaRows(tx).lockAll(['i', 'j']),
  'the summary of a workshop': tx => ideaRows(tx).findSummary('w'),
  'whether tables were drawn': tx => tableStore(tx).draw('w'),
  'workshops among some that somebody came to': tx => presentStore(tx).cameTo('p', ['w', 'v']),
  'what entries of the journal are about': tx => thingStore(tx).titles(['a', 'b']),
  'the pseudonym of somebody': tx => auditStore(tx).pseudonym('p', 'w'),
  'when an act was last in the journal': tx => auditStore(tx).lastAt('ideas.hide', 9),
  'who last did something to a thing': tx => auditStore(tx).lastOf('broadcasts.plan', 'b'),
  'the last ballot for some': tx => ballotStore(tx).lastFor(ballot.audience, { since: 1, until: 9 }),
  'open ballots that somebody voted in': tx => voterErasureStore(tx).votedIn('p', 5),
  'whether anybody who voted was erased': tx => voterErasureStore(tx).hasMarks('b'),
  'whether a voter was erased': tx => voterErasureStore(tx).isMarked('b', 'm'),
  'ballots to clear from the disk': tx => secretStore(tx).toScrub(),
  'whether the bot was removed from a team': tx => installationStore(tx).isRemoved('t'),
  'answers that can be taken back': tx => ideaRows(tx).pendingOn(['i', 'j']),
  'answers that are to be published': tx => ideaRows(tx).allPending(20),
  'ideas that somebody wrote, supported or commented': tx => ideaRows(tx).touchedBy('p'),
  'whether others support an idea': tx => ideaRows(tx).hasOthers('i', 'p'),
  'whether somebody has a choice for their ideas': tx => ideaRows(tx).hasChoice('p'),
  'ideas without a name that are to go': tx => ideaRows(tx).scheduled(),
  'ideas that were typed for somebody': tx => ideaRows(tx).uncredit('p'),
  'supporters that a merge moved': tx =>
    ideaRows(tx).movedSupporters('shared', { until: 9, limit: 20, after: 'p' }),
  'reports about a comment, as they were': tx => ideaRows(tx).reopenCommentReports('c'),
  'which ideas somebody reported': tx => ideaRows(tx).reportedBy('p', ['i', 'j']),
  'a workshop that a summary is of': tx => ideaRows(tx).workshopOf('w'),
  'when summaries said what comes next': tx => ideaRows(tx).sequelSaidAt(['w', 'v']),
  'workshops with a summary': tx => ideaRows(tx).summarisedAmong(['w', 'v']),
  'until when members were told': tx => initiativeMemberStore(tx).notifiedUntil('i'),
  'pilots who are expected': tx => peopleFileStore(tx).awaitedPilots(20),
  'whether anybody is expected': tx => peopleFileStore(tx).expectsAnybody(),
  'what the assistant used': tx => assistantStore(tx).days('2027-04-22'),
  'days of the assistant, to forget': tx => assistantStore(tx).reserve('2027-04-22', 1, 9, '2027-03-22'),
  'more of a day’s tokens': tx => assistantStore(tx).settle('2027-04-22', 1),
  'whether the assistant is stopped': tx => assistantStore(tx).readSwitch(),
  'the programme': tx => programmeStore(tx).current(),
  'versions of a part of the method': tx => versionStore(tx).latest('phases', 2),
  'a part of the method as it was': tx => versionStore(tx).asOf('phases', 3),
  'a version of the method': tx => versionStore(tx).note(programme, { act: 'import' }, 1),
  'ballots that close after a phase': tx => ballotsClosing(tx, 5, 9),
  'workshops on closed days': tx => workshopsWithin(tx, 5, 9),
  'ideas that have reached a threshold': tx => ideasWith(tx, 30, 3),
  'how many pilots there are': tx => pilotCount(tx),
  'to how many the bot can write': tx => reachableCount(tx),
  'what is done of a workshop': tx => checklistStore(tx).facts('w', ['r:w:2027-04-22'], 10),
  'when a workshop begins': tx => checklistStore(tx).startOf('w'),
  'steps that were marked': tx => checklistStore(tx).marks(['w']),
  'a step that is no more marked': tx => checklistStore(tx).unmark({ workshop: 'w', step: 'vote' }),
  'the week’s workshops': tx => checklistStore(tx).week({ from: 1, until: 9, now: 5, limit: 20 }),
  'the week’s workshops, the next page': tx =>
    checklistStore(tx).week({ from: 1, until: 9, now: 5, limit: 20, after }),
  'whether the programme is closed': tx => closeoutStore(tx).closing(),
  ...Object.fromEntries(
    OPEN_COUNTS.map(({ kind, count }) => [
      `what is still open, ${kind}`,
      (tx: Tx) => count(tx, { now: 10, today: '2027-04-22' }),
    ]),
  ),
  'ballots that end with the programme': tx => endingBallots(tx, 10, 50),
  'broadcasts that are still going out': tx => sendingBroadcasts(tx, 50),
  'what nights erased': tx => retentionStore(tx).last(20),
  'what nights erased, to forget': tx => retentionStore(tx).forget('2027-04-22'),
  'which ballots share out points': tx => accessStore(tx).sharedOut([{ ballot_id: 'b', option_id: 'o' }]),
  'titles of what somebody did': tx => accessStore(tx).titles('p', [{ workshop_id: 'w', idea_id: 'i' }]),
  'an address that a letter names': tx => dataSubjectStore(tx).byMail('k', 'h'),
  'seats of somebody who leaves': tx => erasureStore(tx, randomIds).seats('p', 5),
  'what a card of a workshop says': tx => postedCardStore(tx).ofCard({ id: 'w', series: '' }),
  'what a card of a series says': tx => postedCardStore(tx).ofCard({ id: 'w', series: 's' }),
  'a wall': tx => wallStore(tx).wall('w'),
  'what changed on a wall': tx => wallStore(tx).changed('w', 5, 101),
  'an idea on its wall': tx => wallStore(tx).find('i'),
  'what waits for a wall': tx => wallStore(tx).waiting('w', 5, 21),
  'what is hidden from a wall': tx => wallStore(tx).hidden('w', 5, 21),
  'a wall, to change it': tx => wallStore(tx).lockWall('w'),
  'what stands on a wall, to approve it': tx => wallStore(tx).approveShown('w'),
  'the next change on a wall': tx => wallStore(tx).setHidden('w', 'i', true),
  'where an idea was said': tx => likenessStore(tx).placeOf('i'),
  'what an idea is like': tx => likenessStore(tx).alikeOf('i'),
  'stems of those that lead on a wall': tx => likenessStore(tx).leaderStems('w', 'i', ['velo', 'banc']),
  'stems of some ideas': tx => likenessStore(tx).stemsOf(['i', 'j']),
  'whether others are alike on a wall': tx => likenessStore(tx).isShared('w', 'i', 'i'),
  'the next to lead on a wall': tx => likenessStore(tx).leadNext('w', 'i', 'i'),
  'how many cannot be told of a workshop': tx =>
    countUntold(tx, { workshops: ['w', 'v'], answers: ['yes'], but: 'p' }),
  'what somebody typed': tx => utteranceStore(tx).find('u'),
  'what somebody typed, the oldest': tx => utteranceStore(tx).trim('p', 20),
  'what was typed and has expired': tx => utteranceStore(tx).eraseExpired(5, 20),
  'when the next of it expires': tx => utteranceStore(tx).nextExpiry(),
  'stems by axis': tx => axisStemStore(tx).of(['velo', 'papier']),
  'what was told of a commitment': tx => storyStore(tx).lockOf('c'),
  'what was told': tx => storyStore(tx).lock('s'),
  'what somebody told': tx => storyStore(tx).lockOfPerson('p'),
  'what a pilot may publish': tx => publicationStore(tx).told('d', 20, { at: 0, id: 's' }),
  'what a pilot published': tx => publicationStore(tx).out('d', 5, 10),
  'one that is published': tx => publicationStore(tx).find('s'),
  'what was told and changed': tx => publicationStore(tx).changed(5, 200),
  'what is being written on an axis': tx => synthesisStore(tx).find('equipe', 'draft'),
  'the same, held': tx => synthesisStore(tx).lock('equipe', 'draft'),
  'all that are published': tx => synthesisStore(tx).published(['equipe', 'usager']),
  'the axis of a sentence': tx => synthesisStore(tx).axisOf('s'),
  'sentences of a synthesis': tx => sentenceStore(tx).of('s'),
  'ideas that a synthesis cites': tx => citedIdeaStore(tx).citedIn('s', 'equipe'),
  'ideas under a theme, as a model reads them': tx => citedIdeaStore(tx).standing('equipe', 't'),
  'ideas of no theme, as a model reads them': tx => citedIdeaStore(tx).standing('equipe', undefined),
  'when a sample was drawn': tx => sampleStore(tx).draw('equipe'),
  'a sample': tx => sampleStore(tx).sampled('equipe'),
  'a sample, as it is read': tx => sampleStore(tx).toRead('equipe'),
  'what words have placed': tx => sampleStore(tx).placedByWords('equipe', ['t', 'u']),
  'ideas that a sentence would cite': tx => citedIdeaStore(tx).among(['i', 'j'], 'equipe'),
  'objections on an axis': tx => objectionStore(tx).of('equipe'),
  'an objection': tx => objectionStore(tx).find('s', 'p'),
  'objections that were taken back': tx => objectionStore(tx).forget('2027-04-22'),
  'themes of an axis': tx => themeStore(tx).of('equipe'),
  'how many ideas stand under each theme': tx => placementStore(tx).counts('equipe'),
  'how many ideas have no axis': tx => placementStore(tx).axisless(),
  'ideas of a theme': tx => placementStore(tx).list('equipe', { theme: 't' }, 20, after),
  'ideas of a theme, those for it': tx =>
    placementStore(tx).list('equipe', { theme: 't', stance: 'for' }, 20),
  'ideas that stand alone': tx => placementStore(tx).list('equipe', 'alone', 20, after),
  'ideas to be put under a theme': tx => placementStore(tx).list('equipe', { outside: ['t'] }, 20, after),
  'ideas that a run reads next': tx => placementStore(tx).batch('equipe', 200, after),
  'an idea and its theme': tx => placementStore(tx).idea('equipe', 'i'),
  'some ideas of an axis': tx => placementStore(tx).some('equipe', ['i', 'j']),
  'themes proposed for an axis': tx => proposalStore(tx).of('equipe'),
  'the themes of some ideas': tx => placementStore(tx).themesOf(['i', 'j']),
  'the run of an axis': tx => runStore(tx).find('equipe'),
}

const PEOPLE_FILE = 'src/features/people/people-file/store.ts'
const ERASURE = 'an erasure looks for the person in every table besides, a few times a week'
/** What is not asked above, and why: a store, or a function of one. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'src/features/ideas/register/export-store.ts': 'an export reads the whole table, page by page',
  'src/features/utterances/axis/store.ts counted': 'all words of all ideas are counted, once a night',
  [`${PEOPLE_FILE} people`]: 'an import compares the whole file',
  [`${PEOPLE_FILE} expected`]: 'an import compares the whole file',
  [`${PEOPLE_FILE} forgetOtherKeys`]: 'once after a change of LINK_SECRET',
  'src/features/rights/data-subject-store.ts byAccount': 'an operator asks it, once for each letter',
  'src/features/rights/erasure-store.ts takingPart': ERASURE,
  'src/features/nudges/posts/store.ts postedBy': ERASURE,
  'src/features/rights/access-store.ts rows': 'somebody asks for all that is held about them, in every table',
  'src/features/ideas/erasure/store.ts writeTogether': 'on PostgreSQL alone, after an erasure',
}
/** Kinds of stores that are not asked by themselves. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\/row-store\.ts$/, 'parts of queries of other stores, which are asked'],
  [/\/expiry-store\.ts$/, 'the night goes through what is old, whatever it takes'],
  [/tally-store\.ts$/, 'goes through all there is, every ten seconds at most: the review of the programme'],
  [/\/open-count-store\.ts$/, 'asked by kind, above: composition/open-counts.ts lists them'],
  [
    /\/((closing|threshold|date)-|reach\/)count-store\.ts$/,
    'asked above: METHOD_REACH lists what they count',
  ],
  [/\/usage-store\.ts$/, 'counted when a method file would remove an axis or a Direction'],
]

// Names are looked through in their index, whatever the accents, by who keeps a list alone.
// A list in the order of its index is read as far as its limit, whatever it is called; those of the announcements to
// look at, of answers that can be taken back, and of what is to be cleared or to go, hold nothing else.
const IN_ORDER =
  /^SCAN (announced USING INDEX announced_unsettled|(ballot_scrub|expected_person) USING COVERING INDEX sqlite_autoindex_\w+|(erasure|idea_decision|idea_leaving) USING INDEX sqlite_autoindex_\w+|idea USING (COVERING )?INDEX idea_(age|support_order)|initiative USING COVERING INDEX initiative_age|broadcast USING INDEX broadcast_age|person USING COVERING INDEX person_by_name|figure_week USING INDEX sqlite_autoindex_figure_week_1|running_order_model USING INDEX running_order_model_by_time)$/

describe('what a store reads', () => {
  const standing = freshDatabase(sqlite, { clock: fixedClock() })

  /** The queries of `ask`, as SQLite plans them: one line a step. */
  async function plansOf(ask: (tx: Tx) => Promise<unknown>): Promise<string[]> {
    return standing.db.transact(async tx => {
      await ballotStore(tx).add({ ...ballot, closesAt: page.now + 1 })
      await ballotStore(tx).add({ ...ballot, id: 'c', options: [{ ...option, id: 'q' }], closesAt: 9 })
      await ideaRows(tx).add({ ...IDEA, id: 'shared', at: 1 })
      await ideaRows(tx).putStems('shared', ['velo'])
      const nodes: RootOperationNode[] = []
      const keep: KyselyPlugin = {
        transformQuery: ({ node }) => {
          nodes.push(node)
          return node
        },
        transformResult: async ({ result }) => result,
      }
      const db = open(tx)
      await ask(db.withPlugin(keep) as unknown as Tx)
      const plans = []
      for (const node of nodes) {
        const { sql, parameters } = db.getExecutor().compileQuery(node, { queryId: 'plan' })
        const explained = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters])
        plans.push(...(await db.executeQuery<{ detail: string }>(explained)).rows)
      }
      return plans.map(({ detail }) => detail)
    })
  }

  for (const [what, ask] of Object.entries(READS)) {
    it(`is found by an index, never by going through a table: ${what}`, async () => {
      const plans = await plansOf(ask)
      assert.ok(plans.length > 0)
      const scans = plans.filter(
        step =>
          /^SCAN (?!sharer|supporter|held|some|tried|place|CONSTANT|\d+ CONSTANT|\d+-ROW VALUES)/.test(
            step,
          ) && !IN_ORDER.test(step),
      )
      assert.deepEqual(scans, [], plans.join('\n'))
    })
  }
})

describe('the list of what stores read', () => {
  const stores = filesIn('src/features', /[/-]store\.ts$/)
  const files = ['test/stores/reads.spec.ts', 'test/support/features/idea-stores.ts']
  const asking = files.map(path => readFileSync(path, 'utf8')).join('\n')
  const kinds = stores.filter(({ path }) => KINDS.some(([kind]) => kind.test(path))).map(({ path }) => path)

  it('asks each store of src/features/, and each of its functions that reads, or says why not', () => {
    assert.ok(stores.length > 80)
    const faults = unasked(stores, asking, [...Object.keys(ELSEWHERE), ...kinds])
    assert.equal(faults.length, 0, `\n${faults.join('\n')}`)
  })

  it('makes no exception that is none', () => {
    const faults = idleExceptions(stores, asking, Object.keys(ELSEWHERE))
    assert.equal(faults.length, 0, `\n${faults.join('\n')}`)
  })
})

describe('the rule that each store is asked', () => {
  const path = 'src/features/feedback/store.ts'
  const text =
    'export function thankStore(tx) { const db = open(tx); return {' +
    ' async add(row) { await db.insertInto("thank").values(row).execute() },' +
    ' async mine(by) { return db.selectFrom("thank").where("by", "=", by).execute() } } }'
  const stores = [{ path, text }]
  const imported = `import { thankStore } from '../../${path}'\n`
  const asked = `${imported}'thanks': tx => thankStore(tx).mine('p'),`

  it('takes a store whose reads are asked, and a file that asks the database nothing', () => {
    assert.deepEqual(unasked(stores, asked), [])
    assert.deepEqual(unasked([{ path, text: 'export const rowOf = row => row' }], ''), [])
  })

  it('refuses one that the list does not know, and a read of one that it knows, by name', () => {
    assert.ok(unasked(stores, '').join().startsWith(`${path} is asked nothing: say in READS`))
    const one = unasked(stores, `${imported}thankStore(tx).add(row)`).join()
    assert.ok(one.startsWith(`${path} reads in mine, and is not asked`))
  })

  it('takes an exception, and refuses one that is none', () => {
    for (const but of [path, `${path} mine`]) {
      const asking = but === path ? '' : imported
      assert.deepEqual(unasked(stores, asking, [but]), [])
      assert.deepEqual(idleExceptions(stores, asking, [but]), [])
      assert.match(idleExceptions(stores, asked, [but]).join(), /is asked, or reads nothing/)
    }
  })
})
