import { z } from 'zod'
import type { Handlers } from '../../conversation/handlers.ts'
import type { Pressed, Typed } from '../../conversation/incoming.ts'
import { onceKeys } from '../../conversation/once-keys.ts'
import type { Notice, Outgoing, Reply } from '../../conversation/reply.ts'
import type { Key, Words } from '../../i18n/words.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { CardOf } from '../../kernel/card.ts'
import { ID, ID_OR_NONE } from '../../kernel/id.ts'
import type { Ids } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { parse } from '../../kernel/parse.ts'
import { may, permit } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type ChannelUsecases, channelTitle } from '../channels/index.ts'
import type { Programme } from '../programme/index.ts'
import * as boxCards from './box-cards.ts'
import * as cards from './cards.ts'
import { type IdeaSeen, PERMISSIONS } from './domain.ts'
import type { IdeaUsecases } from './usecases.ts'

type Parts = {
  readonly ideas: IdeaUsecases
  readonly channels: Pick<ChannelUsecases, 'find' | 'list'>
  readonly programme: Programme
  readonly words: (language: Language) => Words
  readonly home: Language
  readonly ids: Ids
}

/** Four ideas with an act each leave two acts for the page. */
const PAGE = 4

const id = z.string().regex(ID)
const none = z.string().regex(ID_OR_NONE).default('')
const draft = z.object({ text: z.string().default(''), axis: none, box: none, nonce: none })
const pick = z.object({ idea: id, axis: none })
const choice = z.object({ idea: id, support: z.enum(['on', 'off']), list: none, after: none, box: none })
const page = z.object({ after: none, box: none })
const boxDraft = z.object({
  question: z.string().default(''),
  channel: none,
  nonce: none,
})

function optional(text: string): string | undefined {
  return text === '' ? undefined : text
}

