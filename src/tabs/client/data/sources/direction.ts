import type { SharedCommitmentView, StagesView } from '../../../contract/commitments.ts'
import type { FiguresView } from '../../../contract/figures.ts'
import type { IdeaView, WaitingView } from '../../../contract/ideas/ideas.ts'
import type { InitiativeView } from '../../../contract/initiatives.ts'
import type { DirectionWorkshopView } from '../../../contract/workshops/workshops.ts'
import type { Call } from '../api/call.ts'
import { about, paged, type Readers, whole } from './sources.ts'

/** What the page reads of one Direction, each from the feature that owns it. */
export type DirectionSources = {
  readonly figures: FiguresView
  readonly waiting: { readonly mayAnswer: boolean; readonly ideas: readonly IdeaView[] }
  readonly workshops: readonly DirectionWorkshopView[]
  readonly commitments: readonly SharedCommitmentView[]
  readonly stages: readonly StagesView[]
  readonly initiatives: readonly InitiativeView[]
}

/** Whether this person may answer comes with each page of what waits. */
function waiting(path: string): Readers<DirectionSources>['waiting'] {
  return async (call, further) => {
    let mayAnswer = false
    const reading = (async (method, at) => {
      const page = await call<WaitingView>(method, at)
      mayAnswer = page.mayAnswer
      return page
    }) as Call
    const { value, cut } = await paged<IdeaView>(path)(reading, further)
    return { value: { mayAnswer, ideas: value }, cut }
  }
}

/** How a Direction is read. The server decides what this person may see of it. */
export function readersOf(direction: string): Readers<DirectionSources> {
  const at = `/directions/${encodeURIComponent(direction)}`
  return {
    figures: about(['figures', 'ideas'], whole(`${at}/figures`)),
    waiting: about(['ideas', 'people'], waiting(`${at}/waiting`)),
    workshops: about(['workshops'], paged(`${at}/workshops`)),
    stages: about(['commitments'], whole(`${at}/commitments/stages`)),
    initiatives: about(
      ['initiatives', 'ideas', 'people'],
      paged(`/initiatives?sort=supported&place=${encodeURIComponent(direction)}`),
    ),
    // Grouped by axis, so all are read: up to four pages, of eighty.
    commitments: about(['commitments', 'people'], paged(`${at}/commitments`, 4)),
  }
}
