import { formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import { idempotencyKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed, Typed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { capitalised } from '../../../kernel/text/text.ts'
import type { Programme } from '../../programme/index.ts'
import type { BoxUsecases } from '../boxes/usecases.ts'
import { formCard, type IdeaDraft } from '../card/form-cards.ts'
import type { IdeaAxes } from '../card/frame-cards.ts'
import { type IdeaReplies, optional } from '../card/reply-handlers.ts'
import { IDEA_PERMISSIONS } from '../idea/domain.ts'
import type { Unsent } from '../similarity/cards.ts'
import { type AskFirst, draft } from '../similarity/handlers.ts'
import type { SubmissionUsecases } from './usecases.ts'

/** Data of the similar ideas' card: submit what was typed anyway, or edit it. */
type Resending = {
  readonly send: (actor: Actor, pressed: Pressed, draft: Unsent) => Promise<Reply>
  readonly rewrite: (actor: Actor, draft: Unsent) => Promise<Reply>
}

type Parts = {
  readonly boxes: Pick<BoxUsecases, 'box'>
  readonly submissions: Pick<SubmissionUsecases, 'submit'>
  readonly programme: IdeaAxes & Pick<Programme, 'thresholds'>
  readonly words: (language: Language) => Words
  readonly ids: Ids
  readonly asking: AskFirst
  /** The public answer to an idea typed in a channel. */
  readonly postedReply: (idea: string) => Promise<Reply>
}

/** Submitting an idea: typed after the command, or sent from a form. */
export function submissionHandlers(
  { boxes, submissions, programme, words, ids, asking, postedReply }: Parts,
  { reply, done, oneReply }: IdeaReplies,
): Handlers & Resending {
  async function formReply(actor: Actor, given: { box: string; nonce: string } & IdeaDraft): Promise<Reply> {
    permit(IDEA_PERMISSIONS.submit, actor.role)
    const box = given.box === '' ? undefined : await boxes.box(given.box)
    const nonce = formNonce(ids, actor, given.nonce)
    const card = formCard(words(actor.language), programme, nonce, box, given)
    return reply(actor.language, card, words(actor.language).say('idea.form.title'))
  }

  async function say(actor: Actor, incoming: Typed | Pressed, typed: string): Promise<Reply> {
    const text = capitalised(typed)
    if (text === '') return formReply(actor, { box: '', nonce: '' })
    const { kind, key, address } = incoming.place
    const thread = kind === 'personal' ? {} : { thread: { channel: key, address } }
    // Typed in a channel, it is public already, so similar ideas are not shown first.
    const asked =
      kind === 'personal' && (await asking(actor, incoming, { text, axis: '', box: '', nonce: '' }))
    if (asked) return asked
    const idea = await submissions.submit(actor, { text, ...thread }, idempotencyKeys(actor, incoming))
    if (kind !== 'personal') return postedReply(idea.id)
    return oneReply(actor, idea, done(actor, incoming, 'idea.received', 'idea.received.sub'))
  }

  async function send(actor: Actor, pressed: Pressed, given: Unsent): Promise<Reply> {
    const { text, axis, box, unnamed } = given
    const { kind, key } = pressed.place
    const through = box === '' ? {} : { box, ...(kind === 'channel' && { from: key }) }
    const chosen = optional(axis)
    const submission = {
      text,
      ...(chosen !== undefined && { axis: chosen }),
      ...(unnamed === 'on' && { unnamed: true }),
      ...through,
    }
    const idea = await submissions.submit(actor, submission, idempotencyKeys(actor, pressed))
    return oneReply(actor, idea, done(actor, pressed, 'idea.received', 'idea.received.sub'))
  }

  async function submit(actor: Actor, pressed: Pressed): Promise<Reply> {
    const typed = parse(draft, pressed.data)
    // An idea typed in the chat has no axis yet; a form asks for it.
    permit(IDEA_PERMISSIONS.submit, actor.role)
    if (typed.axis === '') throw new Refusal('axis-missing')
    return (await asking(actor, pressed, typed)) ?? send(actor, pressed, typed)
  }

  const redraw = async (actor: Actor, pressed: Pressed) => formReply(actor, parse(draft, pressed.data))

  return {
    send,
    rewrite: formReply,
    commands: [
      {
        name: 'idee',
        words: { fr: ['idée', 'micro-idée', 'j’ai une idée'], en: ['idea', 'micro-idea', 'i have an idea'] },
        takesText: true,
        offered: { agent: 2, pilot: 2, manager: 2, organiser: 3 },
        run: say,
        redraw: (actor, _, text) => formReply(actor, { text, box: '', nonce: '' }),
      },
    ],
    verbs: {
      'ideas.form': redraw,
      'ideas.submit': { run: submit, redraw },
    },
  }
}
