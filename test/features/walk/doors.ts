import type { Data, Things } from '../../support/doors.ts'
import { ANSWERED, COMMITMENTS, IDEAS, INITIATIVES, type Kind, RETAINED, type Thing } from './things.ts'

/** One way to come to a door: with what, and what it is held to. */
export type Way = {
  /** Acts of the table, in the order in which they are asked about. */
  readonly acts: readonly string[]
  readonly on: readonly Kind[]
  /** Put over what test/support/doors.ts says. */
  readonly data?: (things: Things) => Data
  /** Those to whom this act is not allowed on the thing are not refused: it is left out of what they see. */
  readonly shows?: string
  /** What is left out whatever the table says, since it is not what the page is about. */
  readonly leaves?: (thing: Thing) => boolean
}

const to = (acts: string | readonly string[], ...on: Kind[]): Way => ({
  acts: typeof acts === 'string' ? [acts] : acts,
  on: on.length > 0 ? on : ['nothing'],
})
const answering: Way[] = [
  to('ideas.answer', ...IDEAS),
  to(['ideas.answer', 'ideas.answer-again'], ...ANSWERED),
]
const takingUp: Way = to('commitments.take-up', ...COMMITMENTS)
const listing: Way = { ...to('commitments.read', ...COMMITMENTS), shows: 'commitments.read' }
/** Beside oneself: a Direction that one answers for has a page of its own. */
const near: Way = {
  ...to('commitments.near', ...COMMITMENTS),
  shows: 'commitments.near',
  leaves: ({ kind, whose }) => kind === 'commitment-direction' && whose === 'led',
}
const MESSAGE: readonly Kind[] = ['message-nudge']

