import type { FiguresView } from '../../../contract/figures/figures.ts'
import { useDirectionTab } from '../reading/context.tsx'
import { countsAsDecided } from './idea-counts.ts'

/** Ideas by axis as whoever looks has decided them; undefined while they could not be read. */
export function useIdeaCounts(): FiguresView['ideas'] | undefined {
  const { figures, waiting } = useDirectionTab().values
  return figures && countsAsDecided(figures.ideas, waiting?.ideas ?? [])
}
