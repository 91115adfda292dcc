import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal, refusalsOf } from '../../../kernel/errors/refusal.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { ChannelUsecases, Targets } from '../../channels/index.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { WorkshopUsecases } from '../../workshops/index.ts'
import type { BallotAudience } from '../ballot/audience.ts'
import type { AudienceUsecases } from '../ballot/audience-usecases.ts'
import type { DraftOption } from '../ballot/domain.ts'
import type { SecretUsecases } from '../secrecy/usecases.ts'
import { type BallotDraft, DRAFTING_PERMISSIONS, draftOf, draftParts, type TypedBallot } from './domain.ts'

/** A valid ballot, with its channels and its audience. */
export type CheckedBallot = {
  readonly draft: BallotDraft
  readonly targets: Targets
  readonly named: readonly string[]
  /** Size of the audience; undefined where unknown. */
  readonly voters: number | undefined
}

type Parts = {
  readonly clock: Clock
  readonly channels: Pick<ChannelUsecases, 'targets'>
  readonly ideas: Pick<IdeaUsecases, 'byIds'>
  readonly workshops: Pick<WorkshopUsecases, 'posted'>
  readonly programme: Pick<Programme, 'direction'>
  readonly secrets: Pick<SecretUsecases, 'checkPossible'>
  readonly audience: Pick<AudienceUsecases, 'checkReachable' | 'namesOf' | 'votersOf'>
}

export type BallotCheckUsecases = ReturnType<typeof ballotCheckUsecases>

/** Validation of a ballot as it was typed: whether it can be opened. */
export function ballotCheckUsecases(parts: Parts) {
  const { clock, channels, ideas, workshops, programme, secrets, audience: audiences } = parts

  async function found(chosen: readonly string[]): Promise<readonly DraftOption[]> {
    const known = await ideas.byIds([...new Set(chosen)])
    return known.map(({ id, text, axis }) => ({ title: text, idea: id, ...(axis !== undefined && { axis }) }))
  }

  function checkWhole(options: readonly DraftOption[], { ideas: chosen }: TypedBallot): void {
    if (options.length < new Set(chosen).size) throw new Refusal('idea-gone')
  }

  /** A workshop that was called off has no participants. */
  async function checkWorkshop(id: string): Promise<void> {
    const workshop = await workshops.posted(id)
    if (!workshop) throw new Refusal('gone')
    if (workshop.state !== 'announced') throw new Refusal('ballot-workshop-off')
  }

  /** @throws Refusal `directions-missing`, `direction-unknown`, `gone`, `ballot-workshop-off` */
  async function checkAudience(audience: BallotAudience): Promise<void> {
    if (audience.kind === 'directions') {
      if (audience.directions.length === 0) throw new Refusal('directions-missing')
      if (!audience.directions.every(id => programme.direction(id))) throw new Refusal('direction-unknown')
    }
    if (audience.kind === 'workshop') await checkWorkshop(audience.workshop)
  }

  async function check(actor: Actor, typed: TypedBallot): Promise<CheckedBallot> {
    permit(DRAFTING_PERMISSIONS.open, actor.role)
    const chosen = await found(typed.ideas)
    checkWhole(chosen, typed)
    const draft = draftOf({ ...typed, ideas: chosen }, clock.now())
    if (draft.secret) secrets.checkPossible()
    await checkAudience(draft.audience)
    audiences.checkReachable(draft)
    const targets = await channels.targets(typed.where)
    const audience: BallotAudience =
      draft.audience.kind === 'channels'
        ? { kind: 'channels', channels: [...targets.channels, ...targets.shut].map(({ id }) => id) }
        : draft.audience
    return {
      draft: { ...draft, audience },
      targets,
      named: await audiences.namesOf(audience),
      voters: await audiences.votersOf(audience),
    }
  }

  /** Every fault that `check` would stop at, one per part. */
  async function faultsOf(typed: TypedBallot): Promise<readonly Refusal[]> {
    const { audience, quorum = 0, secret } = typed
    const chosen = await found(typed.ideas)
    return refusalsOf([
      () => checkWhole(chosen, typed),
      ...draftParts({ ...typed, ideas: chosen }, clock.now()),
      () => audience && checkAudience(audience),
      () => audience && audiences.checkReachable({ audience, quorum }),
      () => secret && secrets.checkPossible(),
      () => channels.targets(typed.where),
    ])
  }

  return {
    /**
     * @throws Refusal of `draftOf` and of `targets`, and `role-needed`, `idea-gone`, `directions-missing`,
     * `direction-unknown`, `ballot-secret-missing`, `quorum-unreachable`, `gone` for an unknown workshop,
     * `ballot-workshop-off` for one that was called off
     */
    check,

    /** Collects all faults, where `check` stops at the first. @throws Refusal `role-needed` */
    async checkAll(
      actor: Actor,
      typed: TypedBallot,
    ): Promise<{ readonly faults: readonly Refusal[]; readonly checked?: CheckedBallot }> {
      permit(DRAFTING_PERMISSIONS.open, actor.role)
      const faults = await faultsOf(typed)
      return faults.length > 0 ? { faults } : { faults, checked: await check(actor, typed) }
    },
  }
}
