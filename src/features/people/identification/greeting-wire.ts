import type { Arrival } from '../../../conversation/protocol/incoming.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Greeting } from './usecases.ts'

/** An install is an arrival as well. */
type Coming = Arrival & { readonly kind?: string }

type Parts = {
  readonly clock: Clock
  /** Language used until a person chooses one. */
  readonly firstLanguage: (locale: string) => Language
}

/** What an arrival tells of the person who arrives. */
export function greetings({ clock, firstLanguage }: Parts) {
  const inChat = ({ place, kind, at = clock.now() }: Coming) => ({
    chat: place.address,
    came: { kind: kind === 'installed' ? 'install' : 'message', at } as const,
  })
  return (coming: Coming): Greeting => ({
    ...coming.from,
    language: firstLanguage(coming.locale),
    ...(coming.place.kind === 'personal' && inChat(coming)),
    // The bot may not be a member of a group chat, where Teams would not answer.
    ...(coming.place.kind !== 'group' && { askAt: coming.place.channelAddress ?? coming.place.address }),
  })
}
