import type { Actor } from '../../kernel/access/actor.ts'
import type { Audit } from '../../kernel/access/audit.ts'
import { permit } from '../../kernel/access/permission.ts'
import type { Transact } from '../../kernel/storage/tx.ts'
import type { Clock } from '../../kernel/time/clock.ts'
import { FIGURE_PERMISSIONS } from './domain.ts'
import type { Commitments, FileContent, Initiatives, Workshops } from './file.ts'
import type { FiguresPage } from './page.ts'

type Parts = {
  readonly figures: { readonly show: (actor: Actor, id: string) => Promise<FiguresPage> }
  readonly workshops: Workshops
  readonly commitments: Commitments
  readonly initiatives: Initiatives
  readonly transact: Transact
  readonly audit: Audit
  readonly clock: Clock
}

/** Of each list at most. */
const MOST = 100

export type FigureFileUsecases = ReturnType<typeof fileUsecases>

export function fileUsecases(parts: Parts) {
  const { figures, workshops, commitments, initiatives, transact, audit, clock } = parts
  return {
    /** What a Direction's page shows, to be handed out; the journal keeps by whom. @throws Refusal `direction-unknown` */
    async file(actor: Actor, id: string): Promise<FileContent> {
      permit(FIGURE_PERMISSIONS.export, actor.role)
      const page = await figures.show(actor, id)
      const [stages, carried, coming] = await Promise.all([
        commitments.stagesOf(actor, id),
        initiatives.list(actor, { sort: 'supported', place: id }, MOST),
        workshops.ofDirection(actor, id, MOST),
      ])
      await transact(tx => audit(tx, actor, FIGURE_PERMISSIONS.export.act, id))
      return { at: clock.now(), page, stages, initiatives: carried.items, workshops: coming.items }
    },
  }
}
