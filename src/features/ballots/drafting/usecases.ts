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
export type CheckedBallot = DraftedBallot & { readonly targets: Targets }

/** The same, wherever it is announced. */
type DraftedBallot = {
  readonly draft: BallotDraft
  readonly named: readonly string[]
  /** Size of the audience; undefined where unknown. */
  readonly voters: number | undefined
}

/** `drafted`: where nothing is wrong with the ballot itself; `checked`: nor with where it is announced. */
type AllChecked = {
  readonly faults: readonly Refusal[]
  readonly drafted?: DraftedBallot
  readonly checked?: CheckedBallot
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

  async function drafted(typed: TypedBallot): Promise<BallotDraft> {
    const chosen = await found(typed.ideas)
    checkWhole(chosen, typed)
    const draft = draftOf({ ...typed, ideas: chosen }, clock.now())
    if (draft.secret) secrets.checkPossible()
    await checkAudience(draft.audience)
    audiences.checkReachable(draft)
    return draft
  }

  /** With its audience, which may be that of its channels. */
  async function asked(draft: BallotDraft, targets: Targets | undefined): Promise<DraftedBallot> {
    const places = [...(targets?.channels ?? []), ...(targets?.shut ?? [])].map(({ id }) => id)
    const audience: BallotAudience =
      draft.audience.kind === 'channels' ? { kind: 'channels', channels: places } : draft.audience
    return {
      draft: { ...draft, audience },
      named: await audiences.namesOf(audience),
      voters: await audiences.votersOf(audience),
    }
  }

  async function check(actor: Actor, typed: TypedBallot): Promise<CheckedBallot> {
    permit(DRAFTING_PERMISSIONS.open, actor.role)
    const draft = await drafted(typed)
    const targets = await channels.targets(typed.where)
    return { ...(await asked(draft, targets)), targets }
  }

  /** Every fault of the ballot itself that `check` would stop at, one per part. */
  async function faultsOf(typed: TypedBallot): Promise<readonly Refusal[]> {
    const { audience, quorum = 0, secret } = typed
    const chosen = await found(typed.ideas)
    return refusalsOf([
      () => checkWhole(chosen, typed),
      ...draftParts({ ...typed, ideas: chosen }, clock.now()),
      () => audience && checkAudience(audience),
      () => audience && audiences.checkReachable({ audience, quorum }),
      () => secret && secrets.checkPossible(),
    ])
  }

  async function targeted(typed: TypedBallot): Promise<Targets | Refusal> {
    try {
      return await channels.targets(typed.where)
    } catch (thrown) {
      if (thrown instanceof Refusal) return thrown
      throw thrown
    }
  }

  return {
    /**
     * @throws Refusal of `draftOf` and of `targets`, and `role-needed`, `idea-gone`, `directions-missing`,
     * `direction-unknown`, `ballot-secret-missing`, `quorum-unreachable`, `gone` for an unknown workshop,
     * `ballot-workshop-off` for one that was called off
     */
    check,

    /**
     * Collects all faults, where `check` stops at the first. A place that is refused keeps nobody from seeing the card.
     * @throws Refusal `role-needed`
     */
    async checkAll(actor: Actor, typed: TypedBallot): Promise<AllChecked> {
      permit(DRAFTING_PERMISSIONS.open, actor.role)
      const own = await faultsOf(typed)
      const place = await targeted(typed)
      const refused = place instanceof Refusal
      const faults = refused ? [...own, place] : own
      if (own.length > 0) return { faults }
      const ballot = await asked(await drafted(typed), refused ? undefined : place)
      return { faults, drafted: ballot, ...(!refused && { checked: { ...ballot, targets: place } }) }
    },
  }
}
