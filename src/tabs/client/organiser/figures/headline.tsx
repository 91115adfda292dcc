import type { ReviewView } from '../../../contract/figures/review.ts'
import { followedText } from '../../parts/ideas/followed-line.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Lines } from './axis-table.tsx'
import { participationTexts } from './participation.ts'
import { COLUMNS, HEADS, isBeginning, linesOf, wholeOf } from './review-texts.ts'

/** The whole programme, all axes together. */
function KeyFigures({ review }: { review: ReviewView }) {
  const { translator } = useSession()
  const whole = wholeOf(review.axes)
  return (
    <dl className="key-figures">
      {COLUMNS.map(column => (
        <div key={column}>
          <dt>{translator.say(HEADS[column])}</dt>
          <dd>
            <Lines lines={linesOf(whole, column, translator)} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What is read first: what was achieved and how many took part, in a sentence each; then the programme's own figures. */
export function Headline({ review }: { review: ReviewView }) {
  const { translator, programme } = useSession()
  const [took, ...how] = participationTexts(review, programme.today, translator)
  const what = review.followed.withNext > 0 ? [translator.say('review.followed.what')] : []
  return (
    <section className="card panel headline">
      <p className="headline-words">{followedText(review.followed, translator)}</p>
      <p>{took}</p>
      {!isBeginning(review) && <KeyFigures review={review} />}
      <p className="quiet">{[...what, ...how].join(' ')}</p>
    </section>
  )
}
