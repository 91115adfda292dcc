import { z } from 'zod'
import type { Handlers } from '../../conversation/handlers.ts'
import type { Pressed } from '../../conversation/incoming.ts'
import { onceKeys } from '../../conversation/once-keys.ts'
import type { Notice, Outgoing, Reply } from '../../conversation/reply.ts'
import type { Words } from '../../i18n/words.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { CardOf } from '../../kernel/card.ts'
import type { Clock } from '../../kernel/clock.ts'
import { ID } from '../../kernel/id.ts'
import type { Ids } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { parse } from '../../kernel/parse.ts'
import { may, permit } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type Channel, type ChannelUsecases, channelTitle } from '../channels/index.ts'
import type { Idea, IdeaUsecases } from '../ideas/index.ts'
import type { Programme } from '../programme/index.ts'
import * as cards from './cards.ts'
import { type BallotResult, type BallotSeen, PERMISSIONS } from './domain.ts'
import { type FormFields, formFields, ideasOf, typedBallot } from './form.ts'
import { formCard, openedNotice, previewCard } from './form-cards.ts'
import { chooseButton, resultCard, totalsCard } from './total-cards.ts'
import type { BallotUsecases } from './usecases.ts'

type Parts = {
  readonly ballots: BallotUsecases
  readonly channels: Pick<ChannelUsecases, 'find' | 'list'>
  readonly ideas: Pick<IdeaUsecases, 'byIds' | 'top'>
  readonly programme: Programme
  readonly words: (language: Language) => Words
  readonly home: Language
  readonly ids: Ids
  readonly clock: Clock
}

/** Five ballots with a button each leave one for the next page. */
const PAGE = 5
/** Ideas to choose among in the form. */
const IDEAS_OFFERED = 30

const id = z.string().regex(ID)
const after = z.string().max(200).optional()
const one = z.object({ ballot: id })
// What is no text was not chosen from the list.
const cast = one.extend({ choice: id.catch('') })

function isPersonal({ place }: Pressed): boolean {
  return place.kind === 'personal'
}

