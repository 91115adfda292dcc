import './print-sheet.css'
import { dateIn } from '../../../../kernel/time/time-zone.ts'
import type { ReviewView } from '../../../contract/figures/review.ts'
import { FiguresTable } from '../../parts/charts/figures-table.tsx'
import { followedText } from '../../parts/ideas/followed-line.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Paper } from '../../parts/page/paper.tsx'
import { fullDay } from '../../parts/words/days.ts'
import { useAxisName } from './axis-table.tsx'
import { directionColumns, restText, saidOf } from './direction-table.tsx'
import { participationTexts } from './participation.ts'
import { COLUMNS, HEADS, linesOf, wholeOf } from './review-texts.ts'

/** More Directions than the first sheet has room for begin the second. */
const LONG = 12

function Cell({ lines }: { lines: readonly string[] }) {
  const { say } = useSession().translator
  return (lines.length > 0 ? lines : [say('review.nothing')]).map(line => <div key={line}>{line}</div>)
}

function Axes({ axes }: Pick<ReviewView, 'axes'>) {
  const { translator } = useSession()
  const { say } = translator
  const nameOf = useAxisName()
  return (
    <section>
      <h2>{say('review.axes')}</h2>
      <table className="figures-table paper-axes">
        <thead>
          <tr>
            <th scope="col">{say('figures.axis')}</th>
            {COLUMNS.map(column => (
              <th key={column} scope="col">
                {say(HEADS[column])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[wholeOf(axes), ...axes].map(row => (
            <tr key={row.axis}>
              <th scope="row">{nameOf(row.axis)}</th>
              {COLUMNS.map(column => (
                <td key={column}>
                  <Cell lines={linesOf(row, column, translator)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Directions({ review }: { review: ReviewView }) {
  const { translator } = useSession()
  const { say } = translator
  const columns = directionColumns(translator)
  const { told, alike } = saidOf(review.directions, translator)
  const rest = restText(review, translator)
  const table = {
    head: columns.map(({ head }) => head),
    rows: told.map(row => columns.map(({ cell }) => cell(row))),
  }
  return (
    <section className={told.length > LONG ? 'paper-long' : undefined}>
      <h2>{say('review.directions')}</h2>
      {told.length > 0 && <FiguresTable title={say('review.directions')} table={table} />}
      {alike.map(text => (
        <p key={text}>{text}</p>
      ))}
      {rest !== '' && <p>{rest}</p>}
      <p>{say('review.directions.note')}</p>
    </section>
  )
}

/** One or two sheets of A4 for whoever was not there: the sentence, axes, participation, Directions. */
export default function PrintSheet({ review }: { review: ReviewView }) {
  const { translator, programme } = useSession()
  const { say, zone, time } = translator
  const { at, followed, axes } = review
  const about = { date: fullDay(dateIn(at, zone), translator), time: time(at) }
  return (
    <Paper name="review">
      <p className="paper-from">
        {programme.organisation} · {programme.name}
      </p>
      <h1>{say('section.figures')}</h1>
      <p>{say('review.about', about)}</p>
      <p className="paper-headline">{followedText(followed, translator)}</p>
      {followed.withNext > 0 && <p className="paper-what">{say('review.followed.what')}</p>}
      <Axes axes={axes} />
      <section>
        <h2>{say('review.participation')}</h2>
        {participationTexts(review, programme.today, translator).map(text => (
          <p key={text}>{text}</p>
        ))}
      </section>
      <Directions review={review} />
    </Paper>
  )
}
