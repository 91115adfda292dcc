import type { FollowedView } from '../../../contract/figures/review.ts'
import { followedText } from '../../parts/ideas/followed-line.tsx'
import { useSession } from '../../parts/page/context.tsx'

/** What is read first: what was achieved, in one sentence. */
export function Headline({ followed }: { followed: FollowedView }) {
  const { translator } = useSession()
  return (
    <section className="card panel headline">
      <p className="headline-words">{followedText(followed, translator)}</p>
      {followed.withNext > 0 && <p className="quiet">{translator.say('review.followed.what')}</p>}
    </section>
  )
}
