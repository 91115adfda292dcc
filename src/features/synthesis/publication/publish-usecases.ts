import type { Actor } from '../../../kernel/access/actor.ts'
import { type Audit, inDetail } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { digestOf } from '../../../kernel/crypto/signature.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Programme } from '../../programme/index.ts'
import {
  type Agreement,
  contentOf,
  isDecided,
  RULES_VERSION,
  type Sentence,
  SYNTHESIS_PERMISSIONS,
  type Synthesis,
} from '../sentence/domain.ts'
import type { SynthesisDrafts } from '../sentence/draft-usecases.ts'
import type { ObjectionUsecases } from '../sentence/objection-usecases.ts'
import type { SynthesisStore } from '../sentence/rows.ts'
import type { SampleReading } from '../sentence/sample.ts'
import type { ViewUsecases } from '../writing/view-usecases.ts'

type Parts = {
  readonly programme: Pick<Programme, 'axis'>
  readonly syntheses: (tx: Tx) => SynthesisStore
  readonly drafts: SynthesisDrafts
  readonly views: Pick<ViewUsecases, 'reading'>
  readonly objections: Pick<ObjectionUsecases, 'settle'>
  readonly transact: Transact
  readonly audit: Audit
  readonly ids: Ids
  readonly clock: Clock
}

/** What readers are told of how well words have placed; nothing where hands placed it all. */
function agreementOf({ state, read, right, whole }: SampleReading): Agreement | undefined {
  return state === 'done' ? { read, right, whole } : undefined
}

const isSame = (one: Agreement | undefined, other: Agreement | undefined) =>
  one?.read === other?.read && one?.right === other?.right && one?.whole === other?.whole

export type PublishUsecases = ReturnType<typeof publishUsecases>

/** Letters of the digest that the journal keeps. */
const DIGEST = 22

/** Which models wrote some of it, as one word of the journal. */
function modelsOf(sentences: readonly Sentence[]): string {
  const names = [...new Set(sentences.flatMap(({ model }) => model ?? []))]
  return names.map(name => name.replaceAll(/[^\w.-]+/gu, '-')).join('+') || 'hand'
}

/** What everybody reads is a copy of what people have decided: written at once, and taken away at once. */
export function publishUsecases(parts: Parts) {
  const { programme, syntheses, drafts, views, objections, transact, audit, ids, clock } = parts

  async function takeAway(tx: Tx, axis: string): Promise<boolean> {
    const before = await syntheses(tx).lock(axis, 'published')
    if (before) await syntheses(tx).remove(before.id)
    return before !== undefined
  }

  return {
    /**
     * Puts a copy of what was kept in place of what is published. The same again changes nothing.
     * @throws Refusal `role-needed`, `gone`, and `synthesis-…` for the first obstacle
     */
    async publish(actor: Actor, axis: string): Promise<void> {
      permit(SYNTHESIS_PERMISSIONS.publish, actor.role)
      if (!programme.axis(axis)) throw new Refusal('gone')
      await transact(async tx => {
        await drafts.hold(tx, axis)
        const { board, sentences, sample, blocked, published, differs } = await views.reading(tx, axis)
        const [obstacle] = blocked
        if (obstacle) throw new Refusal(`synthesis-${obstacle}`)
        const agreement = agreementOf(sample)
        if (published && !differs && isSame(published.published?.agreement, agreement)) return
        const kept = sentences.map(({ sentence }) => sentence).filter(isDecided)
        await takeAway(tx, axis)
        const now = clock.now()
        const made: Synthesis = {
          id: ids.next(),
          axis,
          state: 'published',
          changedAt: now,
          published: {
            at: now,
            by: actor.id,
            ideas: board.coverage.ideas,
            ...(agreement && { agreement }),
          },
        }
        await syntheses(tx).add(made)
        await drafts.copy(tx, kept, made.id)
        await objections.settle(tx, axis, kept)
        const content = contentOf(
          kept,
          board.themes.map(({ id }) => id),
        )
        const digest = digestOf(Buffer.from(content), '').slice(0, DIGEST)
        const detail = [modelsOf(kept), RULES_VERSION, digest].join(':')
        await audit(tx, actor, SYNTHESIS_PERMISSIONS.publish.act, inDetail(axis, detail))
      })
    },

    /** Takes it away from readers; the draft stays. @throws Refusal `role-needed`, `gone` */
    async withdraw(actor: Actor, axis: string): Promise<void> {
      permit(SYNTHESIS_PERMISSIONS.withdraw, actor.role)
      if (!programme.axis(axis)) throw new Refusal('gone')
      await transact(async tx => {
        await drafts.hold(tx, axis)
        if (await takeAway(tx, axis)) await audit(tx, actor, SYNTHESIS_PERMISSIONS.withdraw.act, axis)
      })
    },
  }
}
