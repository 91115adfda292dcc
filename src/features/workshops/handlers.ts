import { z } from 'zod'
import { formNonce } from '../../conversation/form-nonce.ts'
import type { Handlers } from '../../conversation/handlers.ts'
import type { Pressed } from '../../conversation/incoming.ts'
import { onceKeys } from '../../conversation/once-keys.ts'
import type { Notice, Outgoing, Reply } from '../../conversation/reply.ts'
import type { Words } from '../../i18n/words.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Clock } from '../../kernel/clock.ts'
import { ID } from '../../kernel/id.ts'
import type { Ids } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { parse } from '../../kernel/parse.ts'
import { may, permit } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import {
  type Channel,
  type ChannelUsecases,
  PUT_RIGHT,
  postsIn,
  targetsNotice,
  whereOf,
} from '../channels/index.ts'
import type { Programme } from '../programme/index.ts'
import { announcementCard, answerCard, listCard, type Means, summaryOf, type Voice } from './cards.ts'
import { PERMISSIONS, type TypedNew, type WorkshopSeen } from './domain.ts'
import { type FormFields, formFields, typedDraft } from './form.ts'
import { formCard, previewCard, publishedNotice } from './form-cards.ts'
import type { WorkshopUsecases } from './usecases.ts'

type Parts = {
  readonly workshops: WorkshopUsecases
  readonly channels: Pick<ChannelUsecases, 'list' | 'announced'>
  readonly programme: Programme
  readonly words: (language: Language) => Words
  readonly home: Language
  readonly ids: Ids
  readonly clock: Clock
  /** Address of a workshop's calendar file. */
  readonly calendarOf: (workshop: string) => string
}

/** What `actor` may do with a workshop. `after`: the page of the list they came from. */
export function meansOf({ role }: Actor, calendar: string, after = ''): Means {
  return {
    mayAnswer: may(PERMISSIONS.answer, role),
    mayChange: may(PERMISSIONS.change, role),
    calendar,
    after,
  }
}

/** Five workshops with a button each leave one for the next page. */
const PAGE = 5

const id = z.string().regex(ID)
const after = z.string().max(200).optional()
const chosen = z.object({ workshop: id, after })
const answered = chosen.extend({ answer: z.enum(['yes', 'no']) })

function typedNew(fields: FormFields, zone: string): TypedNew {
  return { ...typedDraft(fields, zone), where: whereOf(fields) }
}

