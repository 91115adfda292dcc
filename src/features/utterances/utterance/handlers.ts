import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import { idempotencyKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed, Typed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import { noticeCard } from '../../../conversation/replies/common-cards.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { may } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { lookingInput } from '../../asking/index.ts'
import type { Programme } from '../../programme/index.ts'
import { COUNT_STEMS } from '../axis/schedule.ts'
import type { AxisGuessUsecases } from '../axis/usecases.ts'
import { contactsCard } from '../distress/cards.ts'
import { distressIn } from '../distress/distress.ts'
import { readingOf } from '../reading/reading.ts'
import { commandButton, rewriteCard } from './cards.ts'
import { UTTERANCE_PERMISSIONS } from './domain.ts'
import { greetingCard, relatedCard } from './list-cards.ts'
import type { OfferReply } from './making-handlers.ts'
import type { RelatedUsecases } from './related-usecases.ts'
import { EXPIRE, type UtteranceUsecases } from './usecases.ts'
import type { WaitingUsecases } from './waiting-usecases.ts'

/** How a question is answered whose author makes nothing of what they typed. */
export type AskingReplies = { readonly answered: (actor: Actor, typed: string) => Promise<Reply> }

type Parts = {
  readonly utterances: UtteranceUsecases
  readonly guessing: Pick<AxisGuessUsecases, 'count'>
  readonly related: RelatedUsecases['related']
  readonly waitingFor: WaitingUsecases['waitingFor']
  readonly offer: OfferReply
  readonly asking: AskingReplies
  readonly programme: Pick<Programme, 'contacts'>
  readonly isClosed: () => Promise<boolean>
  readonly words: (language: Language) => Words
}

const one = z.object({ utterance: z.string().regex(ID) })
const showing = one.extend(lookingInput.shape)
const rewriting = one.extend({ text: z.string().max(40_000).default('') })

/** What a greeting offers besides what waits. */
const OFFERED = { acting: ['ateliers', 'idee', 'aide'], reading: ['aide'] } as const
/** Commands that a card offers for itself. */
const HELP = 'aide'
const IDEA = 'idee'
const LIGHT = /💡/u
const WAVE = /👋/u
const ASKS = /\?\s{0,9}$/u

/** What is typed in a personal chat that is no command, and greetings. */
export function utteranceHandlers(parts: Parts) {
  const { utterances, guessing, related, waitingFor, offer, asking, programme, isClosed, words } = parts
  const reply = ({ language }: Actor, card: CardOf, summary: string, notice?: Notice): Reply => ({
    card,
    language,
    summary,
    ...(notice && { notice }),
  })

  /** Contacts alone: nothing of the message is kept. */
  function contacts(actor: Actor): Reply {
    const card = contactsCard(words(actor.language), programme.contacts)
    return reply(actor, card, words(actor.language).say('utterance.distress.title'))
  }

  async function greet(actor: Actor): Promise<Reply> {
    const w = words(actor.language)
    const offered = may(UTTERANCE_PERMISSIONS.read, actor.role) ? OFFERED.acting : OFFERED.reading
    const card = greetingCard(w, actor.name, await waitingFor(actor), offered)
    return reply(actor, card, card.data.title)
  }

  /** A short answer to what is nothing to make anything of. */
  function acknowledged(actor: Actor, text: string, kind: 'thanks' | 'nothing'): Reply {
    const w = words(actor.language)
    const title = w.say(kind === 'thanks' ? 'utterance.thanks' : 'utterance.nothing')
    const buttons = [...(LIGHT.test(text) ? [IDEA] : []), HELP].map(name => commandButton(w, name))
    return reply(actor, noticeCard({ tone: 'good', title }, buttons), title)
  }

  async function unmatched(
    actor: Actor,
    incoming: Typed,
    near: Parameters<NonNullable<Handlers['unmatched']>>[2],
  ): Promise<Reply | undefined> {
    const { text } = incoming
    const sign = distressIn(text)
    if (sign === 'sure') return contacts(actor)
    const kind = readingOf(text)
    const { named } = near
    // « Merci pour l’annonce » thanks, though it names a command; « bonjour, quand finit le vote ? » asks for one.
    const isLost = near.meant === undefined && !(named.length > 0 && ASKS.test(text))
    const isNothing = kind === 'nothing' && isLost && named.length === 0
    if ((isLost && kind === 'greeting') || (isNothing && WAVE.test(text))) return greet(actor)
    if ((isLost && kind === 'thanks') || isNothing) return acknowledged(actor, text, kind)
    // An observer makes nothing, and a closed programme takes nothing in: they ask all the same.
    if (!may(UTTERANCE_PERMISSIONS.read, actor.role) || (await isClosed()))
      return kind === 'question' && isLost ? asking.answered(actor, text).catch(unclear) : undefined
    const idea = near.begun?.command.name === IDEA ? near.begun.text : undefined
    const kept = await utterances.keep(actor, idea ?? text, idempotencyKeys(actor, incoming))
    const begun = idea === undefined ? near.begun?.command.name : undefined
    const [command] = [near.meant?.name, begun, ...named].filter(name => name !== undefined)
    return offer(actor, kept, { sign, ...(command !== undefined && { commands: [command] }) })
  }

  async function show(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { utterance, ...looking } = parse(showing, data)
    return offer(actor, await utterances.find(actor, utterance), { looking })
  }

  async function rewriteForm(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { utterance, text } = parse(rewriting, data)
    const w = words(actor.language)
    const card = rewriteCard(w, await utterances.find(actor, utterance), text === '' ? undefined : text)
    return reply(actor, card, w.say('utterance.rewrite.title'))
  }

  async function rewrite(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { utterance, text } = parse(rewriting, data)
    if (distressIn(text) === 'sure') return contacts(actor)
    const now = await utterances.rewrite(actor, utterance, text)
    return offer(actor, now, {
      notice: { tone: 'good', title: words(actor.language).say('utterance.rewritten') },
    })
  }

  async function search(actor: Actor, { data }: Pressed): Promise<Reply> {
    const kept = await utterances.find(actor, parse(one, data).utterance)
    const card = relatedCard(words(actor.language), kept, await related(actor, kept.text))
    return reply(actor, card, card.data.title)
  }

  const concerned = (actor: Actor, text: string) =>
    distressIn(text) === 'sure' ? contacts(actor) : undefined

  return {
    concerned,
    unmatched,
    greets: (actor: Actor) => greet(actor),
    first: async (actor: Actor, { text }: Typed) => concerned(actor, text),
    verbs: {
      'utterances.show': show,
      'utterances.rewrite-form': rewriteForm,
      'utterances.rewrite': { run: rewrite, redraw: rewriteForm },
      'utterances.search': search,
    },
    facts: {
      [EXPIRE]: async () => {
        await utterances.expire()
        return []
      },
      [COUNT_STEMS]: async () => {
        await guessing.count()
        return []
      },
    },
  } satisfies Handlers & { readonly concerned: (actor: Actor, text: string) => Reply | undefined }
}

/** What names nothing to look for, or too much, is no question: the help answers it. */
function unclear(error: unknown): undefined {
  if (error instanceof Refusal && (error.code === 'question-unclear' || error.code === 'too-long'))
    return undefined
  throw error
}
