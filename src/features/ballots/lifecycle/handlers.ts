import { z } from 'zod'
import { formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Verb } from '../../../conversation/protocol/handlers.ts'
import { onceKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import { placesText, targetsNotice, whereOf } from '../../channels/index.ts'
import type { Idea } from '../../ideas/index.ts'
import * as cards from '../ballot/cards.ts'
import { type BallotResult, isCancelled, PERMISSIONS } from '../ballot/domain.ts'
import { formCard, openedNotice, previewCard } from '../drafting/cards.ts'
import type { Typed } from '../drafting/domain.ts'
import { type FormFields, formFields, ideasOf, typedBallot, workshopIn } from '../drafting/form.ts'
import { confirmCard, openedCard } from './cards.ts'
import type { AnswerParts, Answers } from './reply-handlers.ts'

/** Ideas to choose among in the form. */
const IDEAS_OFFERED = 30

const one = z.object({ ballot: z.string().regex(ID) })

function typedNew(fields: FormFields, zone: string): Typed {
  return { ...typedBallot(fields, zone), where: whereOf(fields) }
}

/** How an organiser opens a ballot, and closes it. */
export function openingVerbs(parts: AnswerParts, answers: Answers): Readonly<Record<string, Verb>> {
  const { ballots, channels, programme, ideas, words, previews, ids, clock } = parts
  const { voiceOf, reply, totalsReply } = answers

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
    const typed = parse(formFields, data)
    const offered = await ballots.offered(actor, workshopIn(typed))
    const card = formCard({
      words: w,
      channels: offered.channels,
      directions: programme.directions,
      ideas: await offeredIdeas(typed),
      workshops: offered.workshops,
      nonce: formNonce(ids, actor, typed.nonce),
      now: clock.now(),
      ...(typed.nonce !== '' && { fields: typed }),
    })
    return reply(actor, card, w.say('ballot.form.title'))
  }

  async function preview(actor: Actor, { data }: Pressed): Promise<Reply> {
    const w = words(actor.language)
    const fields = parse(formFields, data)
    const { targets, ...opening } = await ballots.check(actor, typedNew(fields, w.zone))
    const { draft } = opening
    const summary = cards.summaryOf(voiceOf(actor.language), { ...draft, stage: 'open' })
    const notice = targetsNotice(w, programme.directions, targets)
    return reply(
      actor,
      previewCard({
        words: w,
        draft,
        posted: previews(opening).posted,
        channels: targets.channels,
        fields,
        now: clock.now(),
      }),
      summary,
      notice,
    )
  }

  async function openedReply(actor: Actor, ballot: BallotResult, pressed: Pressed): Promise<Reply> {
    if (ballot.stage === 'closed') return totalsReply(actor, ballot, pressed)
    const voice = voiceOf(actor.language)
    const posted = await channels.announced({ thing: 'ballot', id: ballot.id })
    const card = openedCard(voice, ballot, placesText(voice.words, posted))
    return reply(actor, card, '', openedNotice(voice.words, ballot, posted.length))
  }

  async function open(actor: Actor, pressed: Pressed): Promise<Reply> {
    const typed = typedNew(parse(formFields, pressed.data), words(actor.language).zone)
    return openedReply(actor, await ballots.open(actor, typed, onceKeys(actor, pressed)), pressed)
  }

  /** Opens by hand what waited for it. */
  async function start(actor: Actor, pressed: Pressed): Promise<Reply> {
    return openedReply(actor, await ballots.start(actor, parse(one, pressed.data).ballot), pressed)
  }

  /** Asks once more; what has ended meanwhile is shown as it stands. */
  async function confirm(actor: Actor, pressed: Pressed): Promise<Reply> {
    permit(PERMISSIONS.close, actor.role)
    const seen = await ballots.show(actor, parse(one, pressed.data).ballot)
    if (seen.stage === 'closed') return totalsReply(actor, seen, pressed)
    const voice = voiceOf(actor.language)
    return reply(actor, confirmCard(voice, seen), voice.words.say('ballot.close.ask'))
  }

  async function close(actor: Actor, pressed: Pressed): Promise<Reply> {
    const seen = await ballots.close(actor, parse(one, pressed.data).ballot)
    return totalsReply(actor, seen, pressed, {
      tone: 'good',
      title: words(actor.language).say(isCancelled(seen) ? 'ballot.cancelled' : 'ballot.closed'),
    })
  }

  /** What was to be closed, as it stands. */
  async function totals(actor: Actor, pressed: Pressed): Promise<Reply> {
    return totalsReply(actor, await ballots.show(actor, parse(one, pressed.data).ballot), pressed)
  }

  return {
    'ballots.form': form,
    'ballots.preview': { run: preview, redraw: form },
    'ballots.open': { run: open, redraw: form },
    'ballots.start': { run: start, redraw: totals },
    'ballots.confirm': { run: confirm, redraw: totals },
    'ballots.close': { run: close, redraw: totals },
  }
}
