import type { Actor } from '../../../kernel/access/actor.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { IdempotencyKey, Once } from '../../../kernel/storage/idempotency.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Programme } from '../../programme/index.ts'
import {
  audienceOf,
  type Commitment,
  type CommitmentVisibility,
  checkHorizon,
  checkOwn,
  checkVisibility,
  commitmentText,
} from '../commitment/domain.ts'
import type { IdeaTelling } from '../commitment/idea-usecases.ts'
import type { CommitmentStore } from '../commitment/usecases.ts'
import { CHANGE_PERMISSIONS } from './domain.ts'

/** Changed fields of one's own commitment; absent fields keep their value, even one set from another device. */
export type CommitmentChange = {
  readonly axis?: string
  readonly text?: string
  /** `YYYY-MM-DD` */
  readonly horizon?: string
  readonly visibility?: CommitmentVisibility
}

type Parts = {
  readonly store: (tx: Tx) => Pick<CommitmentStore, 'lock' | 'keep'>
  readonly transact: Transact
  readonly once: Once
  readonly clock: Clock
  readonly ids: Ids
  readonly programme: Pick<Programme, 'axis'>
  readonly today: () => string
  readonly telling: Pick<IdeaTelling, 'tellCommitted' | 'tellKeptLater'>
}

export type CommitmentChangeUsecases = ReturnType<typeof changeUsecases>

export function changeUsecases(parts: Parts) {
  const { store, transact, once, clock, ids, programme, today, telling } = parts

  function axisOf(axis: string, found: Commitment): string {
    if (axis !== found.axis && !programme.axis(axis)) throw new Refusal('axis-missing')
    return axis
  }

  function horizonOf(horizon: string, found: Commitment): string {
    if (horizon === found.horizon) return horizon
    if (found.state !== 'taken') throw new Refusal('commitment-ended')
    return checkHorizon(horizon, today())
  }

  /** When it becomes visible to « ma Direction », that is its owner's current one. */
  function seenBy(actor: Actor, found: Commitment, to: CommitmentVisibility): Partial<Commitment> {
    if (to === found.visibility) return {}
    const visibility = checkVisibility(to, actor.direction)
    return { visibility, ...(to === 'direction' && { direction: actor.direction ?? '' }) }
  }

  function changedOf(actor: Actor, found: Commitment, change: CommitmentChange): Commitment {
    const { axis = found.axis, text = found.text, horizon = found.horizon, visibility } = change
    const changed = {
      ...found,
      axis: axisOf(axis, found),
      text: commitmentText(text),
      horizon: horizonOf(horizon, found),
      ...seenBy(actor, found, visibility ?? found.visibility),
    }
    const same = changed.text === found.text && changed.axis === found.axis
    return same || audienceOf(found) === undefined ? changed : { ...changed, rewordedAt: clock.now() }
  }

  /** When it becomes visible to everyone, the thread of its idea says so; also that it was kept. */
  async function tellWider(tx: Tx, found: Commitment, changed: Commitment): Promise<Commitment> {
    if (changed.visibility === found.visibility) return changed
    const noted = await telling.tellCommitted(tx, changed)
    await telling.tellKeptLater(tx, noted)
    return noted
  }

  return {
    /**
     * Changes text, axis, horizon or visibility, once for all `keys`. The horizon of an ended one is fixed. Narrowing
     * the visibility removes it from colleagues' lists; what they took up from it is theirs.
     * @throws Refusal `gone`, `not-yours`, `axis-missing`, `empty-text`, `too-long`, `horizon-missing`, `date-past`,
     * `commitment-ended`, `own-direction-missing`
     */
    change: (
      actor: Actor,
      id: string,
      change: CommitmentChange,
      keys: readonly IdempotencyKey[],
    ): Promise<Commitment> =>
      transact(async tx => {
        const found = checkOwn(actor, await store(tx).lock(id), CHANGE_PERMISSIONS.change)
        const mark = ids.next()
        if ((await once(tx, keys, mark)) !== mark) return found
        const noted = await tellWider(tx, found, changedOf(actor, found, change))
        await store(tx).keep(noted)
        return noted
      }),
  }
}
