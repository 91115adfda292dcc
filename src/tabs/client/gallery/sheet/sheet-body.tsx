import { useEffect, useRef } from 'react'
import type { CommentView } from '../../../contract/ideas/ideas.ts'
import type { InitiativeSheet } from '../../../contract/initiatives/initiatives.ts'
import type { EventView } from '../../../contract/thread.ts'
import { pathTo } from '../../data/store/lists.ts'
import { THREAD, usePages } from '../../parts/lists/pages.ts'
import { StepsBlock } from '../../parts/steps/steps-block.tsx'
import { useTrialTab } from '../trial/context.tsx'
import { leadOf } from '../trial/texts.ts'
import { TrialPart } from '../trial/trial-part.tsx'
import { SheetComments } from './comments.tsx'
import { Places } from './places.tsx'
import { Origin, Others, TakingPart } from './sheet-side.tsx'
import { Story } from './story.tsx'

/** Reads the thread again at each `turn`, after an act that may add an event. */
function useThread(idea: string, turn: number) {
  const events = usePages<EventView>(pathTo('/ideas', idea, 'thread'), THREAD, 'unread.thread')
  const again = useRef(events.again)
  again.current = events.again
  useEffect(() => {
    if (turn > 0) void again.current()
  }, [turn])
  return events
}

type Props = { readonly sheet: InitiativeSheet; readonly turn: number }

/** The story and what is said of it; beside them how it came about, who takes part, and others like it. */
export function SheetBody({ sheet, turn }: Props) {
  const events = useThread(sheet.idea, turn)
  const { trials } = useTrialTab()
  const lead = trials && leadOf(trials)
  const comments = usePages<CommentView>(pathTo('/ideas', sheet.idea, 'comments'), THREAD, 'unread.comments')
  return (
    <div className="sheet-columns">
      <div className="card sheet-text">
        <TrialPart />
        <Story sheet={sheet} learnt={lead?.decision?.learnt} />
        <StepsBlock
          subject={{ kind: 'idea', id: sheet.idea }}
          next={sheet.next ?? []}
          title={sheet.title}
          within="sheet"
        />
        <Places sheet={sheet} />
        <SheetComments sheet={sheet} pages={comments} />
      </div>
      <div className="side">
        <Origin sheet={sheet} pages={events} />
        <TakingPart sheet={sheet} />
        <Others others={sheet.others} />
      </div>
    </div>
  )
}
