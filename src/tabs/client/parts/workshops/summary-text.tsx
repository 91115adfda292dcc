import type { SummaryView } from '../../../contract/workshops/summaries.ts'
import { useSession } from '../page/context.tsx'
import { NextSteps } from '../steps/lines.tsx'

type Props = { readonly view: SummaryView; readonly sequel?: string; readonly listed?: string }

/** What a workshop gathered, what is most supported of it, and what comes next. `sequel`: as it is being typed. */
export function SummaryText({ view, sequel = view.sequel, listed }: Props) {
  const { say } = useSession().translator
  const { count, top } = view
  // Where all of them are there, none is the most supported.
  const most = count > top.length ? top.length : 0
  return (
    <>
      <p>{count === 0 ? say('harvest.summary.none') : say('harvest.summary', { count, top: most })}</p>
      <ul className={listed}>
        {top.map(({ id, text, supports }) => (
          <li key={id}>
            {text} <span className="quiet">{say('plan.supports', { count: supports })}</span>
          </li>
        ))}
      </ul>
      <p className="words">{say('harvest.summary.next')}</p>
      <p>{sequel || say('harvest.summary.next.placeholder')}</p>
      <NextSteps next={view.steps} />
    </>
  )
}
