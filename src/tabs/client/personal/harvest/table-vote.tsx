import { Button } from '@fluentui/react-components'
import { Vote20Regular } from '@fluentui/react-icons/svg/vote'
import { useRef } from 'react'
import type { BallotView } from '../../../contract/ballots/ballots.ts'
import type { TableVoteView } from '../../../contract/ballots/table-votes.ts'
import type { Call } from '../../data/api/call.ts'
import { CopyLink } from '../../parts/actions/copy-link.tsx'
import { BallotSequel, type Settle, SettleBallot } from '../../parts/ideas/ballot-sequel.tsx'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { QrCode } from '../../parts/panels/qr-code.tsx'
import { outcomeOf } from '../../parts/words/ballot-outcome.ts'
import { turnoutText } from '../../parts/words/ballot-texts.ts'
import { failureText } from '../../parts/words/failure-text.ts'
import { useTableVote } from './use-table-vote.ts'

type Props = { readonly call: Call; readonly workshop: string; readonly table: string }

/** Link to the vote for the others at the table. */
function Way({ link, ballot: { id, question } }: Pick<TableVoteView, 'link' | 'ballot'>) {
  const { translator } = useSession()
  return (
    <>
      <p className="quiet">{translator.say('harvest.vote.where')}</p>
      <QrCode text={link} label={translator.say('harvest.vote.code')} />
      <CopyLink of={{ kind: 'ballot', id }} name={question} size="medium" />
    </>
  )
}

/** Points of each idea: in the vote's order while it runs, the most first once it is closed; none where they wait for the end. */
function Points({ ballot }: { ballot: BallotView }) {
  const { say } = useSession().translator
  const { options, state, question } = ballot
  if (options.every(({ votes }) => votes === undefined)) return null
  const shown = state === 'closed' ? options.toSorted((a, b) => (b.votes ?? 0) - (a.votes ?? 0)) : options
  return (
    <ul className="harvest-points" aria-label={question}>
      {shown.map(({ id, title, votes = 0 }) => (
        <li key={id}>
          <span>{title}</span>
          <strong>{say('ballot.points', { count: votes })}</strong>
        </li>
      ))}
    </ul>
  )
}

/** What was opened, until when; or what came of it. */
function Vote({ vote: { asked, all, link, ballot }, settle }: { vote: TableVoteView; settle: Settle }) {
  const { translator } = useSession()
  const { say, time } = translator
  const isOpen = ballot.state === 'open'
  const at = { time: time(ballot.closesAt) }
  return (
    <Notice tone={isOpen ? 'good' : 'neutral'}>
      <p>{isOpen ? say('ballot.table.opened', { asked, all, ...at }) : say('harvest.vote.closed', at)}</p>
      {!isOpen && <p>{outcomeOf(ballot, translator)}</p>}
      <p className="quiet">{turnoutText(translator, ballot)}</p>
      <Points ballot={ballot} />
      {isOpen && <Way link={link} ballot={ballot} />}
      {!isOpen && <BallotSequel ballot={ballot} />}
      {!isOpen && <SettleBallot ballot={ballot} settle={settle} />}
    </Notice>
  )
}

/** « Faire voter la table »: one press opens a vote by points on the table's ideas, one vote at a time. */
export function TableVote({ call, workshop, table }: Props) {
  const { translator, announce } = useSession()
  const { say, time } = translator
  const heading = useRef<HTMLHeadingElement>(null)
  const { vote, failure, busy, open, settle } = useTableVote(call, workshop, table)
  const named = vote ? say('harvest.vote.again', { table }) : say('harvest.vote.table', { table })
  /** The button disappears when the vote opens: the focus stays near. */
  const press = async () => {
    const opened = await open()
    if (!opened) return
    const { asked, all, ballot } = opened
    announce(say('ballot.table.opened', { asked, all, time: time(ballot.closesAt) }))
    heading.current?.focus()
  }
  return (
    <section className="card panel harvest-vote" aria-labelledby="harvest-vote">
      <h2 id="harvest-vote" ref={heading} tabIndex={-1}>
        {say('harvest.vote')}
      </h2>
      <p className="quiet">{say('ballot.table.rules')}</p>
      {vote && <Vote vote={vote} settle={settle} />}
      {failure && <Notice tone="warning">{failureText(failure, translator, 'act')}</Notice>}
      {vote?.ballot.state !== 'open' && (
        <Button icon={<Vote20Regular />} size="large" disabledFocusable={busy} onClick={() => void press()}>
          {table === '' ? say('harvest.vote') : named}
        </Button>
      )}
    </section>
  )
}
