import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { ChannelUsecases, Targets, Where } from '../../channels/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { ChangePreview, TypedChange } from '../changes/domain.ts'
import type { ChangeUsecases } from '../changes/usecases.ts'
import { SERIES_PERMISSIONS } from '../series/domain.ts'
import type { TypedWorkshopDraft, WorkshopDraft } from '../workshop/domain.ts'
import { type DraftField, draftFaults, draftOf } from '../workshop/draft.ts'

export type FormFault = { readonly field: DraftField | 'axis' | 'where'; readonly refusal: Refusal }

type Checked = {
  readonly faults: readonly FormFault[]
  readonly draft?: WorkshopDraft
  readonly targets?: Targets
}

type Parts = {
  readonly channels: Pick<ChannelUsecases, 'targets'>
  readonly programme: Pick<Programme, 'axis'>
  readonly changes: Pick<ChangeUsecases, 'changeable' | 'preview'>
  readonly clock: Clock
}

/** Fields of refusals that only a change of an announced workshop has. */
const OF_CHANGE: Readonly<Record<string, DraftField>> = {
  'capacity-taken': 'seats',
  'reserved-many': 'seats',
  'opening-last': 'when',
}

export type FormCheckUsecases = ReturnType<typeof formCheckUsecases>

/** Collects every fault of a form, where the act itself stops at the first. */
export function formCheckUsecases({ channels, programme, changes, clock }: Parts) {
  const axisFaults = (axis: string): readonly FormFault[] =>
    programme.axis(axis) ? [] : [{ field: 'axis', refusal: new Refusal('axis-missing') }]

  async function targeted(where: Where): Promise<Pick<Checked, 'faults' | 'targets'>> {
    try {
      return { faults: [], targets: await channels.targets(where) }
    } catch (thrown) {
      if (thrown instanceof Refusal) return { faults: [{ field: 'where', refusal: thrown }] }
      throw thrown
    }
  }

  return {
    /** Checks a workshop before announcement; without `where`, a day of a series. @throws Refusal `role-needed` */
    async checkDraft(actor: Actor, typed: TypedWorkshopDraft, where?: Where): Promise<Checked> {
      permit(SERIES_PERMISSIONS.plan, actor.role)
      const own = [...draftFaults(typed, clock.now()), ...axisFaults(typed.axis)]
      const { faults, targets } = where ? await targeted(where) : { faults: [], targets: undefined }
      return {
        faults: [...own, ...faults],
        ...(own.length === 0 && { draft: draftOf(typed, clock.now()) }),
        ...(targets && { targets }),
      }
    },

    /** Checks a change of an announced workshop. @throws Refusal as `changeable` does */
    async checkChange(
      actor: Actor,
      id: string,
      typed: TypedChange,
    ): Promise<{ faults: readonly FormFault[]; preview?: ChangePreview }> {
      const before = await changes.changeable(actor, id)
      const faults = draftFaults({ ...typed, axis: before.axis }, clock.now())
      if (faults.length > 0) return { faults }
      try {
        return { faults, preview: await changes.preview(actor, id, typed) }
      } catch (thrown) {
        const field = thrown instanceof Refusal ? OF_CHANGE[thrown.code] : undefined
        if (field === undefined) throw thrown
        return { faults: [{ field, refusal: thrown as Refusal }] }
      }
    },
  }
}
