import type { ReadyStoriesView } from '../../../contract/commitment-stories.ts'
import type { PreferencesView } from '../../../contract/messages.ts'
import type { WeekView } from '../../../contract/nudges.ts'
import type { RelayView } from '../../../contract/people/handover.ts'
import type { DirectionSources } from '../../data/sources/direction.ts'
import { about, named, type Readers, whole } from '../../data/sources/sources.ts'
import { namedReadersOf } from '../../direction/reading/readers.ts'

export type PilotSources = DirectionSources & {
  readonly week: WeekView
  readonly messages: PreferencesView
  readonly relay: RelayView
  readonly stories: ReadyStoriesView
}

/** Sources of a pilot's Direction; commitments and next steps are on the Direction's own page. */
export function pilotReaders(direction: string): Readers<PilotSources> {
  const at = `/directions/${encodeURIComponent(direction)}`
  return {
    ...namedReadersOf(direction),
    commitments: async () => ({ value: [], cut: false }),
    week: named('unread.week', about(['ideas', 'channels', 'messages'], whole(`${at}/week`, true))),
    messages: named('unread.choices', about(['messages'], whole('/me/messages'))),
    stories: named('unread.week', about(['commitments', 'channels'], whole(`${at}/stories`))),
    relay: named('unread.relay', about(['people'], whole(`${at}/relay`))),
  }
}
