import type { CommentView } from '../../contract/ideas.ts'
import { useGround } from '../page/ground.tsx'
import { momentText } from '../words/days.ts'
import { CommentDecision, type Decide } from './comment-decision.tsx'
import { PagedList } from './paged-list.tsx'
import type { Pages } from './pages.ts'
import { type Report, ReportThing } from './report.tsx'

type Acting = { readonly report?: Report | undefined; readonly decide?: Decide | undefined }

type Props = Acting & { readonly comment: CommentView; readonly change: (comment: CommentView) => void }

function Comment({ comment, report, decide, change }: Props) {
  const { author, mine, ofAuthor, text, at, hidden } = comment
  const { speech, programme, me } = useGround()
  const decides = decide !== undefined && me.role === 'organiser'
  const others = ofAuthor ? speech.say('comment.of-author') : author
  const name = mine ? speech.say('comment.mine') : others
  const when = momentText(at, programme.today, speech)
  return (
    <>
      <p className="quiet">{name ? `${name}\u00A0· ${when}` : when}</p>
      <p>{text}</p>
      {hidden !== undefined && (
        <p className="quiet">{speech.say('comment.hidden.because', { reason: hidden })}</p>
      )}
      {decides && !mine && <CommentDecision comment={comment} decide={decide} change={change} />}
      {report && !decides && !mine && hidden === undefined && (
        <ReportThing of="comment" thing={comment} report={report} />
      )}
    </>
  )
}

/**
 * What colleagues say of an idea, in the order it was said. `report`, `decide`: absent for who only reads; the last is
 * offered to organisers alone.
 */
export function Comments({ pages, ...acting }: Acting & { readonly pages: Pages<CommentView> }) {
  const { speech } = useGround()
  const change = (to: CommentView) =>
    pages.change(items => items.map(comment => (comment.id === to.id ? to : comment)))
  return (
    <PagedList
      pages={pages}
      label={speech.say('comment.list')}
      className="rows comments"
      empty={speech.say('comment.none')}
      idOf={({ id }) => `comment-${id}`}
      draw={comment => <Comment {...acting} comment={comment} change={change} />}
    />
  )
}
