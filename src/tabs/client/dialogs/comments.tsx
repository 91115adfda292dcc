import type { CommentView } from '../../contract/ideas.ts'
import { useGround } from '../page/ground.tsx'
import { momentText } from '../words/days.ts'
import { PagedList } from './paged-list.tsx'
import type { Pages } from './pages.ts'

function Comment({ comment: { author, mine, ofAuthor, text, at } }: { comment: CommentView }) {
  const { speech, programme } = useGround()
  const others = ofAuthor ? speech.say('comment.of-author') : author
  const name = mine ? speech.say('comment.mine') : others
  const when = momentText(at, programme.today, speech)
  return (
    <>
      <p className="quiet">{name ? `${name} · ${when}` : when}</p>
      <p>{text}</p>
    </>
  )
}

/** What colleagues say of an idea, in the order it was said. */
export function Comments({ pages }: { pages: Pages<CommentView> }) {
  const { speech } = useGround()
  return (
    <PagedList
      pages={pages}
      label={speech.say('comment.list')}
      className="rows comments"
      empty={speech.say('comment.none')}
      idOf={({ id }) => `comment-${id}`}
      draw={comment => <Comment comment={comment} />}
    />
  )
}
