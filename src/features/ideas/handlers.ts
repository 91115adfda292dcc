import { z } from 'zod'
import { formNonce } from '../../conversation/form-nonce.ts'
import type { Handlers } from '../../conversation/handlers.ts'
import type { Pressed, Typed } from '../../conversation/incoming.ts'
import { onceKeys } from '../../conversation/once-keys.ts'
import type { Outgoing, Reply } from '../../conversation/reply.ts'
import type { Actor } from '../../kernel/actor.ts'
import { parse } from '../../kernel/parse.ts'
import { permit } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Channel } from '../channels/index.ts'
import { answerHandlers } from './answer-handlers.ts'
import { boxHandlers } from './box-handlers.ts'
import { postedCard } from './cards.ts'
import { commentHandlers } from './comment-handlers.ts'
import { correctionHandlers } from './correction-handlers.ts'
import { decisionHandlers } from './decision-handlers.ts'
import { PERMISSIONS, permitOn } from './domain.ts'
import { type Draft, formCard } from './form-cards.ts'
import { gatheringHandlers } from './gathering-handlers.ts'
import { type HandlerParts, id, none, optional, pressedOn, repliesOf } from './ground-handlers.ts'
import { mergeHandlers } from './merge-handlers.ts'
import { messageHandlers } from './message-handlers.ts'
import { moderationHandlers } from './moderation-handlers.ts'
import type { Unsent } from './similar-cards.ts'
import { askingOf, draft, similarHandlers } from './similar-handlers.ts'
import { summaryHandlers } from './summary-handlers.ts'
import { unnamingHandlers } from './unnaming-handlers.ts'

const pick = z.object({ idea: id, axis: none })
const choice = pressedOn.extend({ support: z.enum(['on', 'off']) })
const page = z.object({ after: none, box: none })