export function ideaHandlers({ ideas, channels, programme, words, home, ids }: Parts): Handlers {
  const reply = (language: Language, card: CardOf, summary: string, notice?: Notice): Reply => ({
    card,
    language,
    summary,
    ...(notice && { notice }),
  })

  /** Said where others may be reading over one's shoulder: this answer is not for them. */
  function done(actor: Actor, { place }: Typed | Pressed, title: Key, text?: Key): Notice {
    const { say } = words(actor.language)
    const lines = [text, place.kind === 'personal' ? undefined : ('only.you' as const)].filter(
      key => key !== undefined,
    )
    return {
      tone: 'good',
      title: say(title),
      ...(lines.length > 0 && { text: lines.map(key => say(key)).join(' ') }),
    }
  }

  function oneReply(actor: Actor, idea: IdeaSeen, notice?: Notice): Reply {
    const card = cards.ideaCard(words(actor.language), programme, idea, may(PERMISSIONS.support, actor.role))
    return reply(actor.language, card, notice?.title ?? idea.text, notice)
  }

  /** Said to the bot in a channel, an idea is answered for all to see: its card, which will be kept up to date. */
  async function postedReply(idea: string): Promise<Reply> {
    const found = await ideas.posted(idea)
    if (!found) throw new Refusal('gone')
    const card = cards.postedCard(words(home), programme, found)
    return { card, language: home, summary: found.text, postKey: `idea:${idea}` }
  }

  async function formReply(
    actor: Actor,
    given: { box: string; nonce: string } & cards.Draft,
  ): Promise<Reply> {
    permit(PERMISSIONS.submit, actor.role)
    const box = given.box === '' ? undefined : await ideas.box(given.box)
    const nonce = optional(given.nonce) ?? ids.nonce()
    const card = cards.formCard(words(actor.language), programme, nonce, box, given)
    return reply(actor.language, card, words(actor.language).say('idea.form.title'))
  }

  async function listReply(
    actor: Actor,
    given: { after: string; box: string },
    notice?: Notice,
  ): Promise<Reply> {
    const [after, boxId] = [optional(given.after), optional(given.box)]
    const box = boxId === undefined ? undefined : await ideas.box(boxId)
    const found = await ideas.list(actor, box ? { box: box.id } : {}, PAGE, after)
    const acts = may(PERMISSIONS.support, actor.role)
    const list = { ...found, acts, ...(after !== undefined && { after }), ...(box && { box }) }
    const card = cards.listCard(words(actor.language), programme, list)
    return reply(actor.language, card, words(actor.language).say('idea.list.title'), notice)
  }

  async function boxFormReply(actor: Actor, nonce: string, given: boxCards.BoxDraft = {}): Promise<Reply> {
    permit(PERMISSIONS.openBox, actor.role)
    const w = words(actor.language)
    const card = boxCards.boxFormCard(w, await channels.list(), nonce, given)
    return reply(actor.language, card, w.say('idea.box.title'))
  }

  async function say(actor: Actor, incoming: Typed | Pressed, text: string): Promise<Reply> {
    if (text === '') return formReply(actor, { box: '', nonce: '' })
    const { kind, key, address } = incoming.place
    const thread = kind === 'personal' ? {} : { thread: { channel: key, address } }
    const idea = await ideas.submit(actor, { text, ...thread }, onceKeys(actor, incoming))
    if (kind !== 'personal') return postedReply(idea.id)
    return oneReply(actor, idea, done(actor, incoming, 'idea.received', 'idea.received.sub'))
  }

  async function submit(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { text, axis, box } = parse(draft, pressed.data)
    const submission = { text, axis, ...(box !== '' && { box }) }
    const idea = await ideas.submit(actor, submission, onceKeys(actor, pressed))
    return oneReply(actor, idea, done(actor, pressed, 'idea.received', 'idea.received.sub'))
  }

  async function support(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea, support, list, ...where } = parse(choice, pressed.data)
    const on = support === 'on'
    const seen = await ideas.support(actor, idea, on)
    const notice = done(actor, pressed, on ? 'idea.supported' : 'idea.unsupported')
    return list === '' ? oneReply(actor, seen, notice) : listReply(actor, where, notice)
  }

  /** The idea, or the page it was pressed on, as it stands. */
  async function asItStands(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea, list, ...where } = parse(choice.partial({ support: true }), pressed.data)
    return list === '' ? oneReply(actor, await ideas.show(actor, idea)) : listReply(actor, where)
  }

  async function setAxis(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea, axis } = parse(pick, pressed.data)
    return oneReply(actor, await ideas.setAxis(actor, idea, axis), done(actor, pressed, 'idea.axis.saved'))
  }

  async function askAxis(actor: Actor, pressed: Pressed): Promise<Reply> {
    const idea = await ideas.show(actor, parse(pick, pressed.data).idea)
    permit(PERMISSIONS.setAxis, actor.role, idea.mine ? 'own' : 'none')
    return oneReply(actor, idea)
  }

  async function openBox(actor: Actor, pressed: Pressed): Promise<Reply> {
    const box = await ideas.openBox(actor, parse(boxDraft, pressed.data), onceKeys(actor, pressed))
    const w = words(actor.language)
    const channel = await channels.find(box.channel)
    const title = w.say('idea.box.opened')
    const notice: Notice = { tone: 'good', title, text: w.say('idea.box.opened.sub') }
    return reply(
      actor.language,
      boxCards.boxOpenedCard(w, box, channel),
      `${title} ${channelTitle(w, channel)}`,
      notice,
    )
  }

  /** Where a channel stands today, or nothing once the bot is gone from it. */
  async function addressOf(channel: string): Promise<string | undefined> {
    const found = await channels.find(channel).catch(error => {
      if (error instanceof Refusal) return undefined
      throw error
    })
    return found?.address
  }

  async function postIdea(idea: string): Promise<readonly Outgoing[]> {
    const found = await ideas.posted(idea)
    if (found?.channel === undefined) return []
    const { address } = found
    const to = address ?? (await addressOf(found.channel))
    if (to === undefined) return []
    const card = cards.postedCard(words(home), programme, found)
    const outgoing = { to, key: `idea:${idea}`, reply: reply(home, card, found.text) }
    // In a thread the card was the answer to what was typed: should that answer be lost, no second one is posted.
    return [address === undefined ? outgoing : { ...outgoing, editOnly: true }]
  }

  async function postBox(id: string): Promise<readonly Outgoing[]> {
    const box = await ideas.box(id)
    const to = await addressOf(box.channel)
    if (to === undefined) return []
    const card = cards.formCard(words(home), programme, '', box)
    return [{ to, key: `box:${id}`, reply: reply(home, card, box.question) }]
  }

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
    ],
    verbs: {
      'ideas.form': async (actor, pressed) =>
        formReply(actor, { box: parse(page, pressed.data).box, nonce: '' }),
      'ideas.submit': {
        run: submit,
        redraw: async (actor, pressed) => formReply(actor, parse(draft, pressed.data)),
      },
      'ideas.support': { run: support, redraw: asItStands },
      'ideas.set-axis': { run: setAxis, redraw: asItStands },
      'ideas.ask-axis': { run: askAxis, redraw: asItStands },
      'ideas.show': asItStands,
      'ideas.list': async (actor, pressed) => listReply(actor, parse(page, pressed.data)),
      'ideas.box-form': async actor => boxFormReply(actor, ids.nonce()),
      'ideas.open-box': {
        run: openBox,
        redraw: async (actor, pressed) => {
          const { nonce, ...given } = parse(boxDraft, pressed.data)
          return boxFormReply(actor, nonce, given)
        },
      },
    },
    facts: {
      'ideas.changed': ({ payload }) => postIdea(String(payload.idea)),
      'ideas.box-opened': ({ payload }) => postBox(String(payload.box)),
      'people.direction-chosen': async ({ payload }) => {
        await ideas.place(String(payload.person), String(payload.direction))
        return []
      },
    },
  }
}
