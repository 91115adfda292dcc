import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import type { ProgrammeView } from '../../../contract/programme/programme.ts'
import type { EventView } from '../../../contract/thread.ts'
import { PagedList } from '../lists/paged-list.tsx'
import type { Pages } from '../lists/pages.ts'
import { axisOf, useGround } from '../page/context.tsx'
import { momentText } from '../words/days.ts'
import { isPhase, PHASE_WORDS } from '../words/phase-name.ts'
import type { Speech } from '../words/translator.ts'
import { eventText } from './event-texts.ts'

/** What stands under a step: an axis and a phase by their names, a text as it is. */
function detailOf({ kind, detail = '' }: EventView, { say }: Speech, programme: ProgrammeView) {
  if (kind === 'axis') return axisOf(programme, detail)?.title
  return kind === 'phase' && isPhase(detail) ? say(PHASE_WORDS[detail]) : detail
}

function Event({ event }: { event: EventView }) {
  const { speech, programme } = useGround()
  const detail = detailOf(event, speech, programme)
  return (
    <>
      <p>{eventText(event, speech)}</p>
      {detail && <p className="event-detail">{detail}</p>}
      <p className="quiet">{momentText(event.at, programme.today, speech)}</p>
    </>
  )
}

type Props = { readonly idea: Pick<IdeaView, 'id'>; readonly pages: Pages<EventView> }

/** What became of an idea, from its first day on. */
export function Timeline({ idea, pages }: Props) {
  const { speech } = useGround()
  return (
    <PagedList
      pages={pages}
      label={speech.say('thread.open')}
      className="timeline"
      empty={speech.say('thread.empty')}
      idOf={({ kind, at }, place) => `event-${idea.id}-${place}-${kind}-${at}`}
      draw={event => <Event event={event} />}
    />
  )
}
