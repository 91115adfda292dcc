import type { IdeaView } from '../../contract/ideas.ts'
import type { EventView } from '../../contract/thread.ts'
import { axisOf, useGround } from '../page/ground.tsx'
import { momentText } from '../words/days.ts'
import { PagedList } from './paged-list.tsx'
import type { Pages } from './pages.ts'
import { eventText } from './thread-words.ts'

function Event({ event }: { event: EventView }) {
  const { speech, programme } = useGround()
  const detail = event.kind === 'axis' ? axisOf(programme, event.detail)?.title : event.detail
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
      label={speech.say('thread.steps')}
      className="timeline"
      empty={speech.say('thread.empty')}
      idOf={({ kind, at }, place) => `event-${idea.id}-${place}-${kind}-${at}`}
      draw={event => <Event event={event} />}
    />
  )
}
