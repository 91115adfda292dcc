import { Button } from '@fluentui/react-components'
import { Vote20Regular } from '@fluentui/react-icons/svg/vote'
import { useState } from 'react'
import type { TableVoteView } from '../../contract/ballots.ts'
import type { Call } from '../api/call.ts'
import { type Failure, failureOf } from '../api/failure.ts'
import { mintNonce } from '../api/nonce.ts'
import { pathTo } from '../board/places.ts'
import { useGround } from '../page/ground.tsx'
import { Notice } from '../page/notice.tsx'
import { failureText } from '../words/failure-text.ts'

type Props = { readonly call: Call; readonly workshop: string; readonly table: string }

/** What was opened, until when, and the way to it for the others at the table. */
function Opened({ vote }: { vote: TableVoteView }) {
  const { speech, announce } = useGround()
  const { asked, all, link, ballot } = vote
  const [isCopied, copied] = useState(false)
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => {
        announce(speech.say('harvest.vote.copied'))
        copied(true)
      },
      () => announce(link),
    )
  return (
    <Notice tone="good">
      <p>{speech.say('ballot.table.opened', { asked, all, time: speech.time(ballot.closesAt) })}</p>
      <p className="quiet">{speech.say('harvest.vote.where')}</p>
      <p className="quiet harvest-link">{link}</p>
      <Button onClick={() => void copy()}>
        {speech.say(isCopied ? 'harvest.vote.copied' : 'harvest.vote.copy')}
      </Button>
    </Notice>
  )
}

/** « Faire voter la table »: one press, and whoever has a seat shares points out among the table's ideas. */
export function TableVote({ call, workshop, table }: Props) {
  const { speech } = useGround()
  const { say } = speech
  const [vote, setVote] = useState<TableVoteView>()
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  // The same until it is known to have been opened: pressed twice, there is one vote.
  const [nonce, setNonce] = useState(mintNonce)
  const press = async () => {
    setBusy(true)
    try {
      setVote(
        await call<TableVoteView>('POST', pathTo('/workshops', workshop, 'table-vote'), { table, nonce }),
      )
      setFailure(undefined)
      setNonce(mintNonce())
    } catch (thrown) {
      setFailure(failureOf(thrown))
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="card panel harvest-vote" aria-labelledby="harvest-vote">
      <h2 id="harvest-vote">{say('harvest.vote')}</h2>
      <p className="quiet">{say('ballot.table.rules')}</p>
      {vote && <Opened vote={vote} />}
      {failure && <Notice tone="warning">{failureText(failure, speech, 'act')}</Notice>}
      <Button icon={<Vote20Regular />} size="large" disabledFocusable={busy} onClick={() => void press()}>
        {table === '' ? say('harvest.vote') : say('harvest.vote.table', { table })}
      </Button>
    </section>
  )
}
