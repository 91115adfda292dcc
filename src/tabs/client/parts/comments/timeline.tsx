import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import type { ProgrammeView } from '../../../contract/programme/programme.ts'
import type { EventView } from '../../../contract/thread.ts'
import { PagedList } from '../lists/paged-list.tsx'
import type { Pages } from '../lists/pages.ts'
import { axisOf, useSession } from '../page/context.tsx'
import { fullDay, momentText } from '../words/days.ts'
import { isPhase, PHASE_WORDS } from '../words/phase-name.ts'
import type { Translator } from '../words/translator.ts'
import { decisionText, eventText } from './event-texts.ts'

/** Detail of an event: name of an axis or phase, what was decided, or a text as it is. */
function detailOf({ kind, detail = '' }: EventView, translator: Translator, programme: ProgrammeView) {
  const { say } = translator
  if (kind === 'due') return fullDay(detail, translator)
  if (kind === 'axis') return axisOf(programme, detail)?.title
  if (kind === 'trial-decided') return decisionText(detail, translator)
  return kind === 'phase' && isPhase(detail) ? say(PHASE_WORDS[detail]) : detail
}

function Event({ event }: { event: EventView }) {
  const { translator, programme } = useSession()
  const detail = detailOf(event, translator, programme)
  return (
    <>
      <p>{eventText(event, translator)}</p>
      {detail && <p className="event-detail">{detail}</p>}
      <p className="quiet">{momentText(event.at, programme.today, translator)}</p>
    </>
  )
}

type Props = { readonly idea: Pick<IdeaView, 'id'>; readonly pages: Pages<EventView> }

/** The idea's history, from its first day on. */
export function Timeline({ idea, pages }: Props) {
  const { translator } = useSession()
  return (
    <PagedList
      pages={pages}
      label={translator.say('thread.open')}
      className="timeline"
      empty={translator.say('thread.empty')}
      idOf={({ kind, at }, place) => `event-${idea.id}-${place}-${kind}-${at}`}
      draw={event => <Event event={event} />}
    />
  )
}
