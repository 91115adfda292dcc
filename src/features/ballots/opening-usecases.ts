import type { Actor } from '../../kernel/actor.ts'
import type { OnceKey } from '../../kernel/once.ts'
import { permit } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { Targets } from '../channels/index.ts'
import {
  type Ballot,
  type BallotResult,
  type Draft,
  type DraftOption,
  draftOf,
  PERMISSIONS,
  plainRules,
  stageOf,
  type Typed,
} from './domain.ts'
import { type BallotGround, type BallotParts, standing } from './ground-usecases.ts'
import { SECRET } from './secret.ts'

/** A ballot's beginning and end, each told once in the thread of every idea that is an option. */
export function openingUsecases(parts: BallotParts, { foundIn, changed }: BallotGround) {
  const { store, transact, once, note, audit, clock, ids, channels, ideas, thread, secrets } = parts

  async function happened(tx: Tx, kind: 'balloted' | 'result', at: number, ballot: Ballot): Promise<void> {
    for (const { idea } of ballot.options) {
      if (idea !== undefined)
        await thread.add(tx, { thing: 'idea', id: idea, kind, at, detail: ballot.question })
    }
  }

  async function begin(tx: Tx, actor: Actor, ballot: Ballot, targets: Targets): Promise<void> {
    const { id, closesAt } = ballot
    await store(tx).add(ballot)
    if (ballot.secret) await secrets.begin(tx, id)
    await channels.announce(tx, { thing: 'ballot', id }, targets)
    await audit(tx, actor, PERMISSIONS.open.act, id)
    await happened(tx, 'balloted', ballot.createdAt, ballot)
    await changed(tx, id)
    const mergeKey = `ballots:${id}:end`
    await note(tx, { kind: 'ballots.due', payload: { ballot: id }, dueAt: closesAt, mergeKey })
  }

  /** Whether all votes stand in the totals: a secret ballot is counted here, once it ends. */
  async function isCounted(tx: Tx, ballot: Ballot): Promise<boolean> {
    return !ballot.secret || secrets.count(tx, ballot)
  }

  /** Tells that it has ended, the first time only: it may end by hand, and by the clock thereafter. */
  async function tellResult(tx: Tx, ballot: Ballot): Promise<void> {
    if (await store(tx).conclude(ballot.id, clock.now()))
      await happened(tx, 'result', ballot.closesAt, ballot)
  }

  async function optionsOf(chosen: readonly string[]): Promise<readonly DraftOption[]> {
    const found = await ideas.byIds(chosen)
    if (found.length < chosen.length) throw new Refusal('idea-gone')
    return found.map(({ id, text, axis }) => ({ title: text, idea: id, ...(axis !== undefined && { axis }) }))
  }

  async function check(actor: Actor, typed: Typed): Promise<{ draft: Draft; targets: Targets }> {
    permit(PERMISSIONS.open, actor.role)
    const chosen = await optionsOf([...new Set(typed.ideas)])
    const draft = draftOf({ ...typed, ideas: chosen }, clock.now())
    if (typed.secret) secrets.checkPossible()
    return { draft, targets: await channels.targets(typed.where) }
  }

  function ballotOf(actor: Actor, draft: Draft, secret = false): Ballot {
    const options = draft.options.map(option => ({ ...option, id: ids.next(), votes: 0, voters: 0 }))
    const now = clock.now()
    const who = { id: ids.next(), organiser: actor.id }
    const rules = { ...plainRules(now), ...(secret && SECRET) }
    return { ...rules, ...draft, options, ...who, votes: 0, createdAt: now }
  }

  return {
    /**
     * What would be opened, and where.
     * @throws Refusal of `draftOf` and of `targets`, and `role-needed`, `idea-gone`, `ballot-secret-missing`
     */
    check,

    /** Opens a ballot, once for all `keys`. @throws Refusal as `check` does */
    async open(actor: Actor, typed: Typed, keys: readonly OnceKey[]): Promise<BallotResult> {
      const { draft, targets } = await check(actor, typed)
      const ballot = ballotOf(actor, draft, typed.secret)
      return transact(async tx => {
        const id = await once(tx, keys, ballot.id)
        if (id === ballot.id) await begin(tx, actor, ballot, targets)
        return foundIn(tx, actor.id, id)
      })
    },

    /**
     * Brings the end forward to now; an ended ballot stays as it is.
     * @throws Refusal `role-needed`, `gone`, `ballot-sealed`
     */
    close(actor: Actor, id: string): Promise<BallotResult> {
      permit(PERMISSIONS.close, actor.role)
      return transact(async tx => {
        const ballot = standing(await store(tx).lock(id))
        if (stageOf(ballot, clock.now()) === 'open') {
          const closesAt = clock.now()
          if (!(await isCounted(tx, ballot))) throw new Refusal('ballot-sealed')
          await store(tx).endAt(id, closesAt)
          await audit(tx, actor, PERMISSIONS.close.act, id)
          await changed(tx, id)
          await tellResult(tx, { ...ballot, closesAt })
        }
        return foundIn(tx, actor.id, id)
      })
    },

    /**
     * Its time has come: tells what came of it, unless that was told when it was closed by hand. A secret one that cannot
     * be counted is left as it is: see `secrets.resume`.
     */
    conclude: (id: string): Promise<void> =>
      transact(async tx => {
        const ballot = await store(tx).lock(id)
        if (!ballot || stageOf(ballot, clock.now()) === 'open') return
        if (await isCounted(tx, ballot)) await tellResult(tx, ballot)
      }),
  }
}
