import type {
  DecidedTrialView,
  InitiativeTrials,
  TrialPlan,
  TrialView,
} from '../../../contract/initiatives/trials.ts'
import type { SheetSources } from '../store/gallery-stores.ts'
import { pathTo } from '../store/lists.ts'
import type { Store } from '../store/store.ts'

/** A plan as a form sends it: measures without what the page alone knows of them. */
export type SentPlan = TrialPlan
export type SentReading = { readonly measure: string; readonly typed: string; readonly sure: boolean }
export type SentAnswers = {
  readonly round: string
  readonly answers: readonly { readonly measure: string; readonly step: number }[]
}
export type SentDecision = {
  readonly kind: 'generalise' | 'adjust' | 'stop'
  readonly why: string
  readonly learnt: string
  readonly directions: readonly string[]
}

/** The trials of an initiative with an answer in its place: what was at present is so, decided or not, until it is read again. */
export function withTrial(trials: InitiativeTrials, view: TrialView): InitiativeTrials {
  const known = trials.past.some(({ id }) => id === view.id)
  if (!known) return { ...trials, current: view, ...(view.decision === undefined && { mayPlan: false }) }
  return { ...trials, past: trials.past.map(one => (one.id === view.id ? view : one)) }
}

/**
 * All acts on the trials of a sheet. Each resolves with the server's answer; `told` is called after those that may add to the
 * thread.
 * @throws Failure
 */
export function trialActs(sheet: Store<SheetSources>, told: () => void = () => undefined) {
  const settle = (view: TrialView) => sheet.put('trials', trials => withTrial(trials, view))
  const put = (id: string, part: string, body: unknown) =>
    sheet.send<TrialView>('PUT', pathTo('/trials', id, part), body, settle)
  const telling = async <T>(sent: Promise<T>): Promise<T> => {
    const answer = await sent
    told()
    return answer
  }
  return {
    plan: (initiative: string, nonce: string, plan: SentPlan) =>
      telling(
        sheet.send<TrialView>(
          'POST',
          pathTo('/initiatives', initiative, 'trials'),
          { ...plan, nonce },
          settle,
        ),
      ),
    change: (id: string, plan: SentPlan) =>
      sheet.send<TrialView>('PUT', `/trials/${encodeURIComponent(id)}`, plan, settle),
    drop: (id: string) =>
      sheet.send<unknown>('DELETE', `/trials/${encodeURIComponent(id)}`, undefined, () =>
        sheet.put('trials', ({ current: _, ...rest }) => rest),
      ),
    tryIt: ({ id }: TrialView, trying: boolean) =>
      sheet.send<TrialView>('PUT', pathTo('/trials', id, 'tester'), { trying }, settle, {
        trials: trials =>
          trials.current?.id === id ? { ...trials, current: { ...trials.current, trying } } : trials,
      }),
    record: (id: string, reading: SentReading) => put(id, 'readings', reading),
    answer: (id: string, answers: SentAnswers) => put(id, 'answers', answers),
    note: (id: string, nonce: string, text: string) =>
      telling(sheet.send<TrialView>('POST', pathTo('/trials', id, 'notes'), { nonce, text }, settle)),
    decide: (id: string, decision: SentDecision) =>
      telling(sheet.send<DecidedTrialView>('PUT', pathTo('/trials', id, 'decision'), decision, settle)),
  }
}
export type TrialActs = ReturnType<typeof trialActs>