export const VERBS: Readonly<Record<string, Way | readonly Way[]>> = {
  'channels.announce': to('channels.announce'),
  'channels.list': to('channels.announce'),
  'channels.to-check': to('channels.read-announced'),
  'channels.announced': to('channels.read-announced'),
  'channels.settle': to('channels.settle'),
  'channels.repost': to('channels.repost'),
  'channels.bind-form': to('channels.read-binding', 'channel'),
  'channels.bind': to(['channels.read-binding', 'channels.bind'], 'channel', 'free-channel'),
  'channels.unbind': to(['channels.read-binding', 'channels.bind'], 'channel'),
  'workshops.form': to('workshops.publish'),
  'workshops.preview': to('workshops.publish'),
  'workshops.publish': to('workshops.publish'),
  'workshops.change-form': to('workshops.change', 'workshop'),
  'workshops.change': to('workshops.change', 'workshop'),
  'workshops.message': to('messages.read', 'message-moved'),
  'workshops.answer': to('workshops.answer', 'workshop'),
  'workshops.mine': to('workshops.read', 'workshop'),
  'workshops.list': to('workshops.read'),
  'ideas.form': to('ideas.submit', 'box'),
  'ideas.submit': to('ideas.submit', 'box'),
  'ideas.submit-different': to('ideas.submit', 'box'),
  'ideas.support': to('ideas.support', ...IDEAS),
  'ideas.support-instead': to('ideas.support', ...IDEAS),
  'ideas.set-axis': to('ideas.set-axis', ...IDEAS),
  'ideas.ask-axis': to('ideas.set-axis', ...IDEAS),
  'ideas.show': to('ideas.read', ...IDEAS),
  'ideas.list': to('ideas.read', 'box'),
  'ideas.correct-form': to('ideas.correct', ...IDEAS),
  'ideas.correct': to('ideas.correct', ...IDEAS),
  'ideas.comment-form': to('ideas.comment', ...IDEAS),
  'ideas.comment': to('ideas.comment', ...IDEAS),
  'ideas.comments': to('ideas.read', ...IDEAS),
  'ideas.thread': to('ideas.read', ...IDEAS),
  'ideas.answer-form': answering,
  'ideas.answer': answering,
  'ideas.decide': to('ideas.decide', ...IDEAS),
  'ideas.aside-form': to('ideas.decide', ...IDEAS),
  'ideas.aside': to('ideas.decide', ...IDEAS),
  'ideas.message': to('messages.read', 'message-idea'),
  'ideas.undo': to('ideas.undo', ...IDEAS),
  'ideas.box-form': to('ideas.open-box'),
  'ideas.open-box': to('ideas.open-box'),
  'ballots.form': to('ballots.open'),
  'ballots.preview': to('ballots.open'),
  'ballots.open': to('ballots.open'),
  'ballots.vote': to('ballots.vote', 'ballot'),
  'ballots.choose': to('ballots.read', 'ballot'),
  'ballots.mine': to('ballots.read', 'ballot'),
  'ballots.totals': to('ballots.read', 'ballot'),
  'ballots.directions': to('ballots.read', 'ballot'),
  'ballots.list': to('ballots.read'),
  'ballots.start': to('ballots.start', 'ballot'),
  'ballots.confirm': to('ballots.close', 'ballot'),
  'ballots.close': to('ballots.close', 'ballot'),
  'commitments.form': to('commitments.take', ...IDEAS),
  'commitments.take': [
    to('commitments.take', ...IDEAS),
    {
      ...to(['commitments.take', 'commitments.take-up'], ...COMMITMENTS),
      data: ({ commitment }) => ({ idea: '', inspired: commitment }),
    },
  ],
  'commitments.end': to('commitments.end', ...COMMITMENTS),
  'commitments.move': to('commitments.move', ...COMMITMENTS),
  'commitments.show': to('commitments.read', ...COMMITMENTS),
  'commitments.list': listing,
  'commitments.note-form': to('commitments.read', ...COMMITMENTS),
  'commitments.note': to('commitments.note', ...COMMITMENTS),
  'commitments.notes': to(['commitments.read', 'commitments.note'], ...COMMITMENTS),
  'commitments.near': near,
  'commitments.me-too': takingUp,
  'broadcasts.list': to('broadcasts.read'),
  'broadcasts.form': to('broadcasts.write', 'broadcast'),
  'broadcasts.write': [
    to('broadcasts.write'),
    { ...to('broadcasts.write', 'broadcast'), data: ({ broadcast }) => ({ broadcast }) },
  ],
  'broadcasts.show': to('broadcasts.read', 'broadcast'),
  'broadcasts.remove': to('broadcasts.remove', 'broadcast'),
  'broadcasts.rehearse': to('broadcasts.rehearse', 'broadcast'),
  'broadcasts.start': to('broadcasts.start', 'broadcast'),
  'broadcasts.pause': to('broadcasts.pause', 'started'),
  'broadcasts.go-on': to('broadcasts.go-on', 'started'),
  'broadcasts.again': to('broadcasts.again', 'started'),
  'broadcasts.stop': to('broadcasts.stop', 'started'),
  'broadcasts.message': to('messages.read', 'message-broadcast'),
  'messages.later': [
    to('messages.read', ...MESSAGE),
    { ...to('messages.choose', ...MESSAGE), data: () => ({ day: '2027-04-26' }) },
  ],
  'messages.why': to('messages.read', ...MESSAGE),
  'messages.stop': [
    to('messages.choose', 'oneself'),
    { ...to('messages.read', ...MESSAGE), data: ({ message }) => ({ message }) },
  ],
  'messages.resume': [
    to('messages.choose', 'oneself'),
    { ...to('messages.read', ...MESSAGE), data: ({ message }) => ({ message }) },
  ],
  'messages.cap': [
    to('messages.choose', 'oneself'),
    { ...to('messages.read', ...MESSAGE), data: ({ message }) => ({ message }) },
  ],
  'messages.choose': to('messages.choose', 'oneself'),
  'messages.pause': to('messages.choose', 'oneself'),
  'messages.preferences': to('messages.read', 'oneself'),
  'messages.effect': to('messages.effect'),
  'nudges.message': to('messages.read', ...MESSAGE),
  'nudges.item': to('messages.read', ...MESSAGE),
  'nudges.post-form': to('nudges.post', 'message-post'),
  'nudges.post': to('nudges.post', 'message-post'),
  'nudges.answer': answering,
  'people.direction': to('people.choose-direction', 'oneself'),
  'people.change-direction': to('people.choose-direction', 'oneself'),
  'people.language': to('people.choose-language', 'oneself'),
  'people.reach': to('people.reach-read'),
  'people.pilots': to('people.read-pilots'),
  'people.relay': to('people.hand-over', 'direction'),
  'people.hand-over': to('people.hand-over', 'direction'),
  'people.name-deputy': to('people.name-deputy', 'direction'),
  'people.remove-deputy': to('people.remove-deputy', 'direction'),
}

