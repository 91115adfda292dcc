import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Programme } from '../../programme/index.ts'
import { directionCard, installCard, languageCard, type Privacy, welcomeCard } from './cards.ts'
import type { DirectionChoiceUsecases } from './direction-usecases.ts'
import type { LanguageChoice, OpenNow } from './domain.ts'
import type { PersonUsecases } from './usecases.ts'

type Parts = {
  readonly person: Pick<PersonUsecases, 'chooseLanguage' | 'followClient' | 'welcome' | 'actor'>
  readonly chooseDirection: DirectionChoiceUsecases['chooseDirection']
  /** The person's chat, or why the bot cannot write to them. */
  readonly reachOf: (
    person: string,
  ) => Promise<{ readonly to: string } | { readonly why: string } | undefined>
  readonly directions: readonly { readonly id: string; readonly name: string }[]
  /** A changed method changes them. */
  readonly axes: () => Programme['axes']
  readonly openNow: (actor: Actor) => Promise<OpenNow>
  readonly words: (language: Language) => Words
  /** Language used until the person chooses one. */
  readonly firstLanguage: (locale: string) => Language
  readonly languages: readonly LanguageChoice[]
  /** Deep link with which a person installs the app. */
  readonly installLink: string
  readonly privacy: Privacy
  /** Link to the page with one's own data. */
  readonly ownData: string
}

/** Option « language of my Teams client », for whoever chooses none. */
const CLIENT = 'client'

const again = z.object({
  verb: z.string().regex(/^[a-z]+\.[a-z-]+$/),
  data: z.record(z.string(), z.unknown()),
})
const chosen = z.object({ direction: z.string().max(80), again: again.optional() })
const spoken = z.object({ language: z.string().max(40) })

export function personHandlers(parts: Parts) {
  const { person: people, chooseDirection, reachOf, directions, axes, privacy, ownData } = parts
  const { words, firstLanguage, languages, installLink, openNow } = parts

  type Course = { readonly correcting?: boolean; readonly back?: z.infer<typeof again> }

  const welcome = async (actor: Actor, notice?: Notice, course: Course = {}): Promise<Reply> => {
    const w = words(actor.language)
    const open = await openNow(actor)
    const card = welcomeCard(w, actor, directions, {
      ...course,
      privacy: { ...privacy, mine: ownData },
      axes: axes(),
      open,
    })
    return {
      card,
      language: actor.language,
      summary: w.say('welcome.summary', { app: w.say('app.name') }),
      notice,
    }
  }

  const language = (actor: Actor, notice?: Notice): Reply => {
    const w = words(actor.language)
    return {
      card: languageCard(w, languages),
      language: actor.language,
      summary: w.say('language.current'),
      notice,
    }
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
        shows: true,
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
        return [{ to: reached.to, key: `welcome:${person}`, reply: await welcome(actor) }]
      },
    },
    places: [
      async (actor, event) => {
        // A late install event of somebody who has removed the app since is not answered: the next install is.
        if (actor && !actor.unreachable && event.kind === 'installed' && event.place.kind === 'personal')
          await people.welcome(actor)
      },
    ],
  } satisfies Handlers

  /**
   * Card below the answer to a tap in a channel: asks for the Direction while it is unknown; then explains how to
   * install the app while the bot cannot write to the person.
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
