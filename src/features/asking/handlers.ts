import { z } from 'zod'
import type { Handlers } from '../../conversation/protocol/handlers.ts'
import type { Pressed, Typed } from '../../conversation/protocol/incoming.ts'
import type { Reply } from '../../conversation/protocol/reply.ts'
import type { Words } from '../../i18n/words.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import { PARTICIPANTS } from '../../kernel/access/permission.ts'
import { parse } from '../../kernel/requests/parse.ts'
import type { Language } from '../../kernel/text/language.ts'
import { answerCard, askingFormCard } from './cards.ts'
import { questionText } from './domain.ts'
import { lookingInput } from './looking.ts'
import type { AskingProgramme } from './said-cards.ts'
import { tokensOf } from './tokens.ts'
import { type AskingUsecases, clear, type Looking } from './usecases.ts'
import { ASKS, KINDS } from './vocabulary.ts'
import type { WrittenUsecases } from './written-usecases.ts'

type Parts = {
  readonly asking: AskingUsecases & WrittenUsecases
  readonly programme: AskingProgramme
  readonly words: (language: Language) => Words
  readonly isClosed: () => Promise<boolean>
  /** Answers what speaks of distress, before anything else does. */
  readonly concerned: (actor: Actor, text: string) => Reply | undefined
}

const asked = lookingInput.extend({ question: z.string().max(40_000).default('') })

/** Words after « demander » that are a question without more: « demander télétravail ». */
const FEW = 3
/** Where a question says of what kind it asks. */
const OPENING = 3

/** Whether what follows the command is asked: « demander leur avis aux usagers » is an idea. */
export function isAsked(text: string): boolean {
  const words = tokensOf(text).map(({ word }) => word)
  const [first = ''] = words
  const isShort = words.length <= FEW
  return (
    isShort || text.includes('?') || ASKS.has(first) || words.slice(0, OPENING).some(word => KINDS.has(word))
  )
}

export function askingHandlers({ asking, programme, words, isClosed, concerned }: Parts) {
  async function form(actor: Actor, typed = ''): Promise<Reply> {
    const { language } = actor
    const w = words(language)
    return {
      card: askingFormCard(w, typed, await asking.nameFor(actor)),
      language,
      summary: w.say('asking.form.title'),
    }
  }

  async function answered(actor: Actor, typed: string, looking: Looking): Promise<Reply> {
    const heard = concerned(actor, typed)
    if (heard) return heard
    const text = questionText(typed)
    const answer = clear(await asking.answer(actor, text, looking))
    const acts = PARTICIPANTS.includes(actor.role) && !(await isClosed())
    const written = await asking.written(actor, text, answer)
    const card = answerCard(words(actor.language), programme, answer, { text, acts, written })
    const summary = String(card.data.title)
    return { card, language: actor.language, summary, ...(written && { assisted: 'asking' }) }
  }

  async function ask(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { question, ...looking } = parse(asked, data)
    return answered(actor, question, looking)
  }

  return {
    /** For what is asked where nothing may be made of it. */
    answered: (actor: Actor, typed: string): Promise<Reply> => answered(actor, typed, {}),
    commands: [
      {
        name: 'demander',
        words: { fr: ['demander', 'questionner'], en: ['ask'] },
        takesText: true,
        fits: isAsked,
        personal: true,
        // Teams lists twelve commands: the help says in a line that a question can be typed as it is.
        offered: {},
        run: async (actor: Actor, _: Typed | Pressed, text: string) =>
          text === '' ? form(actor) : answered(actor, text, {}),
        redraw: async (actor: Actor, _: Typed | Pressed, text: string) => form(actor, text),
      },
    ],
    verbs: {
      'asking.form': async (actor: Actor) => form(actor),
      'asking.ask': {
        run: ask,
        redraw: async (actor: Actor, { data }: Pressed) => form(actor, parse(asked, data).question),
      },
    },
  } satisfies Handlers & { readonly answered: (actor: Actor, typed: string) => Promise<Reply> }
}
