import type { Actor } from '../../kernel/access/actor.ts'
import type { Audit } from '../../kernel/access/audit.ts'
import { permit } from '../../kernel/access/permission.ts'
import type { Ids } from '../../kernel/crypto/ids.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { limitKey } from '../../kernel/requests/limits.ts'
import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import type { Clock } from '../../kernel/time/clock.ts'
import type { GroundedHeading, GroundingUsecases } from '../grounding/index.ts'
import type { IdeaUsecases } from '../ideas/index.ts'
import type { Programme } from '../programme/index.ts'
import type { BoardUsecases } from './board-usecases.ts'
import { RETRIEVED, THEME_PERMISSIONS, type ThemeProposal } from './domain.ts'
import { MOST_PROPOSED, type StandingProposal, standingProposals } from './proposal.ts'
import type { BoardIdea, PlacementStore, ProposalStore } from './rows.ts'
import { drawEvenly } from './sample.ts'

type Parts = {
  readonly programme: Pick<Programme, 'axis' | 'language'>
  readonly proposals: (tx: Tx) => ProposalStore
  readonly placements: (tx: Tx) => Pick<PlacementStore, 'batch' | 'some'>
  readonly themesIn: BoardUsecases['themesIn']
  readonly submittable: IdeaUsecases['submittable']
  readonly grounding: Pick<GroundingUsecases, 'name' | 'isOn' | 'headings'>
  readonly read: Transact
  readonly transact: Transact
  readonly audit: Audit
  readonly ids: Ids
  readonly clock: Clock
}

/** What the board shows of proposals. `model`: what the model is called; absent where none can be asked. */
export type ProposalsShown = { readonly model?: string; readonly proposals: readonly StandingProposal[] }

/** Ideas that the model reads, and that are drawn: some of them may not be sent. */
const READ = 100
const DRAWN = 2 * READ
/** Ideas looked at in one reading. */
const BATCH = 1_000
const FEWEST_READ = 2
/** Of an answer. */
export const PROPOSAL_TOKENS = 1_500

/** What a model is told to do with a sample of ideas. */
export const PROPOSAL_RULES = `The texts are ideas of agents of an administration. Propose themes under which many of them could be sorted by their words.`

export type ProposalUsecases = ReturnType<typeof proposalUsecases>

/** Themes that a language model proposes from a sample of an axis's ideas; a person signs each, or it stays beside the board. */
export function proposalUsecases(parts: Parts) {
  const { programme, proposals, placements, themesIn, submittable, grounding } = parts
  const { read, transact, audit, ids, clock } = parts

  /** @throws Refusal `gone` */
  function requireAxis(axis: string): void {
    if (!programme.axis(axis)) throw new Refusal('gone')
  }

  async function sendable(tx: Tx, axis: string, wanted: readonly string[]) {
    const may = await submittable(tx, wanted)
    const found = await placements(tx).some(
      axis,
      wanted.filter(id => may.has(id)),
    )
    return new Map(found.map(idea => [idea.id, idea]))
  }

  async function standingIn(tx: Tx, axis: string, all: readonly ThemeProposal[]) {
    const cited = [...new Set(all.flatMap(({ ideas }) => ideas))]
    return standingProposals(all, await sendable(tx, axis, cited), await themesIn(tx, axis))
  }

  /** Ids of the ideas of an axis, the oldest first: those still to be put somewhere, and the others. */
  async function idsOf(axis: string) {
    const onBoard = new Set((await read(tx => themesIn(tx, axis))).map(({ id }) => id))
    const ids: Record<'aside' | 'put', string[]> = { aside: [], put: [] }
    let after = { at: 0, id: '' }
    for (;;) {
      const from = after
      const batch = await read(tx => placements(tx).batch(axis, BATCH, from))
      for (const { id, placement: { theme, placed } = {} } of batch) {
        const isPut = theme === undefined ? placed === 'hand' : onBoard.has(theme)
        ids[isPut ? 'put' : 'aside'].push(id)
      }
      const last = batch.at(-1)
      if (!last || batch.length < BATCH) return ids
      after = { at: last.at, id: last.id }
    }
  }

  /** Those under no theme first, then the others; of each as many of every age. */
  async function sampled(axis: string): Promise<readonly BoardIdea[]> {
    const { aside, put } = await idsOf(axis)
    const drawn = drawEvenly(aside, put, DRAWN)
    const may = await read(tx => sendable(tx, axis, drawn))
    return drawn.flatMap(id => may.get(id) ?? []).slice(0, READ)
  }

  const proposalOf = (
    axis: string,
    items: readonly BoardIdea[],
    { title, words, cited }: GroundedHeading,
  ) => ({
    id: ids.next(),
    axis,
    title,
    words,
    ideas: cited.flatMap(at => items[at]?.id ?? []),
    madeAt: clock.now(),
  })

  return {
    /** What was proposed for an axis and stands now, beside the board. @throws Refusal `role-needed`, `gone` */
    async shown(actor: Actor, axis: string): Promise<ProposalsShown> {
      permit(THEME_PERMISSIONS.read, actor.role)
      requireAxis(axis)
      const isOn = await grounding.isOn('themes')
      const found = await read(async tx => standingIn(tx, axis, await proposals(tx).of(axis)))
      return { proposals: found, ...(isOn && { model: grounding.name }) }
    },

    /**
     * Has the model propose themes in place of those that it proposed before. Nothing changes where it is off, fails, or says
     * nothing that stands: the earlier ones stay. Takes seconds, in no transaction. @returns whether any now stand
     * @throws Refusal `role-needed`, `gone`
     */
    async propose(actor: Actor, axis: string): Promise<boolean> {
      permit(THEME_PERMISSIONS.propose, actor.role)
      requireAxis(axis)
      if (!(await grounding.isOn('themes'))) return false
      const items = await sampled(axis)
      if (items.length < FEWEST_READ) return false
      const headings = await grounding.headings({
        task: 'themes',
        caller: 'tab',
        language: programme.language,
        rules: PROPOSAL_RULES,
        texts: items.map(({ text }) => text),
        who: limitKey(actor),
        mostTokens: PROPOSAL_TOKENS,
      })
      return transact(async tx => {
        await audit(tx, actor, THEME_PERMISSIONS.propose.act, axis)
        const made = headings.slice(0, MOST_PROPOSED).map(heading => proposalOf(axis, items, heading))
        const standing = new Set((await standingIn(tx, axis, made)).map(({ id }) => id))
        if (standing.size > 0)
          await proposals(tx).replace(
            axis,
            made.filter(({ id }) => standing.has(id)),
          )
        return standing.size > 0
      })
    },

    /**
     * Takes a proposal out of sight, or back. Once done, the same again changes nothing.
     * @throws Refusal `role-needed`, `gone`, `theme-proposal-gone`
     */
    async discard(actor: Actor, axis: string, id: string, discarded: boolean): Promise<void> {
      permit(THEME_PERMISSIONS.discard, actor.role)
      requireAxis(axis)
      await transact(async tx => {
        const found = (await proposals(tx).of(axis)).find(each => each.id === id)
        if (!found) throw new Refusal('theme-proposal-gone')
        if ((found.discardedAt !== undefined) === discarded) return
        await proposals(tx).setDiscarded(axis, id, discarded ? clock.now() : undefined)
        await audit(tx, actor, discarded ? THEME_PERMISSIONS.discard.act : RETRIEVED, id)
      })
    },
  }
}
