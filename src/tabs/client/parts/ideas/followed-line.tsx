import type { FollowedView } from '../../../contract/figures/review.ts'
import { useSession } from '../page/context.tsx'
import type { Translator } from '../words/translator.ts'

/** « 41 idées sur 52 ont une réponse ou une décision, en neuf jours (médiane). » `here`: of one Direction, not of the whole programme. */
export function followedText(
  { ideas, withNext, medianDays }: FollowedView,
  { say }: Translator,
  here = false,
): string {
  if (ideas === 0) return say(here ? 'review.followed.none.here' : 'review.followed.none')
  if (withNext === 0) return say('review.followed.waiting', { ideas })
  // Of none of these is it known when that was.
  if (medianDays === undefined) return say('review.followed.undated', { ideas, withNext })
  return say('review.followed', { ideas, withNext, days: say('review.followed.days', { days: medianDays }) })
}

type Props = { readonly followed: FollowedView | undefined; readonly here?: boolean }

/** The same as a quiet line, with what is left out of it; its place is kept until it is read. */
export function FollowedLine({ followed, here = false }: Props) {
  const { translator } = useSession()
  return (
    <p className="quiet followed-line">
      {followed && followedText(followed, translator, here)}
      {followed?.small && ` ${translator.say('review.small')}`}
    </p>
  )
}