export function ballotHandlers(parts: Parts): Handlers {
  const { ballots, channels, ideas, programme, words, home, ids, clock } = parts
  const voiceOf = (language: Language): cards.Voice => ({ words: words(language), programme })

  function reply(actor: Actor, card: CardOf, summary: string, notice?: Notice): Reply {
    return { card, language: actor.language, summary: notice?.title ?? summary, ...(notice && { notice }) }
  }

  function backButton({ say }: Words) {
    return cards.button(say('ballot.back'), 'ballots.list')
  }

  /** What the person may do from the totals, likeliest first. */
  function actsOn(actor: Actor, ballot: BallotSeen, incoming: Pressed) {
    const w = words(actor.language)
    return [
      ...(may(PERMISSIONS.vote, actor.role) ? [chooseButton(w, ballot)] : []),
      ...(may(PERMISSIONS.close, actor.role) ? [cards.closeButton(w, ballot.id)] : []),
      ...(isPersonal(incoming) ? [backButton(w)] : []),
    ]
  }

  /** Totals while it runs, the result once it has ended. */
  function totalsReply(actor: Actor, ballot: BallotResult, incoming: Pressed, notice?: Notice): Reply {
    const voice = voiceOf(actor.language)
    const back = isPersonal(incoming) ? [backButton(voice.words)] : []
    const card =
      ballot.stage === 'open'
        ? totalsCard(voice, ballot, actsOn(actor, ballot, incoming))
        : resultCard(voice, ballot, back)
    return reply(actor, card, cards.summaryOf(voice, ballot), notice)
  }

  function choosingReply(actor: Actor, ballot: BallotResult, incoming: Pressed, choice?: string): Reply {
    if (ballot.stage === 'closed' || !may(PERMISSIONS.vote, actor.role))
      return totalsReply(actor, ballot, incoming)
    const voice = voiceOf(actor.language)
    return reply(actor, cards.choosingCard(voice, ballot, choice), cards.summaryOf(voice, ballot))
  }

  /** That the vote stands; in a channel, with who sees it. */
  function registered(actor: Actor, pressed: Pressed): Notice {
    const { say } = words(actor.language)
    return {
      tone: 'good',
      title: say('ballot.registered'),
      ...(!isPersonal(pressed) && { text: say('only.you') }),
    }
  }

  async function vote(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { ballot, choice } = parse(cast, pressed.data)
    const seen = await ballots.vote(actor, ballot, choice)
    return totalsReply(actor, seen, pressed, registered(actor, pressed))
  }

  async function choose(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { ballot, choice } = parse(cast, pressed.data)
    return choosingReply(actor, await ballots.show(actor, ballot), pressed, choice || undefined)
  }

  async function mine(actor: Actor, pressed: Pressed): Promise<Reply> {
    const seen = await ballots.show(actor, parse(one, pressed.data).ballot)
    if (seen.mine === undefined) return choosingReply(actor, seen, pressed)
    return totalsReply(actor, seen, pressed, registered(actor, pressed))
  }

  async function totals(actor: Actor, pressed: Pressed): Promise<Reply> {
    return totalsReply(actor, await ballots.show(actor, parse(one, pressed.data).ballot), pressed)
  }

  async function list(actor: Actor, from?: string): Promise<Reply> {
    const page = await ballots.running(actor, PAGE, from || undefined)
    const card = cards.listCard(voiceOf(actor.language), page)
    return reply(actor, card, words(actor.language).say('ballot.list.title'))
  }

  /** Channels to choose from. @throws Refusal `no-channel` when the bot stands in none */
  async function offeredChannels(): Promise<readonly Channel[]> {
    const found = await channels.list()
    if (found.length === 0) throw new Refusal('no-channel')
    return found
  }

  /** Ideas to choose from: those chosen already stay among them. */
  async function offeredIdeas(fields: FormFields): Promise<readonly Idea[]> {
    const wanted = ideasOf(fields)
    const chosen = wanted.length > 0 ? await ideas.byIds([...new Set(wanted)]) : []
    const known = new Set(chosen.map(idea => idea.id))
    const top = await ideas.top(IDEAS_OFFERED)
    return [...chosen, ...top.filter(idea => !known.has(idea.id))]
  }

  /** Empty when it is asked for, filled when one comes back to it. */
  async function form(actor: Actor, { data }: Pressed): Promise<Reply> {
    permit(PERMISSIONS.open, actor.role)
    const w = words(actor.language)
    const typed = formFields.parse(data)
    const card = formCard({
      words: w,
      channels: await offeredChannels(),
      ideas: await offeredIdeas(typed),
      nonce: typed.nonce || ids.nonce(),
      now: clock.now(),
      ...(typed.nonce !== '' && { fields: typed }),
    })
    return reply(actor, card, w.say('ballot.form.title'))
  }

  async function preview(actor: Actor, { data }: Pressed): Promise<Reply> {
    const w = words(actor.language)
    const fields = formFields.parse(data)
    const { draft, channel } = await ballots.check(actor, typedBallot(fields, w.zone))
    const summary = cards.summaryOf(voiceOf(actor.language), { ...draft, stage: 'open' })
    return reply(actor, previewCard({ words: w, draft, channel, fields }), summary)
  }

  async function channelOf(actor: Actor, { channel }: BallotSeen): Promise<string> {
    return channelTitle(words(actor.language), await channels.find(channel))
  }

  async function open(actor: Actor, pressed: Pressed): Promise<Reply> {
    const voice = voiceOf(actor.language)
    const typed = typedBallot(formFields.parse(pressed.data), voice.words.zone)
    const ballot = await ballots.open(actor, typed, onceKeys(actor, pressed))
    if (ballot.stage === 'closed') return totalsReply(actor, ballot, pressed)
    const channel = await channelOf(actor, ballot)
    return reply(actor, cards.openedCard(voice, ballot, channel), '', openedNotice(voice.words, channel))
  }

  /** Asks once more; what has ended meanwhile is shown as it stands. */
  async function confirm(actor: Actor, pressed: Pressed): Promise<Reply> {
    permit(PERMISSIONS.close, actor.role)
    const seen = await ballots.show(actor, parse(one, pressed.data).ballot)
    if (seen.stage !== 'open') return totalsReply(actor, seen, pressed)
    const voice = voiceOf(actor.language)
    return reply(actor, cards.confirmCard(voice, seen), voice.words.say('ballot.close.ask'))
  }

  async function close(actor: Actor, pressed: Pressed): Promise<Reply> {
    const seen = await ballots.close(actor, parse(one, pressed.data).ballot)
    return totalsReply(actor, seen, pressed, {
      tone: 'good',
      title: words(actor.language).say('ballot.closed'),
    })
  }

  /** The channel's card as it must stand now; nothing when the channel is gone. */
  async function post(ballot: string): Promise<readonly Outgoing[]> {
    const found = await ballots.posted(ballot)
    if (!found) return []
    const channel = await channels.find(found.channel).catch(error => {
      if (error instanceof Refusal) return undefined
      throw error
    })
    if (!channel) return []
    const voice = voiceOf(home)
    const seeMine = cards.button(voice.words.say('ballot.seeMine'), 'ballots.mine', { ballot })
    const card = found.stage === 'open' ? cards.postedCard(voice, found) : resultCard(voice, found, [seeMine])
    const summary = cards.summaryOf(voice, found)
    return [{ to: channel.address, key: `ballot:${ballot}`, reply: { card, language: home, summary } }]
  }

  return {
    commands: [
      {
        name: 'voter',
        words: { fr: ['voter'], en: ['vote'] },
        offered: { agent: 3, pilot: 3, manager: 3, organiser: 4 },
        personal: true,
        run: actor => list(actor),
      },
    ],
    verbs: {
      'ballots.form': form,
      'ballots.preview': { run: preview, redraw: form },
      'ballots.open': { run: open, redraw: form },
      'ballots.vote': { run: vote, redraw: choose },
      'ballots.choose': choose,
      'ballots.mine': mine,
      'ballots.totals': totals,
      'ballots.list': (actor, pressed) => list(actor, parse(z.object({ after }), pressed.data).after),
      'ballots.confirm': { run: confirm, redraw: totals },
      'ballots.close': { run: close, redraw: totals },
    },
    facts: {
      'ballots.changed': ({ payload }) => post(String(payload.ballot)),
      'ballots.due': ({ payload }) => post(String(payload.ballot)),
      'people.direction-chosen': async ({ payload }) => {
        await ballots.place(String(payload.person), String(payload.direction))
        return []
      },
    },
  }
}