export const ROUTES: Readonly<Record<string, Way | readonly Way[]>> = {
  'get /announced': to('channels.read-announced'),
  'post /announced/settle': to('channels.settle'),
  'post /announced/repost': to('channels.repost'),
  'get /audit': to('audit.read'),
  'get /reach': to('people.reach-read'),
  'get /programme': to('programme.read'),
  'get /messages/effect': to('messages.effect'),
  'get /me/messages': to('messages.read', 'oneself'),
  'put /me/messages': to('messages.choose', 'oneself'),
  'put /me': to('people.choose-direction', 'oneself'),
  'get /pilots': to('people.read-pilots'),
  'get /directions/:id/relay': to('people.hand-over', 'direction'),
  'put /directions/:id/pilot': to('people.hand-over', 'direction'),
  'put /directions/:id/deputy': to('people.name-deputy', 'direction'),
  'get /broadcasts': to('broadcasts.read'),
  'get /broadcasts/:id': to('broadcasts.read', 'broadcast'),
  'post /broadcasts': to('broadcasts.write'),
  'put /broadcasts/:id': to('broadcasts.write', 'broadcast'),
  'post /broadcasts/:id/rehearsal': to('broadcasts.rehearse', 'broadcast'),
  'post /broadcasts/:id/start': to('broadcasts.start', 'broadcast'),
  'post /broadcasts/:id/pause': to('broadcasts.pause', 'started'),
  'post /broadcasts/:id/go-on': to('broadcasts.go-on', 'started'),
  'post /broadcasts/:id/again': to('broadcasts.again', 'started'),
  'post /broadcasts/:id/remove': to('broadcasts.remove', 'broadcast'),
  'post /broadcasts/:id/stop': to('broadcasts.stop', 'started'),
  'get /workshops': to('workshops.read'),
  'get /directions/:id/workshops': to('workshops.read', 'direction'),
  'put /workshops/:id/answer': to('workshops.answer', 'workshop'),
  'get /ideas': to('ideas.read'),
  'post /ideas': to('ideas.submit'),
  'post /ideas/similar': to('ideas.submit'),
  'put /ideas/:id/support': to('ideas.support', ...IDEAS),
  'put /ideas/:id/axis': to('ideas.set-axis', ...IDEAS),
  'put /ideas/:id/text': to('ideas.correct', ...IDEAS),
  'post /ideas/:id/undo': to('ideas.undo', ...IDEAS),
  'get /ideas/:id/comments': to('ideas.read', ...IDEAS),
  'post /ideas/:id/comments': to('ideas.comment', ...IDEAS),
  'get /ideas/:id/thread': to('ideas.read', ...IDEAS),
  'put /ideas/:id/state': to('ideas.decide', ...IDEAS),
  'post /ideas/:id/answer': answering,
  'get /directions/:id/waiting': {
    ...to('ideas.read', ...IDEAS),
    shows: 'ideas.answer',
    // The page is one Direction's.
    leaves: ({ whose }) => whose === 'nobody',
  },
  'get /ballots': to('ballots.read'),
  'get /ballots/:id/directions': to('ballots.read', 'ballot'),
  'put /ballots/:id/vote': to('ballots.vote', 'ballot'),
  'get /initiatives': to('initiatives.read', ...INITIATIVES),
  'post /initiatives': to('initiatives.carry', ...RETAINED),
  'get /initiatives/:id': to('initiatives.read', ...INITIATIVES),
  'put /initiatives/:id': to('initiatives.edit', ...INITIATIVES),
  'put /initiatives/:id/membership': to('initiatives.join', ...INITIATIVES),
  'put /initiatives/:id/owner': to('initiatives.hand-over', ...INITIATIVES),
  'post /initiatives/:id/inspire': to('initiatives.inspire', ...INITIATIVES),
  'get /commitments': listing,
  'get /commitments/shared': to('commitments.count'),
  'get /commitments/near': near,
  'get /directions/:id/commitments': {
    ...to('commitments.count', ...COMMITMENTS),
    shows: 'commitments.of-direction',
    leaves: ({ whose }) => whose === 'nobody',
  },
  'get /commitments/:id/notes': to('commitments.note', ...COMMITMENTS),
  'post /commitments/:id/notes': to('commitments.note', ...COMMITMENTS),
  'post /commitments/:id/me-too': takingUp,
  'post /commitments': to('commitments.take'),
  'post /commitments/:id/end': to('commitments.end', ...COMMITMENTS),
  'get /directions/:id/figures': to('figures.read', 'direction'),
}

/** By the command's name; each is typed, and pressed as a button. */
export const COMMANDS: Readonly<Record<string, Way>> = {
  annoncer: to('channels.announce'),
  envois: to('broadcasts.read'),
  ateliers: to('workshops.read'),
  idee: to('ideas.submit'),
  voter: to('ballots.read'),
  engager: to('commitments.take'),
  'mes-engagements': to('commitments.read', 'oneself'),
  'coups-de-pouce': to('messages.read', 'oneself'),
  langue: to('people.choose-language', 'oneself'),
  'passer-le-relais': to('people.open-relay'),
}

export const QUOTES: Readonly<Record<string, Way>> = { 'ideas.quote': to('ideas.submit') }

export const SEARCHES: Readonly<Record<string, Way>> = {
  'ideas.search': to('ideas.read'),
  'workshops.search': to('workshops.read'),
  'ballots.search': to('ballots.read'),
}

/** Held to no act: what everybody reads of themselves, and a file whose address was signed. */
export const OPEN = ['get /me', 'get /calendar/:file']
