import type { BallotSheet } from '../../../contract/ballots/sheets.ts'
import type { EntryView } from '../../../contract/ideas/register.ts'
import type { Call } from '../../data/api/call.ts'
import { pathTo } from '../../data/store/lists.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { useReading } from '../../parts/lists/reading.ts'
import { useSession } from '../../parts/page/context.tsx'
import type { Translator } from '../../parts/words/translator.ts'
import { sectionAddress } from '../parts/address.ts'

type Parts = { readonly title: string; readonly text: string }

function countText(
  { kind }: BallotSheet,
  votes: NonNullable<BallotSheet['options'][number]['votes']>,
  { say }: Translator,
) {
  return kind === 'dots' ? say('ballot.points', { count: votes }) : say('ballot.count', { count: votes })
}

/** As the card of the result says it: who comes first, with how much, of how many Directions; ties in words. */
function outcomeOf(sheet: BallotSheet, translator: Translator): Parts | undefined {
  const { say } = translator
  const { verdict, withheld, options, votes, quorum, supports, directions, kind, cancelled } = sheet
  if (cancelled) return { title: say('ballot.cancelled'), text: say('ballot.cancelled.sub') }
  if (withheld === 'few') return { title: say('ballot.few'), text: say('ballot.few.sub') }
  if (withheld) return { title: say('ballot.counting'), text: say('ballot.counting.sub') }
  if (!verdict) return undefined
  const leaders = verdict.leaders.flatMap(id => options.find(option => option.id === id) ?? [])
  const [first, second] = leaders
  if (verdict.kind === 'no-quorum')
    return { title: say('ballot.noQuorum'), text: say('ballot.noQuorum.sub', { votes, quorum }) }
  if (!first || first.votes === undefined) return { title: say('ballot.none'), text: '' }
  const each = countText(sheet, first.votes, translator)
  if (second) {
    const two = { first: first.title, second: second.title }
    const title =
      leaders.length > 2 ? say('ballot.tie', { count: leaders.length }) : say('ballot.tie.two', two)
    return { title, text: say('ballot.tie.sub', { each }) }
  }
  const given = options.reduce((sum, option) => sum + (option.votes ?? 0), 0) as typeof votes
  const total = kind === 'dots' ? given : votes
  const count = supports.find(({ option }) => option === first.id)?.count ?? 0
  return {
    title: say('ballot.won', { title: first.title }),
    text: say('ballot.won.sub', { count: each, total, directions: count, all: directions }),
  }
}

/** Decides about the idea that won. */
function Retaining({ idea, call }: { idea: string; call: Call }) {
  const { say } = useSession().translator
  const { value, again } = useReading<EntryView>(pathTo('/ideas', idea, 'entry'))
  const act = useAct()
  const retain = () =>
    act.run(
      async () => {
        await call('PUT', pathTo('/ideas', idea, 'state'), { state: 'retained' })
        await again()
      },
      { text: say('idea.decide.retained.done') },
    )
  return (
    <>
      <div className="acts">
        {value?.steps.includes('retained') && (
          <ActButton act={act} appearance="primary" onPress={() => void retain()}>
            {say('ballots.retain')}
          </ActButton>
        )}
        {value?.state === 'retained' && <span>{say('idea.decide.retained.done')}</span>}
        <a className="ballot-link" href={sectionAddress('ideas', idea)}>
          {say('idea.see')}
        </a>
      </div>
      <ActFailure act={act} />
    </>
  )
}

/** The outcome. */
export function Winner({ sheet, call, reading }: { sheet: BallotSheet; call: Call; reading: boolean }) {
  const { translator } = useSession()
  const outcome = outcomeOf(sheet, translator)
  if (!outcome) return null
  const [leader] = sheet.verdict?.kind === 'won' ? sheet.verdict.leaders : []
  const idea = sheet.ideas.find(({ option }) => option === leader)?.idea
  return (
    <section className="card panel ballot-winner">
      <h2>{outcome.title}</h2>
      {outcome.text && <p>{outcome.text}</p>}
      {idea && !reading && <Retaining idea={idea} call={call} />}
      {idea && reading && (
        <a className="ballot-link" href={sectionAddress('ideas', idea)}>
          {translator.say('idea.see')}
        </a>
      )}
    </section>
  )
}
