import type { PreferencesInput, PreferencesView, TopicName } from '../../../contract/messages.ts'

/** What a person changed and has not sent yet. An empty `pausedUntil` ends the pause. */
export type PreferenceChanges = {
  readonly perWeek?: number
  readonly pausedUntil?: string
  readonly daysOff?: PreferencesView['daysOff']
  readonly topics: Readonly<Partial<Record<TopicName, boolean>>>
}
export const NO_CHANGE: PreferenceChanges = { topics: {} }

/** What the form shows: what is held, with what was changed over it. */
export function shownOf(view: PreferencesView, { topics, ...rest }: PreferenceChanges): PreferencesView {
  return {
    ...view,
    ...rest,
    topics: view.topics.map(({ topic, on, quiet }) => {
      const chosen = topics[topic] ?? on
      return { topic, on: chosen, ...(quiet && !chosen && { quiet }) }
    }),
  }
}

/** Request bodies: one for the numbers, one per changed topic. Idempotent. */
export function inputsOf(view: PreferencesView, changes: PreferenceChanges): readonly PreferencesInput[] {
  const shown = shownOf(view, changes)
  const pausedUntil = shown.pausedUntil || null
  const numbers = {
    ...(shown.perWeek !== view.perWeek && { perWeek: shown.perWeek }),
    ...(pausedUntil !== (view.pausedUntil ?? null) && { pausedUntil }),
    ...(shown.daysOff.join() !== view.daysOff.join() && { daysOff: [...shown.daysOff] }),
  }
  const topics = shown.topics
    .filter(({ on }, at) => on !== view.topics[at]?.on)
    .map(({ topic, on }) => ({ topic: { topic, on } }))
  return [...(Object.keys(numbers).length > 0 ? [numbers] : []), ...topics]
}
