import { z } from 'zod'
import type { CardPreview } from '../bot-card.ts'
import { nonce } from '../primitives.ts'
import { type FaultView, placeInput, rulesInput, type TargetsView, typedWorkshop } from './planning.ts'

const text = z.string().max(4_000)

const seriesText = { title: text, description: text, axis: text }
/** POST /series → SeriesView: begun, once for each nonce. PUT /series/:id → SeriesView */
export const seriesInput = z.object({ ...seriesText, nonce })
export const seriesChange = z.object(seriesText)
/** PUT /days/:id → SeriesView of the draft day. */
export const dayChange = z.object({ workshop: typedWorkshop })
/**
 * POST /series/:id/days → SeriesView, once for each nonce with that many days more, one a week from the first on. `rules`:
 * of all of them, where the series has no day yet.
 */
export const dayInput = z.object({
  workshop: typedWorkshop,
  count: z.number().int().min(1).max(100).default(1),
  rules: rulesInput.optional(),
  nonce,
})

/** POST /series/:id/check → SeriesCheckView. Where it is announced already, it stays there. */
export const seriesCheckInput = z.object({ where: placeInput.optional() })
/** `faults`: of where it is to appear alone, which is not asked without `where`. */
export type SeriesCheckView = {
  readonly faults: readonly FaultView[]
  readonly preview: CardPreview
  readonly targets?: TargetsView
}
/** POST /series/:id/announce → SeriesView */
export const seriesAnnounceInput = z.object({ where: placeInput, nonce })

/** POST /series/:id/remove → GoneView; POST /days/:id/remove → SeriesView */
export type GoneView = { readonly gone: true }
