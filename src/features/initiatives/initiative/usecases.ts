import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { IdempotencyKey, Once } from '../../../kernel/storage/idempotency.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { wordsOf } from '../../../search/words.ts'
import type { Idea, IdeaSeen, IdeaUsecases } from '../../ideas/index.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { InitiativeContext, InitiativeStore, MembershipStore } from './context-usecases.ts'
import {
  checkPhase,
  checkRetained,
  firstTitle,
  INITIATIVE_PERMISSIONS,
  type InitiativeSheetText,
  permitEdit,
  type SheetSeen,
} from './domain.ts'
import { type InitiativeSheetInput, sheetOf, stepsBetween } from './sheet.ts'
import type { TellStep } from './step-usecases.ts'

type Parts = {
  readonly store: (tx: Tx) => InitiativeStore
  readonly membership: (tx: Tx) => Pick<MembershipStore, 'join' | 'recount'>
  readonly context: Pick<InitiativeContext, 'withHeld' | 'seenOne'>
  /** The actor's view of the sheet. */
  readonly sheet: (actor: Actor, id: string) => Promise<SheetSeen>
  readonly transact: Transact
  readonly once: Once
  readonly clock: Clock
  readonly ids: Ids
  readonly people: Pick<PeopleUsecases, 'tookPart'>
  readonly tell: TellStep
  readonly ideas: Pick<IdeaUsecases, 'hold' | 'redraw' | 'submit' | 'becomeInitiative'>
}

/** An idea inspired by an initiative. `unnamed`: without its author's name. */
type Inspired = { readonly text: string; readonly unnamed: boolean }

export type CarryingUsecases = ReturnType<typeof initiativeUsecases>

const EMPTY = { problem: '', story: '', inspiring: '', outcome: '', phase: 'explore', resources: [] } as const

export function initiativeUsecases(parts: Parts) {
  const {
    store,
    membership,
    context,
    sheet: sheetSeen,
    transact,
    once,
    clock,
    ids,
    people,
    ideas,
    tell,
  } = parts
  const telling = { teller: 'initiatives' }

  /** It is found by the idea's own words too. */
  const putWords = (tx: Tx, { title, problem, story, inspiring }: InitiativeSheetText, idea: Idea) =>
    store(tx).putWords(idea.id, wordsOf([title, idea.text, problem, inspiring, story].join(' ')))

  async function found(tx: Tx, actor: Actor, idea: Idea): Promise<void> {
    checkRetained(idea)
    const sheet = { ...EMPTY, title: firstTitle(idea.text) }
    await store(tx).add({ ...sheet, id: idea.id, owner: actor.id, members: 0, at: clock.now() })
    await putWords(tx, sheet, idea)
    await ideas.becomeInitiative(tx, actor, idea.id, telling)
  }

  async function take(tx: Tx, actor: Actor, idea: Idea): Promise<void> {
    const known = await store(tx).find(idea.id)
    if (known?.owner === actor.id) return
    if (known?.owner !== undefined) throw new Refusal('initiative-carried')
    if (known) await store(tx).setOwner(idea.id, actor.id)
    else await found(tx, actor, idea)
    await membership(tx).join(idea.id, actor.id, clock.now())
    await membership(tx).recount(idea.id)
    await people.tookPart(tx, actor.id)
    await ideas.redraw(tx, idea)
  }

  return {
    /**
     * Makes `actor` the owner of a retained idea, or of an initiative without one; once for all `keys`.
     * @throws Refusal `gone`, `idea-not-retained`, `initiative-carried`
     */
    async carry(actor: Actor, id: string, keys: readonly IdempotencyKey[]): Promise<SheetSeen> {
      permit(INITIATIVE_PERMISSIONS.carry, actor.role)
      await transact(async tx => {
        const idea = await ideas.hold(tx, id)
        const act = ids.next()
        if ((await once(tx, keys, act)) === act) await take(tx, actor, idea)
      })
      return sheetSeen(actor, id)
    },

    /**
     * Replaces the sheet; author, supporters and members are notified of a new phase and of a first outcome.
     * @throws Refusal `gone`, `role-needed`, `not-yours`, `phase-follows-trial`, and those of `sheetOf`
     */
    async edit(actor: Actor, id: string, typed: InitiativeSheetInput): Promise<SheetSeen> {
      await context.withHeld(id, async (tx, initiative, idea) => {
        permitEdit(initiative, actor)
        const sheet = sheetOf(typed)
        checkPhase(initiative, sheet.phase)
        await store(tx).setSheet(id, sheet)
        await putWords(tx, sheet, idea)
        for (const step of stepsBetween(initiative, sheet)) await tell(tx, id, step, { by: actor })
      })
      return sheetSeen(actor, id)
    },

    /**
     * Submits an inspired idea in the actor's own Direction, linked to this one.
     * @throws Refusal `gone`, `own-direction-missing`, `empty-text`, `too-long`, `idea-withdrawn`
     */
    async inspire(
      actor: Actor,
      id: string,
      said: Inspired,
      keys: readonly IdempotencyKey[],
    ): Promise<IdeaSeen> {
      permit(INITIATIVE_PERMISSIONS.inspire, actor.role)
      const { idea } = await context.seenOne(actor, id)
      if (actor.direction === undefined) throw new Refusal('own-direction-missing')
      const { axis } = idea
      return ideas.submit(actor, { ...said, inspiredBy: id, ...(axis !== undefined && { axis }) }, keys)
    },
  }
}
