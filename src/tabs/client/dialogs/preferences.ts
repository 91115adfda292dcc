import type { PreferencesInput, PreferencesView, TopicName } from '../../contract/messages.ts'

/** What a person changed and has not sent yet. An empty `pausedUntil` ends the pause. */
export type Changes = {
  readonly perWeek?: number
  readonly pausedUntil?: string
  readonly topics: Readonly<Partial<Record<TopicName, boolean>>>
}
export const NO_CHANGE: Changes = { topics: {} }

/** What the form shows: what is held, with what was changed over it. */
export function shownOf(view: PreferencesView, { topics, ...rest }: Changes): PreferencesView {
  return {
    ...view,
    ...rest,
    topics: view.topics.map(one => ({ ...one, on: topics[one.topic] ?? one.on })),
  }
}

/** What to send: one body for the numbers, one for each topic that differs. The same again changes nothing. */
export function inputsOf(view: PreferencesView, changes: Changes): readonly PreferencesInput[] {
  const shown = shownOf(view, changes)
  const pausedUntil = shown.pausedUntil || null
  const numbers = {
    ...(shown.perWeek !== view.perWeek && { perWeek: shown.perWeek }),
    ...(pausedUntil !== (view.pausedUntil ?? null) && { pausedUntil }),
  }
  const topics = shown.topics
    .filter(({ on }, at) => on !== view.topics[at]?.on)
    .map(({ topic, on }) => ({ topic: { topic, on } }))
  return [...(Object.keys(numbers).length > 0 ? [numbers] : []), ...topics]
}
