import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { LANGUAGES, type Language } from '../../../kernel/text/language.ts'
import { directionCard, installCard, languageCard, type Privacy, welcomeCard } from './cards.ts'
import type { DirectionChoiceUsecases } from './direction-usecases.ts'
import type { PersonUsecases } from './usecases.ts'

type Parts = {
  readonly person: Pick<PersonUsecases, 'chooseLanguage' | 'followClient' | 'welcome' | 'actor'>
  readonly chooseDirection: DirectionChoiceUsecases['chooseDirection']
  /** Where the bot can write to somebody, or why it cannot. */
  readonly reachOf: (
    person: string,
  ) => Promise<{ readonly to: string } | { readonly why: string } | undefined>
  readonly directions: readonly { readonly id: string; readonly name: string }[]
  readonly words: (language: Language) => Words
  /** The language to speak until the person chooses one. */
  readonly firstLanguage: (locale: string) => Language
  /** Where a person adds the app for themselves. */
  readonly installLink: string
  readonly privacy: Privacy
  /** The link to the page of one's own data. */
  readonly ownData: string
}

/** In the language of one's Teams, for as long as one chooses none. */
const CLIENT = 'client'

const again = z.object({
  verb: z.string().regex(/^[a-z]+\.[a-z-]+$/),
  data: z.record(z.string(), z.unknown()),
})
const chosen = z.object({ direction: z.string().max(80), again: again.optional() })
const spoken = z.object({ language: z.enum([...LANGUAGES, CLIENT]) })

export function personHandlers(parts: Parts) {
  const { person: people, chooseDirection, reachOf, directions, privacy, ownData } = parts
  const { words, firstLanguage, installLink } = parts

  type Course = { readonly correcting?: boolean; readonly back?: z.infer<typeof again> }

  const welcome = (actor: Actor, notice?: Notice, course: Course = {}): Reply => {
    const w = words(actor.language)
    const card = welcomeCard(w, actor, directions, { ...course, privacy: { ...privacy, mine: ownData } })
    return {
      card,
      language: actor.language,
      summary: w.say('welcome.summary', { app: w.say('app.name') }),
      notice,
    }
  }

  const language = (actor: Actor, notice?: Notice): Reply => {
    const w = words(actor.language)
    return { card: languageCard(w), language: actor.language, summary: w.say('language.current'), notice }
  }

  const handlers = {
    commands: [
      {
        name: 'langue',
        words: {
          fr: ['langue', 'ma Direction', 'français', 'anglais'],
          en: ['language', 'my Direction', 'French', 'English'],
        },
        personal: true,
        offered: { agent: 6, pilot: 6, manager: 6, organiser: 8, observer: 2 },
        run: async actor => language(actor),
      },
    ],
    verbs: {
      'people.direction': {
        run: async (actor, pressed) => {
          const { direction, again: back } = parse(chosen, pressed.data)
          if (direction === '') throw new Refusal('direction-missing')
          const now = await chooseDirection(actor, direction)
          return welcome(now, { tone: 'good', title: words(now.language).say('saved') }, back ? { back } : {})
        },
        redraw: async actor => welcome(actor),
      },
      'people.change-direction': async actor => welcome(actor, undefined, { correcting: true }),
      'people.language': async (actor, pressed) => {
        const { language: chosen } = parse(spoken, pressed.data)
        const now =
          chosen === CLIENT
            ? await people.followClient(actor, firstLanguage(pressed.locale))
            : await people.chooseLanguage(actor, chosen)
        return language(now, { tone: 'good', title: words(now.language).say('saved') })
      },
    },
    facts: {
      'people.arrived': async ({ payload }) => {
        const person = String(payload.person)
        const reached = await reachOf(person)
        const actor = await people.actor(person)
        if (!reached || 'why' in reached || !actor) return []
        return [{ to: reached.to, key: `welcome:${person}`, reply: welcome(actor) }]
      },
    },
    places: [
      async (actor, event) => {
        // An install that is told late, of somebody who took the app away since: the next one is welcomed.
        if (actor && !actor.unreachable && event.kind === 'installed' && event.place.kind === 'personal')
          await people.welcome(actor)
      },
    ],
  } satisfies Handlers

  /**
   * Below the answer to a tap in a channel: the Direction is asked as long as it is not known; then it is said how to
   * add the app as long as the bot cannot write to the person.
   */
  const ask = (actor: Actor, pressed: Pressed): Reply | undefined => {
    if (pressed.place.kind === 'personal' || pressed.verb.startsWith('people.')) return undefined
    const w = words(actor.language)
    if (actor.direction !== undefined) {
      if (!actor.unreachable) return undefined
      return { card: installCard(installLink), language: actor.language, summary: w.say('install.add') }
    }
    const again = { verb: pressed.verb, data: pressed.data }
    return {
      card: directionCard(directions, again),
      language: actor.language,
      summary: w.say('direction.ask'),
    }
  }

  return { handlers, ask }
}