export function ideaHandlers(parts: HandlerParts): Handlers {
  const { ideas, channels, programme, words, home, ids } = parts
  const replies = repliesOf(parts)
  const { reply, done, oneReply, listReply, asItStands } = replies
  const asking = askingOf(parts, replies)

  /** Said to the bot in a channel, an idea is answered for all to see: its card, which will be kept up to date. */
  async function postedReply(idea: string): Promise<Reply> {
    const found = await ideas.posted(idea)
    if (!found) throw new Refusal('gone')
    const card = postedCard(words(home), programme, found)
    return { card, language: home, summary: found.text, postKey: `idea:${idea}` }
  }

  async function formReply(actor: Actor, given: { box: string; nonce: string } & Draft): Promise<Reply> {
    permit(PERMISSIONS.submit, actor.role)
    const box = given.box === '' ? undefined : await ideas.box(given.box)
    const nonce = formNonce(ids, actor, given.nonce)
    const card = formCard(words(actor.language), programme, nonce, box, given)
    return reply(actor.language, card, words(actor.language).say('idea.form.title'))
  }

  async function say(actor: Actor, incoming: Typed | Pressed, text: string): Promise<Reply> {
    if (text === '') return formReply(actor, { box: '', nonce: '' })
    const { kind, key, address } = incoming.place
    const thread = kind === 'personal' ? {} : { thread: { channel: key, address } }
    // Said aloud, it is out already.
    const asked =
      kind === 'personal' && (await asking(actor, incoming, { text, axis: '', box: '', nonce: '' }))
    if (asked) return asked
    const idea = await ideas.submit(actor, { text, ...thread }, onceKeys(actor, incoming))
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
    const idea = await ideas.submit(actor, submission, onceKeys(actor, pressed))
    return oneReply(actor, idea, done(actor, pressed, 'idea.received', 'idea.received.sub'))
  }

  async function submit(actor: Actor, pressed: Pressed): Promise<Reply> {
    const typed = parse(draft, pressed.data)
    // Typed in the chat, an idea has no axis yet; a form asks for it.
    permit(PERMISSIONS.submit, actor.role)
    if (typed.axis === '') throw new Refusal('axis-missing')
    return (await asking(actor, pressed, typed)) ?? send(actor, pressed, typed)
  }

  async function support(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea, support, list, ...where } = parse(choice, pressed.data)
    const on = support === 'on'
    const seen = await ideas.support(actor, idea, on)
    const notice = done(actor, pressed, on ? 'idea.supported' : 'idea.unsupported')
    return list === '' ? oneReply(actor, seen, notice) : listReply(actor, where, notice)
  }

  async function setAxis(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea, axis } = parse(pick, pressed.data)
    return oneReply(actor, await ideas.setAxis(actor, idea, axis), done(actor, pressed, 'idea.axis.saved'))
  }

  async function askAxis(actor: Actor, pressed: Pressed): Promise<Reply> {
    const idea = await ideas.show(actor, parse(pick, pressed.data).idea)
    permitOn(PERMISSIONS.setAxis, idea, actor)
    return oneReply(actor, idea)
  }

  /** A channel that can be posted to; nothing for another one, nor for a chat, which is none. */
  async function standing(id: string): Promise<Channel | undefined> {
    return channels.find(id).catch(error => {
      if (error instanceof Refusal) return undefined
      throw error
    })
  }

  /** The card where it stands; with `team`, only when that is in one of its channels. */
  async function postIdea(idea: string, team?: string): Promise<readonly Outgoing[]> {
    const found = await ideas.posted(idea)
    if (found?.channel === undefined) return []
    const { address, state, hidden } = found
    const place = await standing(found.channel)
    if (team !== undefined && place?.teamId !== team) return []
    const to = address ?? place?.address
    if (to === undefined || (await channels.isShut(found.channel))) return []
    const { say } = words(home)
    const withdrawn = state === 'withdrawn'
    const gone = withdrawn || hidden !== undefined
    const title = withdrawn ? say('idea.withdrawn') : say('idea.hidden.title')
    const summary = gone ? title : found.text
    const card = postedCard(words(home), programme, found)
    const outgoing = { to, key: `idea:${idea}`, reply: reply(home, card, summary) }
    // In a thread the card was the answer to what was typed: should that answer be lost, no second one is posted.
    // Nor is anything posted of an idea that was taken back, or hidden, before its card stood.
    return [address === undefined && !gone ? outgoing : { ...outgoing, editOnly: true }]
  }

  /** The bot can write in a team again: its cards are put right. */
  async function putRight(team: string): Promise<readonly Outgoing[]> {
    return (await Promise.all((await ideas.lately()).map(id => postIdea(id, team)))).flat()
  }

  const others = [
    boxHandlers(parts, replies),
    correctionHandlers(parts, replies),
    commentHandlers(parts, replies),
    answerHandlers(parts, replies),
    unnamingHandlers(parts, replies),
    decisionHandlers(parts, replies),
    gatheringHandlers(parts, replies),
    messageHandlers(parts, replies),
    similarHandlers({ ...parts, send, rewrite: formReply }, replies),
    moderationHandlers(parts, replies),
    mergeHandlers(parts, replies),
    summaryHandlers(parts, replies),
  ]

  return {
    commands: [
      {
        name: 'idee',
        words: { fr: ['idée', 'micro-idée'], en: ['idea', 'micro-idea'] },
        takesText: true,
        offered: { agent: 2, pilot: 2, manager: 2, organiser: 3 },
        run: say,
        redraw: (actor, _, text) => formReply(actor, { text, box: '', nonce: '' }),
      },
      {
        name: 'idees',
        words: { fr: ['idées', 'mes idées'], en: ['ideas', 'my ideas'] },
        // To nobody: it is understood, and « Voir les idées reçues » leads to the same.
        offered: {},
        run: async actor => listReply(actor, { after: '', box: '' }),
      },
    ],
    verbs: {
      'ideas.form': async (actor, pressed) => formReply(actor, parse(draft, pressed.data)),
      'ideas.submit': {
        run: submit,
        redraw: async (actor, pressed) => formReply(actor, parse(draft, pressed.data)),
      },
      'ideas.support': { run: support, redraw: asItStands },
      'ideas.set-axis': { run: setAxis, redraw: asItStands },
      'ideas.ask-axis': { run: askAxis, redraw: asItStands },
      'ideas.show': asItStands,
      'ideas.list': async (actor, pressed) => listReply(actor, parse(page, pressed.data)),
      ...Object.assign({}, ...others.map(({ verbs }) => verbs)),
    },
    facts: {
      'ideas.changed': ({ payload }) => postIdea(String(payload.idea)),
      'channels.back': ({ payload }) => putRight(String(payload.team)),
      'people.direction-chosen': async ({ payload }) => {
        await ideas.place(String(payload.person), String(payload.direction))
        return []
      },
      ...Object.assign({}, ...others.map(({ facts }) => facts)),
    },
  }
}
