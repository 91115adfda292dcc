import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { PlaceChanged } from '../../../conversation/protocol/incoming.ts'
import type { Words } from '../../../i18n/words.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { reachCard } from './cards.ts'
import type { ReachUsecases } from './usecases.ts'

type Parts = {
  readonly reachByDirection: ReachUsecases['reachByDirection']
  readonly recordEvent: ReachUsecases['recordEvent']
  readonly directions: Parameters<typeof reachCard>[1]
  readonly words: (language: Language) => Words
  readonly clock: Clock
}

const asked = z.object({ from: z.coerce.number().int().min(0).max(1_000).default(0) })

export function reachHandlers({ reachByDirection, recordEvent, directions, words, clock }: Parts) {
  /** Events about the personal chat; that somebody comes is recorded by the greeting already. */
  async function learn({ kind, from, place, at = clock.now() }: PlaceChanged, greeted: boolean) {
    if (place.kind !== 'personal' || (kind === 'installed' && greeted)) return
    if (kind !== 'installed' && kind !== 'removed') return
    const whom = { tenant: from.tenant, objectId: from.objectId, chat: place.address }
    await recordEvent(whom, { kind: kind === 'installed' ? 'install' : 'uninstall', at })
  }

  return {
    verbs: {
      'people.reach': async (actor, { data }) => {
        const { from } = parse(asked, data)
        const w = words(actor.language)
        const card = reachCard(w, directions, await reachByDirection(actor), from)
        return { card, language: actor.language, summary: w.say('reach.title') }
      },
    },
    places: [(actor, event) => learn(event, actor !== undefined)],
  } satisfies Handlers
}
