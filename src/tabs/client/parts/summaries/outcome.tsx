import './summaries.css'
import { createContext, type ReactNode, use, useId } from 'react'
import type { SummaryStepView, SummaryView, SummaryVoteView } from '../../../contract/workshops/summaries.ts'
import { FiguresTable } from '../charts/figures-table.tsx'
import { useSession } from '../page/context.tsx'
import { FactLine } from '../panels/fact-line.tsx'
import { NextSteps } from '../steps/lines.tsx'
import { axisRows, outcomeText, voteFacts } from './texts.ts'

/** Where a summary is read: a page of its own, a panel of another, or paper. */
export const PlaceContext = createContext<'page' | 'panel' | 'paper'>('page')

/** One part of a summary under its heading. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  const place = use(PlaceContext)
  const id = useId()
  const Heading = place === 'panel' ? 'h3' : 'h2'
  return (
    <section className={place === 'page' ? 'card panel' : undefined} aria-labelledby={id}>
      <Heading id={id}>{title}</Heading>
      {children}
    </section>
  )
}

/** Ideas by axis, counted. */
export function AxesPart({ axes }: Pick<SummaryView, 'axes'>) {
  const session = useSession()
  const { say } = session.translator
  if (axes.length === 0) return null
  const title = say('harvest.summary.axes')
  const head = [say('idea.axis'), say('harvest.summary.file.ideas')]
  return (
    <Part title={title}>
      <FiguresTable title={title} table={{ head, rows: axisRows(axes, session) }} />
    </Part>
  )
}

/** The most supported ideas, in their own words. */
export function TopPart({ top }: Pick<SummaryView, 'top'>) {
  const { say } = useSession().translator
  if (top.length === 0) return null
  return (
    <Part title={say('harvest.summary.top')}>
      <ul className="summary-list">
        {top.map(({ id, text, supports }) => (
          <li key={id}>
            <p className="words">{text}</p>
            <p className="quiet">{say('plan.supports', { count: supports })}</p>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Vote({ vote }: { vote: SummaryVoteView }) {
  const session = useSession()
  return (
    <li>
      <p className="quiet">{vote.question}</p>
      <p className="words">{outcomeText(vote, session.translator)}</p>
      <FactLine of={voteFacts(vote, session)} />
    </li>
  )
}

/** Votes of the room, then those of its tables. */
export function VotesPart({ votes }: { votes: readonly SummaryVoteView[] }) {
  const { say } = useSession().translator
  if (votes.length === 0) return null
  return (
    <Part title={say('harvest.summary.votes')}>
      <ul className="summary-list">
        {votes.map(vote => (
          <Vote key={vote.id} vote={vote} />
        ))}
      </ul>
    </Part>
  )
}

type Next = { readonly sequel?: string; readonly steps: readonly SummaryStepView[]; readonly tally?: string }

/** What comes next: the sentence, then steps with their date and who promises them. */
export function NextPart({ sequel = '', steps, tally }: Next) {
  const { say } = useSession().translator
  if (sequel === '' && steps.length === 0) return null
  return (
    <Part title={say('harvest.summary.next')}>
      {sequel !== '' && <p>{sequel}</p>}
      {tally !== undefined && <p>{tally}</p>}
      <NextSteps next={steps} />
    </Part>
  )
}
