/**
 * What a closed programme refuses, by the name of its door: all that begins something or adds to it. What ends something,
 * answers it, says what follows of it, corrects or takes away one's own, or reads, goes on. A function: only for some of what is sent.
 */
type Ended = true | ((sent: Readonly<Record<string, unknown>>) => boolean)

const unless =
  (field: string, value: unknown): Ended =>
  sent =>
    sent[field] !== value

/** Verbs of cards, commands, and acts on a message. */
const CHAT: Readonly<Record<string, Ended>> = {
  annoncer: true,
  engager: true,
  idee: true,
  'ballots.form': true,
  'ballots.open': true,
  'ballots.open-table': true,
  'ballots.preview': true,
  'ballots.start': true,
  'ballots.table-form': true,
  'ballots.vote': true,
  'broadcasts.again': true,
  'broadcasts.form': true,
  'broadcasts.go-on': true,
  'broadcasts.plan': true,
  'broadcasts.plan-form': true,
  'broadcasts.rehearse': true,
  'broadcasts.start': true,
  'broadcasts.write': true,
  'channels.announce': true,
  'commitments.form': true,
  'commitments.me-too': true,
  'commitments.publish-story': true,
  'commitments.story-form': true,
  'commitments.take': true,
  'commitments.tell': true,
  'ideas.box-form': true,
  'ideas.comment': true,
  'ideas.comment-form': true,
  'ideas.form': true,
  'ideas.gather': true,
  'ideas.gather-form': true,
  'ideas.open-box': true,
  'ideas.quote': true,
  'ideas.submit': true,
  'ideas.submit-different': true,
  'ideas.support': unless('support', 'off'),
  'ideas.support-instead': true,
  'initiatives.carry': true,
  'initiatives.inspire': true,
  'initiatives.inspire-form': true,
  'initiatives.join': unless('joined', 'off'),
  'initiatives.support': unless('support', 'off'),
  'nudges.post': true,
  'nudges.post-form': true,
  'nudges.post-ready': true,
  'trials.try': unless('trying', 'off'),
  'utterances.ask': true,
  'utterances.commit': true,
  'utterances.idea': true,
  'workshops.answer': unless('answer', 'no'),
  'workshops.confirm': true,
  'workshops.day-form': true,
  'workshops.day-write': true,
  'workshops.days': true,
  'workshops.form': true,
  'workshops.preview': true,
  'workshops.publish': true,
  'workshops.remind-opening': unless('on', false),
  'workshops.series-announce': true,
  'workshops.series-form': true,
  'workshops.series-preview': true,
  'workshops.series-where': true,
  'workshops.series-write': true,
  'workshops.swap': true,
}

/** Routes of the tabs. */
const TAB: Readonly<Record<string, Ended>> = {
  'post /ballots': true,
  'post /ballots/:id/start': true,
  'post /ballots/preview': true,
  'post /broadcasts': true,
  'post /broadcasts/:id/again': true,
  'post /broadcasts/:id/go-on': true,
  'post /broadcasts/:id/plan': true,
  'post /broadcasts/:id/rehearsal': true,
  'post /broadcasts/:id/start': true,
  'post /commitments': true,
  'post /commitments/:id/me-too': true,
  'post /directions/:id/posts': true,
  'post /drafts/check': true,
  'post /drafts/rewording': true,
  'post /idea-boxes': true,
  'post /idea-boxes/preview': true,
  'post /ideas': true,
  'post /ideas/:id/comments': true,
  'post /ideas/similar': true,
  'post /initiatives': true,
  'post /initiatives/:id/inspire': true,
  'post /initiatives/:id/trials': true,
  'post /series': true,
  'post /series/:id/announce': true,
  'post /series/:id/check': true,
  'post /series/:id/days': true,
  'post /stories/:id/publish': true,
  'post /workshops': true,
  'post /workshops/:id/harvest': true,
  'post /workshops/:id/harvest/file': true,
  'post /workshops/:id/ideas': true,
  'post /workshops/:id/running-order/models': true,
  'post /workshops/:id/room-vote': true,
  'post /workshops/:id/table-vote': true,
  'post /workshops/check': true,
  'put /ballots/:id/vote': true,
  'put /broadcasts/:id': true,
  'put /commitments/:id/story': true,
  'put /days/:id': true,
  'put /ideas/:id/support': unless('support', false),
  'put /initiatives/:id/membership': unless('joined', false),
  'put /series/:id': true,
  'put /trials/:id/tester': unless('trying', false),
  'put /workshops/:id/answer': unless('answer', 'no'),
  'put /workshops/:id/day': true,
  'put /workshops/:id/offer': unless('take', false),
  'put /workshops/:id/opening': unless('on', false),
  'put /workshops/:id/running-order': true,
}

const isRecord = (sent: unknown): sent is Readonly<Record<string, unknown>> =>
  typeof sent === 'object' && sent !== null

/** By the name of a door: the ended acts of chat and tab. */
export const ENDED_ACTS: ReadonlyMap<string, Ended> = new Map([
  ...Object.entries(CHAT),
  ...Object.entries(TAB),
])

/** Whether a closed programme refuses `act` with what is `sent`, which is untrusted: the act itself parses it as well. */
export function isEnded(act: string, sent: unknown): boolean {
  const ended = ENDED_ACTS.get(act)
  if (ended === undefined || ended === true) return ended === true
  return ended(isRecord(sent) ? sent : {})
}
