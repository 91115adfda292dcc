import { BOX, BROADCAST, COMMITMENT, STEP } from '../../support/product/inputs.ts'
import { type Act, act, body, type More, NONCE, of } from './act.ts'
import { PLANNING } from './planning.ts'

const mine: More['on'] = ['agent', 'idea', 'own']
const theirs: More['on'] = ['agent', 'idea', 'colleague']
const lab: More['on'] = ['organiser', 'idea', 'colleague']
const commitment: More['on'] = ['agent', 'commitment-everyone', 'own']
const seat: More['on'] = ['agent', 'seat', 'nobody']
const draft: More['on'] = ['organiser', 'broadcast', 'nobody']
const started: More['on'] = ['organiser', 'started', 'nobody']
const initiative: More['on'] = ['agent', 'initiative', 'own']
const step: More['on'] = ['agent', 'step', 'own']
const written: More['on'] = ['organiser', 'step-written', 'own']
const asked: More['on'] = ['agent', 'step-asked', 'own']
const given: More['on'] = ['agent', 'step-given', 'own']
const oneself: More['on'] = ['agent', 'oneself', 'own']
const LINE = 'Deux mots de moins par courrier'
const IDEA = { text: 'Des paniers de légumes au siège', axis: 'usager' }

export const ACTS: readonly Act[] = [
  ...PLANNING,
  act('channels.settle', 'post /announced/settle'),
  act('channels.repost', 'post /announced/repost'),
  act('channels.bind', 'put /channels/:id/binding', { on: ['organiser', 'free-channel', 'colleague'] }),
  act('channels.unbind', 'put /channels/:id/binding', {
    on: ['organiser', 'channel', 'colleague'],
    ...of('channel', { part: 'channel', direction: null }),
  }),
  act('workshops.answer', 'put /workshops/:id/answer', { on: ['agent', 'workshop', 'nobody'] }),
  act('workshops.remind-opening', 'put /workshops/:id/opening', { on: ['agent', 'later', 'nobody'] }),
  act('workshops.confirm', 'put /workshops/:id/offer', { on: ['agent', 'offer', 'nobody'] }),
  act('workshops.pass', 'put /workshops/:id/offer', {
    on: ['agent', 'offer', 'nobody'],
    ...of('workshop', { take: false }),
  }),
  act('workshops.swap', 'put /workshops/:id/day', {
    on: ['agent', 'days', 'nobody'],
    press: ({ workshop, day }) => ({ workshop, to: day }),
    call: ({ workshop, day }) => ({ params: { id: workshop }, body: { to: day } }),
  }),
  act('workshops.show-name', 'put /workshops/:id/shown', { on: seat }),
  act('workshops.needs', 'put /workshops/:id/my-needs', { on: seat }),
  act('attendance.enter', 'post /attendance/check-in', { on: seat, late: true }),
  act('attendance.come-in', 'post /attendance/come-in', { on: ['agent', 'under-way', 'nobody'] }),
  act('feedback.give', 'put /workshops/:id/my-feedback', { on: ['agent', 'message-asked', 'own'] }),
  act('feedback.missed', 'put /workshops/:id/my-feedback', {
    on: ['agent', 'message-asked', 'own'],
    ...of('workshop', { absent: true }),
  }),
  act('trials.answer', 'put /trials/:id/answers', { on: ['agent', 'look-in', 'colleague'] }),
  act('ideas.submit', 'post /ideas', {
    press: () => ({ ...IDEA, box: '', nonce: NONCE }),
    call: body({ ...IDEA, nonce: NONCE }),
    on: ['agent', 'nothing', 'nobody'],
  }),
  act('ideas.submit-different', 'post /ideas', {
    press: () => ({ ...IDEA, box: '', nonce: NONCE }),
    call: body({ ...IDEA, nonce: NONCE }),
    on: ['agent', 'nothing', 'nobody'],
  }),
  act('ideas.gather', 'post /workshops/:id/ideas', {
    press: ({ workshop }) => ({ ...IDEA, workshop, table: '4', nonce: NONCE }),
    call: ({ workshop }) => ({ params: { id: workshop }, body: { ...IDEA, table: '4', nonce: NONCE } }),
    on: ['organiser', 'under-way', 'nobody'],
  }),
  act('ideas.support', 'put /ideas/:id/support', { on: theirs }),
  act('ideas.support-instead', 'put /ideas/:id/support', { on: theirs }),
  act('ideas.set-axis', 'put /ideas/:id/axis', { on: mine }),
  act('ideas.comment', 'post /ideas/:id/comments', { on: theirs }),
  act('ideas.answer', 'post /ideas/:id/answer', { on: lab }),
  act('nudges.answer', 'post /ideas/:id/answer', {
    on: lab,
    press: ({ idea }) => ({ idea, text: 'Nous essayons en juin' }),
  }),
  act('nudges.week-answer', 'post /ideas/:id/answer', {
    on: lab,
    press: ({ idea }) => ({ idea, text: 'Nous essayons en juin' }),
  }),
  act('nudges.week-undo', 'post /ideas/:id/take-back', {
    on: ['organiser', 'decided', 'nobody'],
  }),
  act('ideas.decide', 'put /ideas/:id/state', { on: lab, ...of('idea', { state: 'retained' }) }),
  act('ideas.aside', 'put /ideas/:id/state', {
    on: lab,
    ...of('idea', { state: 'aside', reason: 'Le marché court encore' }),
  }),
  act('ideas.take-back', 'post /ideas/:id/take-back', { on: ['organiser', 'decided', 'nobody'] }),
  act('ideas.undo', 'post /ideas/:id/undo', { on: mine }),
  act('steps.write', 'post /steps', {
    on: ['manager', 'retained', 'led'],
    press: ({ retained }) => ({ ...STEP, kind: 'idea', id: retained, who: 'me', named: 'off', nonce: NONCE }),
    call: ({ retained }) => ({ body: { ...STEP, kind: 'idea', id: retained, mine: true, nonce: NONCE } }),
  }),
  act('steps.keep', 'put /steps/:id/state', { on: step }),
  act('steps.undo', 'put /steps/:id/state', {
    on: step,
    ...of('step', { state: 'promised' }),
    before: [{ route: 'put /steps/:id/state' }],
  }),
  act('steps.move', 'put /steps/:id/due', { on: step }),
  act('steps.drop', 'post /steps/:id/drop', { on: step }),
  act('steps.ask', 'put /steps/:id/asked', { on: written }),
  act('steps.unask', 'put /steps/:id/asked', {
    on: ['organiser', 'step-asking', 'own'],
    ...of('step', { person: null }),
  }),
  act('steps.take', 'post /steps/:id/take', { on: written }),
  act('steps.accept', 'post /steps/:id/answer', { on: asked }),
  act('steps.decline', 'post /steps/:id/answer', { on: asked, ...of('step', { accept: false }) }),
  act('steps.give-back', 'post /steps/:id/back', { on: given }),
  act('steps.name', 'put /steps/:id/name', { on: given }),
  act('ideas.report', 'post /ideas/:id/report', {
    on: theirs,
    ...of('idea', { reason: 'Des noms y sont cités' }),
  }),
  act('ideas.report-comment', 'post /comments/:id/report', {
    on: ['agent', 'comment', 'colleague'],
    ...of('comment', { reason: 'Des noms y sont cités' }),
  }),
  act('ideas.withdraw-comment', 'post /comments/:id/withdraw', { on: ['agent', 'comment', 'own'] }),
  act('ideas.undo-withdraw-comment', 'post /comments/:id/withdraw/undo', {
    on: ['agent', 'comment-withdrawn', 'own'],
  }),
  act('ideas.hide', 'post /ideas/:id/hide', { on: lab }),
  act('ideas.dismiss', 'post /ideas/:id/dismiss', { on: lab, before: [{ route: 'post /ideas/:id/report' }] }),
  act('ideas.restore', 'post /ideas/:id/restore', { on: lab, before: [{ route: 'post /ideas/:id/hide' }] }),
  act('ideas.merge', 'post /ideas/:id/merge', { on: lab }),
  act('ideas.undo-merge', 'post /ideas/:id/merge/undo', {
    on: lab,
    before: [{ route: 'post /ideas/:id/merge' }],
  }),
  act('ideas.answer-merge', 'post /merges/:id/answer', { on: ['agent', 'proposal', 'own'] }),
  act('ideas.unname', 'post /ideas/:id/unname', { on: mine }),
  act('ideas.open-box', 'post /idea-boxes', {
    press: () => ({ ...BOX, nonce: NONCE }),
    call: body({ ...BOX, nonce: NONCE }),
  }),
  act('ballots.open', 'post /ballots'),
  act('ballots.open-table', 'post /workshops/:id/table-vote', { on: ['organiser', 'under-way', 'nobody'] }),
  act('ballots.start', 'post /ballots/:id/start', { on: ['organiser', 'waiting-ballot', 'nobody'] }),
  act('ballots.vote', 'put /ballots/:id/vote', { on: ['agent', 'ballot', 'nobody'] }),
  act('ballots.close', 'post /ballots/:id/close', { on: ['organiser', 'ballot', 'nobody'] }),
  act('ballots.sequel', 'put /ballots/:id/sequel', { on: ['organiser', 'closed-ballot', 'nobody'] }),
  act('initiatives.carry', 'post /initiatives', { on: ['agent', 'retained', 'own'] }),
  act('initiatives.join', 'put /initiatives/:id/membership', { on: ['agent', 'initiative', 'colleague'] }),
  act('initiatives.support', 'put /ideas/:id/support', {
    on: ['agent', 'initiative', 'colleague'],
    ...of('initiative', { support: true }),
  }),
  act('initiatives.edit', 'put /initiatives/:id', { on: initiative }),
  act('initiatives.inspire', 'post /initiatives/:id/inspire', { on: ['agent', 'initiative', 'elsewhere'] }),
  act('trials.decide', 'put /trials/:id/decision', { on: ['agent', 'trial-due', 'own'] }),
  act('initiatives.hand-over', 'put /initiatives/:id/owner', { on: initiative }),
  act('trials.try', 'put /trials/:id/tester', { on: ['agent', 'trial', 'colleague'] }),
  act('trials.note', 'post /trials/:id/notes', {
    on: ['agent', 'trial-tried', 'colleague'],
    press: ({ trial }) => ({ trial, text: LINE, nonce: NONCE }),
    call: ({ trial }) => ({ params: { id: trial }, body: { text: LINE, nonce: NONCE } }),
  }),
  act('trials.reading', 'put /trials/:id/readings', { on: ['agent', 'trial', 'own'] }),
  act('commitments.take', 'post /commitments', {
    on: ['agent', 'nothing', 'nobody'],
    press: () => ({ ...COMMITMENT, idea: '', inspired: '', nonce: NONCE }),
    call: body({ ...COMMITMENT, nonce: NONCE }),
  }),
  act('commitments.end', 'post /commitments/:id/end', { on: commitment }),
  act('commitments.undo-end', 'post /commitments/:id/undo', { on: ['agent', 'commitment-ended', 'own'] }),
  act('commitments.move', 'put /commitments/:id/horizon', { on: commitment }),
  act('commitments.change', 'put /commitments/:id', { on: commitment }),
  act('commitments.share', 'put /commitments/:id', {
    on: commitment,
    ...of('commitment', { nonce: NONCE, visibility: 'me' }),
    press: ({ commitment }) => ({ commitment, visibility: 'me' }),
  }),
  act('commitments.note', 'post /commitments/:id/notes', { on: commitment }),
  act('broadcasts.write', 'post /broadcasts', {
    press: () => ({ ...BROADCAST, broadcast: '', nonce: NONCE }),
    call: body({ text: BROADCAST.text, audience: { kind: 'roles', roles: ['organiser'] }, nonce: NONCE }),
  }),
  act('broadcasts.remove', 'post /broadcasts/:id/remove', { on: draft }),
  act('broadcasts.rehearse', 'post /broadcasts/:id/rehearsal', { on: draft }),
  act('broadcasts.start', 'post /broadcasts/:id/start', { on: draft }),
  act('broadcasts.plan', 'post /broadcasts/:id/plan', { on: draft }),
  act('broadcasts.unplan', 'post /broadcasts/:id/unplan', {
    on: draft,
    before: [{ route: 'post /broadcasts/:id/plan' }],
  }),
  act('broadcasts.pause', 'post /broadcasts/:id/pause', { on: started }),
  act('broadcasts.go-on', 'post /broadcasts/:id/go-on', {
    on: started,
    before: [{ route: 'post /broadcasts/:id/pause' }],
  }),
  act('broadcasts.again', 'post /broadcasts/:id/again', { on: started }),
  act('broadcasts.stop', 'post /broadcasts/:id/stop', { on: started }),
  act('messages.cap', 'put /me/messages', { on: oneself }),
  act('messages.choose', 'put /me/messages', {
    on: oneself,
    call: body({ perWeek: 2, daysOff: ['wednesday'], topic: { topic: 'idea-answered', on: false } }),
  }),
  act('messages.pause', 'put /me/messages', { on: oneself, call: body({ pausedUntil: '2027-04-30' }) }),
  act('messages.stop', 'put /me/messages', {
    on: oneself,
    call: body({ topic: { topic: 'idea-answered', on: false } }),
  }),
  act('messages.resume', 'put /me/messages', {
    on: oneself,
    call: body({ topic: { topic: 'idea-answered', on: true } }),
    before: [{ route: 'put /me/messages', call: body({ topic: { topic: 'idea-answered', on: false } }) }],
  }),
  act('rights.erase', 'post /me/data/erase', {
    on: oneself,
    press: () => ({ ideas: 'unname', sure: 'yes' }),
    call: body({ ideas: 'unname', sure: true }),
  }),
  act('people.direction', 'put /me', {
    on: oneself,
    press: () => ({ direction: 'europe' }),
    call: body({ direction: 'europe' }),
  }),
  act('people.language', 'put /me', {
    on: oneself,
    press: () => ({ language: 'en' }),
    call: body({ language: 'en' }),
  }),
  act('people.language', 'put /me', {
    on: oneself,
    press: () => ({ language: 'client' }),
    call: body({ language: 'client' }),
    before: [{ route: 'put /me', call: body({ language: 'fr' }) }],
  }),
  act('people.hand-over', 'put /directions/:id/pilot', { on: ['organiser', 'direction', 'led'] }),
  act('people.name-deputy', 'put /directions/:id/deputy', { on: ['organiser', 'direction', 'led'] }),
  act('people.remove-deputy', 'put /directions/:id/deputy', {
    on: ['organiser', 'direction', 'led'],
    ...of('direction', { to: null }),
    before: [{ route: 'put /directions/:id/deputy' }],
  }),
  act('ideas.correct', 'put /ideas/:id/text', {
    on: mine,
    press: ({ idea }) => ({ idea, text: 'Relire nos lettres', axis: 'usager' }),
  }),
  act('broadcasts.write', 'put /broadcasts/:id', {
    on: draft,
    press: ({ broadcast }) => ({ ...BROADCAST, text: 'Une autre fois', broadcast, nonce: NONCE }),
    ...of('broadcast', { text: 'Une autre fois', audience: { kind: 'roles', roles: ['organiser'] } }),
  }),
  act('commitments.take', 'post /commitments/:id/me-too', {
    on: ['agent', 'commitment-everyone', 'colleague'],
    press: ({ commitment }, word) => ({
      ...COMMITMENT,
      text: word,
      visibility: 'me',
      idea: '',
      inspired: commitment,
      nonce: NONCE,
    }),
  }),
  act('commitments.tell', 'put /commitments/:id/story', {
    on: ['agent', 'commitment-kept', 'own'],
    press: ({ commitment }) => ({ commitment, text: 'Un courrier relu', named: 'no', nonce: NONCE }),
    call: ({ commitment }) => ({
      params: { id: commitment },
      body: { text: 'Un courrier relu', named: false, nonce: NONCE },
    }),
  }),
  act('commitments.withdraw-story', 'post /commitments/:id/story/withdraw', {
    on: ['agent', 'story', 'own'],
  }),
  act('commitments.publish-story', 'post /stories/:id/publish', { on: ['pilot', 'story', 'led'] }),
  act('commitments.set-story-aside', 'put /stories/:id/aside', { on: ['pilot', 'story', 'led'] }),
  act('nudges.post', 'post /directions/:id/posts', {
    on: ['pilot', 'message-post', 'led'],
    call: ({ direction, workshop }) => ({
      params: { id: direction },
      body: { nonce: NONCE, thing: 'workshop', of: workshop, text: 'Qui vient ?' },
    }),
  }),
]
