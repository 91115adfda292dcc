import type { RoomBallotOption, RoomBallotView } from '../../../contract/room/room.ts'
import { AxisMark } from './axis-name.tsx'
import { useStage } from './context.tsx'
import { PagedFit } from './paged-fit.tsx'

export type RankedOption = RoomBallotOption & { readonly won?: boolean }

type Kind = RoomBallotView['kind']
type Row = { readonly option: RankedOption; readonly kind: Kind; readonly most: number }

function Total({ kind, total }: { kind: Kind; total: number }) {
  const { say } = useStage().translator
  return (
    <span className="option-total">
      {say(kind === 'dots' ? 'screen.vote.points' : 'screen.vote.voices', { count: total })}
    </span>
  )
}

function Option({ option: { title, axis, total, won }, kind, most }: Row) {
  const { say } = useStage().translator
  return (
    <li className={won ? 'option won' : 'option'}>
      <div className="option-line">
        <span className="option-title">
          {axis && <AxisMark id={axis} />}{' '}
          {won && <span className="option-mark">{say('screen.result.first')}</span>} {title}
        </span>
        {total !== undefined && <Total kind={kind} total={total} />}
      </div>
      {total !== undefined && (
        <div className="bar" aria-hidden="true">
          <div style={{ inlineSize: `${most > 0 ? (100 * total) / most : 0}%` }} />
        </div>
      )}
    </li>
  )
}

type Props = {
  readonly ballot: Pick<RoomBallotView, 'id' | 'question' | 'kind'>
  readonly options: readonly RankedOption[]
  /** What stands above the question. */
  readonly outcome?: string
}

/** What is voted on: each with its number, which a bar only repeats, or without one as the ballot's rules say. */
export function BallotOptions({ ballot: { id, question, kind }, options, outcome }: Props) {
  const most = Math.max(0, ...options.map(({ total = 0 }) => total))
  return (
    <PagedFit items={options} about={id} least={0.7} className="vote-body">
      {shown => (
        <>
          {outcome && <p className="outcome">{outcome}</p>}
          <h1>{question}</h1>
          <ul className="options">
            {shown.map((option, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two options may read alike
              <Option key={at} option={option} kind={kind} most={most} />
            ))}
          </ul>
        </>
      )}
    </PagedFit>
  )
}
