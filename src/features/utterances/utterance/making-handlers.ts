import { z } from 'zod'
import type { Verb } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { IdempotencyKey } from '../../../kernel/storage/idempotency.ts'
import { countGraphemes } from '../../../kernel/text/graphemes.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { fingerprint } from '../../../kernel/text/text.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import {
  type AskingUsecases,
  foundPart,
  type Looking,
  QUESTION_LENGTH,
  type WrittenUsecases,
} from '../../asking/index.ts'
import { type Commitment, horizonText, usualHorizon } from '../../commitments/index.ts'
import type { IdeaSeen, IdeaUsecases } from '../../ideas/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { DistressSign } from '../distress/distress.ts'
import { commitmentWords, ideaWords, readingOf } from '../reading/reading.ts'
import { NO_AXIS, offerCard } from './cards.ts'
import { SENTENCE_LENGTH, type Utterance } from './domain.ts'
import type { UtteranceUsecases } from './usecases.ts'

/** What a card is drawn with besides the message. */
type Beside = {
  /** The axis chosen on the card before; absent: the guessed one. */
  readonly axis?: string
  readonly commands?: readonly string[]
  readonly sign?: DistressSign
  /** How to look for what answers it. */
  readonly looking?: Looking
  readonly notice?: Notice
}
export type OfferReply = (actor: Actor, utterance: Utterance, beside?: Beside) => Promise<Reply>

type Draft = { readonly text: string; readonly axis?: string; readonly box?: string }
type Intention = {
  readonly text: string
  readonly axis: string
  readonly horizon: string
  readonly visibility: 'me'
}

/** What ideas and commitments do, and how they draw what was just made and the form that makes one. */
export type Makers = {
  readonly ideas: Pick<IdeaUsecases, 'submit' | 'similar' | 'openQuestions'>
  readonly commitments: {
    readonly today: () => string
    readonly take: (
      actor: Actor,
      intention: Intention,
      keys: readonly IdempotencyKey[],
    ) => Promise<Commitment>
  }
  readonly asking: Pick<AskingUsecases, 'answer'> & Pick<WrittenUsecases, 'written'>
  readonly drawn: {
    readonly idea: {
      readonly one: (actor: Actor, idea: IdeaSeen, notice?: Notice) => Reply
      readonly form: (actor: Actor, draft: Draft) => Promise<Reply>
    }
    readonly commitment: {
      readonly one: (actor: Actor, commitment: Commitment, notice?: Notice) => Promise<Reply>
      readonly form: (actor: Actor, draft: Draft) => Reply
    }
  }
}

type Parts = Makers & {
  readonly utterances: Pick<UtteranceUsecases, 'find'>
  readonly programme: Pick<Programme, 'axes' | 'axis' | 'contacts' | 'direction'>
  readonly words: (language: Language) => Words
}

const one = z.object({
  utterance: z.string().regex(ID),
  axis: z.string().max(40).default(NO_AXIS),
})
const asking = one.extend({ box: z.string().regex(ID) })

/** Commitments let go and taken anew from the same words. */
const MOST_ANEW = 20

/**
 * What was made of a message is known for longer than the message. Other words, even by an accent alone, make something else.
 * `after`: what was let go since.
 */
function madeOf({ id, text }: Utterance, what: 'idea' | 'commitment', after = ''): readonly IdempotencyKey[] {
  const exact = Buffer.from(text).toString('hex')
  return [{ key: `utterance:${id}:${what}:${fingerprint(exact, after)}`, forMs: 7 * DAY }]
}

