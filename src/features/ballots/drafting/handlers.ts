import { formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { targetsNotice, whereOf } from '../../channels/index.ts'
import type { Idea, IdeaUsecases } from '../../ideas/index.ts'
import type { Programme } from '../../programme/index.ts'
import { summaryOf } from '../ballot/cards.ts'
import type { BallotReplies } from '../ballot/reply-handlers.ts'
import { formCard, previewCard } from './cards.ts'
import { DRAFTING_PERMISSIONS, type TypedBallot } from './domain.ts'
import { type BallotFormFields, formFields, ideasOf, typedBallot, workshopIn } from './form.ts'
import type { BallotFormUsecases } from './form-choices-usecases.ts'
import type { BallotCheckUsecases, CheckedBallot } from './usecases.ts'

/** Limit of ideas offered in the form. */
const IDEAS_OFFERED = 30

type Parts = {
  readonly offered: BallotFormUsecases['offered']
  readonly check: BallotCheckUsecases['check']
  /** Renders the card that will be posted in the channels. */
  readonly previews: (opening: Omit<CheckedBallot, 'targets'>) => { readonly posted: readonly object[] }
  readonly ideas: Pick<IdeaUsecases, 'byIds' | 'top'>
  readonly programme: Pick<Programme, 'directions'>
  readonly words: (language: Language) => Words
  readonly ids: Ids
  readonly clock: Clock
  readonly replies: BallotReplies
}

/** The form with its channels. `zone`: in which its dates and times are read. */
export function typedNew(fields: BallotFormFields, zone: string): TypedBallot {
  return { ...typedBallot(fields, zone), where: whereOf(fields) }
}

/** The form of a new ballot, and its preview. */
export function draftingHandlers(parts: Parts) {
  const { offered: offers, check, previews, ideas, programme, words, ids, clock } = parts
  const { cardContextOf, reply } = parts.replies

  /** Ideas offered in the form; those already chosen are always among them. */
  async function offeredIdeas(fields: BallotFormFields): Promise<readonly Idea[]> {
    const wanted = ideasOf(fields)
    const chosen = wanted.length > 0 ? await ideas.byIds([...new Set(wanted)]) : []
    const known = new Set(chosen.map(idea => idea.id))
    const top = await ideas.top(IDEAS_OFFERED)
    return [...chosen, ...top.filter(idea => !known.has(idea.id))]
  }

  /** The empty form, or filled in with what was typed when one comes back to it. */
  async function form(actor: Actor, { data }: Pressed): Promise<Reply> {
    permit(DRAFTING_PERMISSIONS.open, actor.role)
    const w = words(actor.language)
    const typed = parse(formFields, data)
    const offered = await offers(actor, workshopIn(typed))
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
    const { targets, ...opening } = await check(actor, typedNew(fields, w.zone))
    const { draft } = opening
    const summary = summaryOf(cardContextOf(actor.language), { ...draft, stage: 'open' })
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

  return {
    form,
    verbs: {
      'ballots.form': form,
      'ballots.preview': { run: preview, redraw: form },
    } satisfies Handlers['verbs'],
  }
}
