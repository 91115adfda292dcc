import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Outgoing, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { ChannelUsecases } from '../../channels/index.ts'
import type { MessageFoot, Subject } from '../../messages/index.ts'
import type { IdeaAxes } from '../card/frame-cards.ts'
import { type IdeaReplies, id } from '../card/reply-handlers.ts'
import { requireFound } from '../idea/domain.ts'
import type { IdeaQueries } from '../idea/usecases.ts'
import {
  correctButton,
  followButton,
  summaryCard,
  summaryForm,
  summaryPreview,
  summaryText,
} from './cards.ts'
import { announcedAs, nextText, tellingOf } from './domain.ts'
import type { SummaryUsecases } from './usecases.ts'

// Fields that are not text count as empty.
const typed = z.object({ workshop: id, next: z.string().catch('') })
const published = typed.extend({ turn: z.coerce.number().int().nonnegative() })

type MessageParts = {
  readonly programme: IdeaAxes
  readonly summaries: Pick<SummaryUsecases, 'publishedSummary'>
  readonly words: (language: Language) => Words
}

/** The message to somebody who was there. @throws Refusal `gone` */
export async function summaryMessage(
  { summaries, words, programme }: MessageParts,
  { language }: Actor,
  { subject, foot }: { readonly subject: Subject } & MessageFoot,
): Promise<Reply> {
  const seen = requireFound(await summaries.publishedSummary(String(subject.summary)))
  const w = words(language)
  return {
    card: summaryCard({ words: w, programme }, seen, { foot }),
    language,
    summary: summaryText(w, seen),
  }
}

type Parts = {
  readonly summaries: Pick<SummaryUsecases, 'publishedSummary' | 'summary' | 'publishSummary' | 'tellSummary'>
  readonly ideas: Pick<IdeaQueries, 'posted'>
  readonly channels: Pick<ChannelUsecases, 'announced'>
  readonly keepPresence: (workshop: string) => Promise<void>
  readonly workshopOfVote: (ballot: string) => Promise<string | undefined>
  readonly programme: IdeaAxes
  readonly words: (language: Language) => Words
  readonly home: Language
}

/** The summary that organisers publish of a finished workshop. */
export function summaryHandlers(parts: Parts, { reply }: IdeaReplies): Handlers {
  const { ideas, summaries, channels, keepPresence, workshopOfVote, programme, words, home } = parts
  const contextIn = (language: Language) => ({ words: words(language), programme })

  async function form(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { workshop, next } = parse(typed, data)
    const card = summaryForm(words(actor.language), await summaries.summary(actor, workshop), next)
    return reply(actor.language, card, card.data.title)
  }

  async function preview(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { workshop, next } = parse(typed, data)
    const seen = await summaries.summary(actor, workshop)
    const w = words(actor.language)
    return reply(
      actor.language,
      summaryPreview({ words: w, programme }, seen, nextText(next)),
      summaryText(w, seen),
    )
  }

  async function publish(actor: Actor, { data, place }: Pressed): Promise<Reply> {
    const seen = await summaries.publishSummary(actor, parse(published, data))
    const w = words(actor.language)
    const { length: count } = await channels.announced(announcedAs(seen.workshop))
    const [done, where] =
      seen.summary.turn > 1
        ? (['harvest.summary.corrected', 'harvest.summary.corrected.sub'] as const)
        : (['harvest.summary.done', 'harvest.summary.done.sub'] as const)
    const buttons = [correctButton(w, seen.workshop.id), followButton(w, seen)]
    const only = place.kind === 'personal' ? [] : [w.say('only.you')]
    const text = [w.say(where, { count }), ...only].join(' ')
    const notice = { tone: 'good', title: w.say(done), text } as const
    return reply(
      actor.language,
      summaryCard({ words: w, programme }, seen, { foot: [], buttons }),
      notice.title,
      notice,
    )
  }

  /** The current card, for each channel where the workshop was announced. */
  async function post(workshop: string): Promise<readonly Outgoing[]> {
    const seen = await summaries.publishedSummary(workshop)
    if (!seen) return []
    const drawn = reply(home, summaryCard(contextIn(home), seen), summaryText(words(home), seen))
    const places = await channels.announced(announcedAs(seen.workshop))
    return places.map(({ id, address }) => ({ to: address, key: `summary:${workshop}:${id}`, reply: drawn }))
  }

  /** Redraws summaries that quote an idea which was hidden or shown again. */
  async function moderated(idea: string): Promise<readonly Outgoing[]> {
    const found = await ideas.posted(idea)
    return found?.origin ? post(found.origin.workshop) : []
  }

  /** What follows has changed: of the summary, or of a vote or an idea that it tells. */
  async function followed(kind: string, id: string): Promise<readonly Outgoing[]> {
    if (kind === 'summary') return post(id)
    return kind === 'ballot' ? voted(id) : moderated(id)
  }

  /** A vote that closed after the summary came out has its result in it. */
  async function voted(ballot: string): Promise<readonly Outgoing[]> {
    const workshop = await workshopOfVote(ballot)
    return workshop === undefined ? [] : post(workshop)
  }

  return {
    verbs: {
      'ideas.summary-form': form,
      'ideas.summary-preview': { run: preview, redraw: form },
      'ideas.summary-publish': { run: publish, redraw: form },
    },
    facts: {
      'ideas.summarised': ({ payload }) => post(String(payload.workshop)),
      'steps.changed': ({ payload }) => followed(String(payload.kind), String(payload.id)),
      'ballots.changed': ({ payload }) => voted(String(payload.ballot)),
      'ideas.presence-keep': async ({ payload }) => {
        await keepPresence(String(payload.workshop))
        return []
      },
      'ideas.moderated': ({ payload }) => moderated(String(payload.idea)),
      'ideas.summary-tell': async fact => {
        await summaries.tellSummary(tellingOf(fact))
        return []
      },
    },
  }
}
