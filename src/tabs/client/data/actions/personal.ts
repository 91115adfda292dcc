import type { CheckInView } from '../../../contract/attendance.ts'
import type { BallotView, VoteInput } from '../../../contract/ballots/ballots.ts'
import type { GivenInput, GivenView } from '../../../contract/feedback.ts'
import type { PreferencesInput, PreferencesView } from '../../../contract/messages.ts'
import type { OwnStepView } from '../../../contract/next-steps.ts'
import type { PostInput, PostPlacesView } from '../../../contract/nudges.ts'
import type { NewPilotView, PilotInput, RelayView } from '../../../contract/people/handover.ts'
import type { MeInput, MeView } from '../../../contract/people/people.ts'
import type { MyNeedsView } from '../../../contract/workshops/needs.ts'
import type { VisitView } from '../../../contract/workshops/visit.ts'
import type { AnswerInput, OwnCalendarView, WorkshopView } from '../../../contract/workshops/workshops.ts'
import { changed, pathTo, placed, without } from '../store/lists.ts'
import type { Store } from '../store/store.ts'
import { commitmentActs } from './commitments.ts'
import { draftActs } from './drafts.ts'
import { ideaActs } from './ideas.ts'

/** The other days of its series, which open with it, say the same. */
function remindedWith(list: readonly WorkshopView[], { series, reminded }: WorkshopView) {
  return list.map(({ reminded: was, ...one }) => {
    const same = series !== undefined && one.series === series ? one.opensAt !== undefined && reminded : was
    return { ...one, ...(same && { reminded: same }) }
  })
}

/** Everything a person can do here. Each resolves with what the server then holds. @throws Failure */
export function personalActs(store: Store) {
  const ballot = (view: BallotView) => store.put('ballots', list => placed(list, view))
  const workshop = (view: WorkshopView) => store.put('workshops', list => placed(list, view))
  const opening = (view: WorkshopView) =>
    store.put('workshops', list => remindedWith(placed(list, view), view))
  const feedback = (view: GivenView) =>
    store.put('feedback', list => list.map(one => (one.id === view.id ? { ...one, ...view } : one)))
  const me = (view: MeView) => store.put('me', () => view)
  return {
    ...commitmentActs(store),
    ...ideaActs(store),
    drafts: draftActs(store.ask),
    // Whether there is a place on the waiting list, and whether a seat could be had back, is the server's to say.
    answer: (id: string, input: AnswerInput) =>
      store.send(
        'PUT',
        pathTo('/workshops', id, 'answer'),
        input,
        workshop,
        input.orWait || input.asks ? {} : { workshops: list => changed(list, id, { mine: input.answer }) },
      ),
    /** Takes the seat that is kept for me, or leaves it to the next person. */
    settleOffer: (id: string, take: boolean) =>
      store.send('PUT', pathTo('/workshops', id, 'offer'), { take }, workshop),
    /** Has me told when registration opens, or no longer: for all days of a series. */
    remindOpening: (id: string, on: boolean) =>
      store.send('PUT', pathTo('/workshops', id, 'opening'), { on }, opening),
    /** Gives a seat back for one on another day, in one act. */
    swap: (id: string, to: string) => store.send('PUT', pathTo('/workshops', id, 'day'), { to }, workshop),
    /** By the six letters of the day; `come-in` takes a seat that is left. */
    enter: (door: 'check-in' | 'come-in', letters: string) =>
      store.send<CheckInView>('POST', `/attendance/${door}`, { letters }, () => undefined),
    showName: (id: string, shown: boolean) =>
      store.send<VisitView>('PUT', pathTo('/workshops', id, 'shown'), { shown }, () => undefined),
    sayNeeds: (id: string, text: string) =>
      store.send<MyNeedsView>('PUT', pathTo('/workshops', id, 'my-needs'), { text }, () => undefined),
    giveFeedback: (id: string, input: GivenInput) =>
      store.send('PUT', pathTo('/workshops', id, 'my-feedback'), input, feedback),
    // No optimistic totals: the server counts, and a sealed vote is shown to nobody.
    vote: ({ id, secret }: BallotView, choice: Extract<VoteInput, { choice: unknown }>['choice']) =>
      store.send('PUT', pathTo('/ballots', id, 'vote'), { choice }, ballot, {
        ballots: list => changed(list, id, { mine: secret ? [] : choice }),
      }),
    /** « Sans suite », or that it is taken back. */
    settleBallot: (id: string, none: boolean, word: string) =>
      store.send('PUT', pathTo('/ballots', id, 'sequel'), { none, word }, ballot),
    /** Holds what became of a step; one that is not mine any more leaves the list. */
    settleStep: (id: string, step: OwnStepView | undefined) =>
      store.put('steps', list =>
        step && (step.mine || step.written || step.askedOfMe) ? placed(list, step) : without(list, { id }),
      ),
    correctMe: (input: MeInput) => store.send('PUT', '/me', input, me),
    renewCalendar: (turn: number) =>
      store.send<OwnCalendarView>('PUT', '/me/calendar', { turn }, () => undefined),
    handOver: (direction: string, input: PilotInput) =>
      store.send<NewPilotView>('PUT', pathTo('/directions', direction, 'pilot'), input, () => undefined),
    post: (direction: string, input: PostInput) =>
      store.send<PostPlacesView>('POST', pathTo('/directions', direction, 'posts'), input, () => undefined),
    nameDeputy: (direction: string, to: string | null) =>
      store.send<RelayView>('PUT', pathTo('/directions', direction, 'deputy'), { to }, () => undefined),
    prefer: (input: PreferencesInput) =>
      store.send<PreferencesView>('PUT', '/me/messages', input, () => undefined),
  }
}
export type PersonalActs = ReturnType<typeof personalActs>