export function workshopHandlers(parts: Parts): Handlers {
  const { workshops, channels, programme, words, home, ids, clock, calendarOf } = parts
  const voiceOf = (language: Language): Voice => ({ words: words(language), programme })

  /** What stands as one's answer, in words; in a channel, with who sees it. */
  function noticeOf(actor: Actor, { mine }: WorkshopSeen, { place }: Pressed): Notice | undefined {
    const { say } = words(actor.language)
    if (mine === undefined) return undefined
    const title = say(mine === 'yes' ? 'workshop.joined' : 'workshop.declined')
    return { tone: 'good', title, ...(place.kind !== 'personal' && { text: say('only.you') }) }
  }

  function answerReply(actor: Actor, workshop: WorkshopSeen, from?: string, notice?: Notice): Reply {
    const voice = voiceOf(actor.language)
    const card = answerCard(voice, workshop, meansOf(actor, calendarOf(workshop.id), from))
    const summary = notice?.title ?? summaryOf(voice, workshop)
    return { card, language: actor.language, summary, ...(notice && { notice }) }
  }

  async function answer(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { workshop, answer, after } = parse(answered, pressed.data)
    const seen = await workshops.answer(actor, workshop, answer)
    return answerReply(actor, seen, after, noticeOf(actor, seen, pressed))
  }

  async function mine(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { workshop, after } = parse(chosen, pressed.data)
    const seen = await workshops.show(actor, workshop)
    return answerReply(actor, seen, after, noticeOf(actor, seen, pressed))
  }

  async function list(actor: Actor, after?: string): Promise<Reply> {
    const voice = voiceOf(actor.language)
    const page = await workshops.coming(actor, PAGE, after || undefined)
    const card = listCard(voice, page, meansOf(actor, '', after))
    return { card, language: actor.language, summary: voice.words.say('workshop.list.title') }
  }

  /** Channels to choose from. @throws Refusal `no-channel` when the bot stands in none */
  async function offered(actor: Actor): Promise<readonly Channel[]> {
    permit(PERMISSIONS.publish, actor.role)
    const found = await channels.list()
    if (found.length === 0) throw new Refusal('no-channel')
    return found
  }

  /** Empty when it is asked for, filled when one comes back to it. */
  async function form(actor: Actor, { data }: Pressed): Promise<Reply> {
    const w = words(actor.language)
    const typed = formFields.parse(data)
    const nonce = formNonce(ids, actor, typed.nonce)
    const fields = typed.nonce === '' ? {} : { fields: typed }
    const found = await offered(actor)
    const card = formCard({ words: w, programme, channels: found, nonce, now: clock.now(), ...fields })
    return { card, language: actor.language, summary: w.say('workshop.form.title') }
  }

  async function preview(actor: Actor, { data }: Pressed): Promise<Reply> {
    const w = words(actor.language)
    const fields = formFields.parse(data)
    const { draft, targets } = await workshops.check(actor, typedNew(fields, w.zone))
    const card = previewCard({ words: w, programme, draft, channels: targets.channels, fields })
    const summary = summaryOf(voiceOf(actor.language), draft)
    const notice = targetsNotice(w, programme.directions, targets)
    return { card, language: actor.language, summary, ...(notice && { notice }) }
  }

  async function publish(actor: Actor, pressed: Pressed): Promise<Reply> {
    const w = words(actor.language)
    const fields = formFields.parse(pressed.data)
    const workshop = await workshops.publish(actor, typedNew(fields, w.zone), onceKeys(actor, pressed))
    const notice = publishedNotice(w, await channels.announced({ thing: 'workshop', id: workshop.id }))
    return answerReply(actor, workshop, undefined, notice)
  }

  /** The card as it must stand now in each channel that can be posted to, or in those of one `team`. */
  async function post(workshop: string, team?: string): Promise<readonly Outgoing[]> {
    const found = await workshops.posted(workshop)
    if (!found) return []
    const voice = voiceOf(home)
    const card = announcementCard(voice, found)
    const what = { thing: 'workshop', id: workshop } as const
    const reply = { card, language: home, summary: summaryOf(voice, found) }
    const again = team === undefined ? undefined : { team, ended: found.stage === 'over' }
    return postsIn(what, await channels.announced(what), reply, again)
  }

  /** The bot can write in a team again: its cards are put right. */
  async function putRight(team: string): Promise<readonly Outgoing[]> {
    const cards = (await workshops.lately(PUT_RIGHT)).map(id => post(id, team))
    return (await Promise.all(cards)).flat()
  }

  return {
    commands: [
      {
        name: 'ateliers',
        words: { fr: ['ateliers'], en: ['workshops'] },
        offered: { agent: 1, pilot: 1, manager: 1, organiser: 2, observer: 1 },
        personal: true,
        run: actor => list(actor),
      },
    ],
    verbs: {
      'workshops.answer': { run: answer, redraw: mine },
      'workshops.mine': mine,
      'workshops.list': (actor, pressed) => list(actor, parse(z.object({ after }), pressed.data).after),
      'workshops.form': form,
      'workshops.preview': { run: preview, redraw: form },
      'workshops.publish': { run: publish, redraw: form },
    },
    facts: {
      'workshops.changed': ({ payload }) => post(String(payload.workshop)),
      'channels.back': ({ payload }) => putRight(String(payload.team)),
      'people.direction-chosen': async ({ payload }) => {
        await workshops.place(String(payload.person), String(payload.direction))
        return []
      },
    },
  }
}
