import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { type Cursor, pageOf, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { isId } from '../../../kernel/text/id-format.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { Programme } from '../../programme/index.ts'
import { type UnnamingStore, unnamingUsecases } from '../anonymity/usecases.ts'
import { type DecisionStore, decisionUsecases } from '../answers/decision-usecases.ts'
import { carriedUsecases } from '../answers/initiative-usecases.ts'
import { type PendingStore, pendingOf, pendingUsecases } from '../answers/take-back-usecases.ts'
import { type AnswerStore, answerUsecases } from '../answers/usecases.ts'
import { type BoxParts, type BoxStore, boxUsecases } from '../boxes/usecases.ts'
import { type CommentStore, commentUsecases } from '../comments/usecases.ts'
import { type LeavingStore, leavingUsecases } from '../erasure/usecases.ts'
import { type GatheringParts, gatheringUsecases } from '../harvest/collecting-usecases.ts'
import { harvestReadingUsecases } from '../harvest/reading-usecases.ts'
import { type HarvestParts, harvestingOf } from '../harvest/rights-usecases.ts'
import { type HarvestStore, harvestUsecases } from '../harvest/usecases.ts'
import { mergeMessageUsecases } from '../merging/message-usecases.ts'
import { type MergeStore, mergeUsecases } from '../merging/usecases.ts'
import {
  type CommentModerationStore,
  commentModerationUsecases,
} from '../moderation/comment-report-usecases.ts'
import { hidingsOf, hidingUsecases } from '../moderation/hiding-usecases.ts'
import { type ModerationStore, moderationUsecases } from '../moderation/usecases.ts'
import { timelineUsecases } from '../news/thread-usecases.ts'
import { type SearchStore, searchUsecases } from '../register/search-usecases.ts'
import { type RegisterStore, registerUsecases } from '../register/usecases.ts'
import { type SimilarStore, similarUsecases } from '../similarity/usecases.ts'
import { type CorrectionStore, correctionUsecases } from '../submission/correction-usecases.ts'
import { keepingOf } from '../submission/creation-usecases.ts'
import { submissionUsecases } from '../submission/usecases.ts'
import { type SummaryParts, type SummaryStore, summaryUsecases } from '../summary/usecases.ts'
import { type SupportStore, supportUsecases } from '../support/usecases.ts'
import { type GroundParts, type GroundStore, groundOf } from './context-usecases.ts'
import { IDEA_PERMISSIONS, type Idea, type IdeaNamed, type IdeaSeen, permitOn, readable } from './domain.ts'
import { type StepStore, stepping } from './state-usecases.ts'

export type IdeaFilter = { readonly author?: string; readonly box?: string }
export type IdeaStore = GroundStore &
  BoxStore &
  CorrectionStore &
  CommentStore &
  CommentModerationStore &
  AnswerStore &
  DecisionStore &
  PendingStore &
  UnnamingStore &
  StepStore &
  SearchStore &
  SimilarStore &
  SupportStore &
  ModerationStore &
  MergeStore &
  HarvestStore &
  RegisterStore &
  SummaryStore &
  LeavingStore & {
    /** Whether there was none of that id. */
    readonly add: (idea: Idea) => Promise<boolean>
    readonly setAxis: (id: string, axis: string) => Promise<void>
    /** Newest first, from just after `after`; withdrawn ones are left out here and below. */
    readonly newest: (filter: IdeaFilter, limit: number, after?: Cursor) => Promise<readonly Idea[]>
    readonly byIds: (ids: readonly string[]) => Promise<readonly Idea[]>
    /** Ids of the newest, hidden and withdrawn ones among them: cards of them may stand somewhere. */
    readonly lately: (limit: number) => Promise<readonly string[]>
  }

type Parts = GroundParts &
  GatheringParts &
  HarvestParts &
  SummaryParts &
  Omit<BoxParts, 'store'> & {
    readonly store: (tx: Tx) => IdeaStore
    readonly programme: Pick<Programme, 'axis' | 'axes' | 'directions'>
    readonly messages: Pick<MessageUsecases, 'tell' | 'wentOut'>
    /** From 0 to 1, 1 excluded, foreseen by nobody. */
    readonly lot: () => number
  }

export type IdeaUsecases = ReturnType<typeof ideaUsecases>

/** Ideas a ballot may be opened on at once, and others may be asked for by id. */
const MANY = 100
const LATELY = 50

/** What is told to nobody is not told: an idea of a harvest has no author. */
function tellingSomebody({ tell, wentOut }: Parts['messages']): Parts['messages'] {
  return { wentOut, tell: async (tx, telling) => telling.person !== '' && tell(tx, telling) }
}

export function ideaUsecases(given: Parts) {
  const parts = { ...given, messages: tellingSomebody(given.messages) }
  const { store, read, programme } = parts
  const ground = groundOf(parts)
  const steps = stepping(parts, ground)
  const pending = pendingOf(parts, ground, steps)
  const hidings = hidingsOf(parts)
  const { seen, seenOne, withLocked, happened } = ground

  function knownAxis(axis: string): string {
    if (!programme.axis(axis)) throw new Refusal('axis-missing')
    return axis
  }

  async function putAxis(tx: Tx, actor: Actor, idea: Idea, axis: string) {
    if (knownAxis(axis) === idea.axis) return
    await store(tx).setAxis(idea.id, axis)
    await happened(tx, 'axis', idea, actor, axis)
  }

  const keep = keepingOf(parts, ground)
  const submission = submissionUsecases({ ...parts, knownAxis, keep }, ground)
  const similarity = similarUsecases(parts, ground)
  const harvesting = harvestingOf(parts)
  const isAxis = (id: string) => programme.axis(id) !== undefined
  return {
    ...boxUsecases(parts),
    ...submission,
    ...gatheringUsecases({ ...parts, ...submission }),
    ...correctionUsecases({ ...parts, setAxis: putAxis }, ground),
    ...commentUsecases(parts, ground),
    ...commentModerationUsecases(parts, ground, hidings),
    ...answerUsecases(parts, ground, pending),
    ...decisionUsecases(parts, ground, pending),
    ...pendingUsecases(parts, ground, pending),
    ...unnamingUsecases(parts, ground),
    ...timelineUsecases(parts, ground),
    ...steps,
    ...carriedUsecases(parts, ground, pending, steps),
    ...searchUsecases(parts, ground),
    ...similarity,
    ...harvestUsecases({ ...parts, ...similarity, harvesting, isAxis, keep }, ground),
    ...harvestReadingUsecases({ ...parts, harvesting, axes: programme.axes }, ground),
    ...summaryUsecases(parts),
    ...registerUsecases(parts, ground),
    ...supportUsecases(parts, ground),
    ...moderationUsecases(parts, ground, hidings),
    ...hidingUsecases(parts, hidings),
    ...mergeUsecases(parts, ground, pending),
    ...mergeMessageUsecases(parts, ground),
    ...leavingUsecases(parts, ground),

    /** @throws Refusal `gone`, `not-yours`, `axis-missing` */
    async setAxis(actor: Actor, id: string, axis: string): Promise<IdeaSeen> {
      const idea = await withLocked(id, async (tx, found) => {
        permitOn(IDEA_PERMISSIONS.setAxis, found, actor)
        await putAxis(tx, actor, found, axis)
      })
      return seenOne(actor, idea)
    },

    /** @throws Refusal `gone` */
    async show(actor: Actor, id: string): Promise<IdeaSeen> {
      permit(IDEA_PERMISSIONS.read, actor.role)
      return seenOne(actor, readable(await read(tx => store(tx).find(id)), actor))
    },

    /** Newest first. `after`: what the page before gave as `next`. @throws Refusal `malformed` */
    async list(actor: Actor, filter: IdeaFilter, limit: number, after?: string) {
      permit(IDEA_PERMISSIONS.read, actor.role)
      const from = after === undefined ? undefined : parseCursor(after)
      const { items, ...rest } = pageOf(await read(tx => store(tx).newest(filter, limit + 1, from)), limit)
      return { items: await seen(actor, items), ...rest }
    },

    /** The most supported, at most 100. */
    top: (limit: number): Promise<readonly Idea[]> =>
      read(tx => store(tx).mostSupported(Math.min(limit, MANY))),

    /** Ids of the newest 50, whatever became of them. */
    lately: (): Promise<readonly string[]> => read(tx => store(tx).lately(LATELY)),

    /** In the order asked for, those that exist; at most 100. */
    async byIds(wanted: readonly string[]): Promise<readonly Idea[]> {
      const found = await read(tx => store(tx).byIds(wanted.filter(isId).slice(0, MANY)))
      const known = new Map(found.map(idea => [idea.id, idea]))
      return wanted.flatMap(id => known.get(id) ?? [])
    },

    /** What everybody in a channel sees of an idea, withdrawn or not; nothing when it is gone. */
    async posted(id: string): Promise<IdeaNamed | undefined> {
      const idea = await read(tx => store(tx).find(id))
      return idea && (await ground.named([idea]))[0]
    },
  }
}
