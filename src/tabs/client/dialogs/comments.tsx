import type { CommentView } from '../../contract/ideas.ts'
import { useGround } from '../page/ground.tsx'
import { momentText } from '../words/days.ts'
import { PagedList } from './paged-list.tsx'
import type { Pages } from './pages.ts'
import { type Report, ReportThing } from './report.tsx'

type Reporting = { readonly report?: Report | undefined }

function Comment({ comment, report }: Reporting & { comment: CommentView }) {
  const { author, mine, ofAuthor, text, at, hidden } = comment
  const { speech, programme } = useGround()
  const others = ofAuthor ? speech.say('comment.of-author') : author
  const name = mine ? speech.say('comment.mine') : others
  const when = momentText(at, programme.today, speech)
  return (
    <>
      <p className="quiet">{name ? `${name} · ${when}` : when}</p>
      <p>{text}</p>
      {hidden !== undefined && (
        <p className="quiet">{speech.say('comment.hidden.because', { reason: hidden })}</p>
      )}
      {report && !mine && hidden === undefined && (
        <ReportThing of="comment" thing={comment} report={report} />
      )}
    </>
  )
}

/** What colleagues say of an idea, in the order it was said. `report`: absent for who only reads. */
export function Comments({ pages, report }: Reporting & { pages: Pages<CommentView> }) {
  const { speech } = useGround()
  return (
    <PagedList
      pages={pages}
      label={speech.say('comment.list')}
      className="rows comments"
      empty={speech.say('comment.none')}
      idOf={({ id }) => `comment-${id}`}
      draw={comment => <Comment comment={comment} report={report} />}
    />
  )
}