export function offering({
  ideas,
  commitments,
  asking,
  drawn,
  programme,
  words,
}: Omit<Parts, 'utterances'>): OfferReply {
  /** The idea that says much the same, of somebody else; a long message is none yet. */
  async function nearTo(actor: Actor, text: string): Promise<IdeaSeen | undefined> {
    const said = ideaWords(text)
    if (countGraphemes(said, SENTENCE_LENGTH) > SENTENCE_LENGTH) return undefined
    return (await ideas.similar(actor, said)).find(({ supported }) => !supported)
  }

  /** What answers a question, on the same card; of a long one, what its beginning asks. */
  async function answersTo(actor: Actor, { id, text }: Utterance, looking: Looking) {
    const asked = text.slice(0, QUESTION_LENGTH).toWellFormed()
    const answer = await asking.answer(actor, asked, looking)
    const again = (further: object) => ({ verb: 'utterances.show', data: { utterance: id, ...further } })
    if (!answer) return []
    const written = await asking.written(actor, asked, answer)
    return foundPart(words(actor.language), programme, answer, again, written).answers
  }

  return async (actor, utterance, beside = {}) => {
    const { axis = utterance.axis ?? '', commands = [], sign, notice, looking = {} } = beside
    const w = words(actor.language)
    // « Proposition : » alone is the command without its text.
    if (ideaWords(utterance.text) === '') return drawn.idea.form(actor, draftOf('', utterance.axis))
    if (commitmentWords(utterance.text) === '')
      return drawn.commitment.form(actor, draftOf('', utterance.axis))
    const kind = readingOf(utterance.text)
    const answers = kind === 'question' && sign !== 'unsure' ? await answersTo(actor, utterance, looking) : []
    const isAssisted = answers.some(({ writtenBy }) => writtenBy !== '')
    const card = offerCard(w, programme, {
      utterance,
      kind,
      axis,
      commands,
      answers,
      contacts: sign === 'unsure' ? programme.contacts : [],
      near: kind === 'proposal' || kind === 'sentence' ? await nearTo(actor, utterance.text) : undefined,
      questions: (await ideas.openQuestions())?.id,
      horizon: horizonText(w, usualHorizon(commitments.today())),
    })
    const summary = notice?.title ?? w.say('utterance.title')
    const assisted = isAssisted && ({ assisted: 'asking' } as const)
    return { card, language: actor.language, summary, ...(notice && { notice }), ...assisted }
  }
}

/** Makes an idea or a commitment of a message, in one press; or opens a form that holds it. */
export function makingVerbs(parts: Parts, offer: OfferReply): Readonly<Record<string, Verb>> {
  const { utterances, ideas, commitments, drawn, programme, words } = parts
  const known = (axis: string) => (programme.axis(axis) ? axis : undefined)

  async function found(actor: Actor, { data }: Pressed) {
    const { utterance, axis } = parse(one, data)
    const chosen = known(axis)
    return { kept: await utterances.find(actor, utterance), ...(chosen !== undefined && { axis: chosen }) }
  }

  async function makeIdea(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { kept, ...axis } = await found(actor, pressed)
    const idea = await ideas.submit(actor, { text: ideaWords(kept.text), ...axis }, madeOf(kept, 'idea'))
    const { say } = words(actor.language)
    return drawn.idea.one(actor, idea, {
      tone: 'good',
      title: say('idea.received'),
      text: say('idea.received.sub'),
    })
  }

  /** The open form: with the words while they are kept, without them afterwards. */
  async function ideaForm(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { kept, ...axis } = await found(actor, pressed).catch(gone)
    return drawn.idea.form(actor, { text: kept ? ideaWords(kept.text) : '', ...axis })
  }

  /** Takes it, and anew where what was taken from the same words was let go since. */
  async function take(actor: Actor, kept: Utterance, intention: Intention): Promise<Commitment> {
    let taken = await commitments.take(actor, intention, madeOf(kept, 'commitment'))
    for (let times = 0; taken.state === 'let-go' && times < MOST_ANEW; times++)
      taken = await commitments.take(actor, intention, madeOf(kept, 'commitment', taken.id))
    return taken
  }

  async function commit(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { kept, axis } = await found(actor, pressed)
    if (axis === undefined) throw new Refusal('axis-missing')
    const horizon = usualHorizon(commitments.today())
    const intention = { text: commitmentWords(kept.text), axis, horizon, visibility: 'me' } as const
    const taken = await take(actor, kept, intention)
    if (taken.state !== 'taken') return drawn.commitment.one(actor, taken)
    const { say } = words(actor.language)
    return drawn.commitment.one(actor, taken, { tone: 'good', title: say('commit.taken') })
  }

  /** Without an axis the card stands, to be pressed again; otherwise as for an idea. */
  async function commitForm(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { kept, axis } = await found(actor, pressed).catch(gone)
    if (kept && axis === undefined) return offer(actor, kept, { axis: '' })
    return drawn.commitment.form(actor, draftOf(kept ? commitmentWords(kept.text) : '', axis))
  }

  /** The box that takes questions, with the words in it. */
  async function ask(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { utterance, box } = parse(asking, data)
    const { text } = await utterances.find(actor, utterance)
    return drawn.idea.form(actor, { text: ideaWords(text), box })
  }

  return {
    'utterances.idea': { run: makeIdea, redraw: ideaForm },
    'utterances.commit': { run: commit, redraw: commitForm },
    'utterances.ask': { run: ask, redraw: ideaForm },
  }
}

function draftOf(text: string, axis: string | undefined): Draft {
  return { text, ...(axis !== undefined && { axis }) }
}

function gone(error: unknown): { readonly kept?: Utterance; readonly axis?: string } {
  if (error instanceof Refusal && error.code === 'utterance-gone') return {}
  throw error
}
