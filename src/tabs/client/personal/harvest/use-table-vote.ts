import { useCallback, useEffect, useState } from 'react'
import { SECOND, systemClock } from '../../../../kernel/time/clock.ts'
import type { BallotView } from '../../../contract/ballots/ballots.ts'
import type { TableVoteFound, TableVoteView } from '../../../contract/ballots/table-votes.ts'
import type { Call } from '../../data/api/call.ts'
import { type Failure, failureOf } from '../../data/api/failure.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { pathTo } from '../../data/store/lists.ts'

/** How often the totals of one that runs are read (ms): it runs for ten minutes at most. */
const EVERY = 15 * SECOND

type TableVoting = {
  readonly vote: TableVoteView | undefined
  readonly failure: Failure | undefined
  readonly busy: boolean
  /** What runs then; undefined where it was refused. */
  readonly open: () => Promise<TableVoteView | undefined>
  /** « Sans suite », or that it is taken back. */
  readonly settle: (none: boolean, word: string) => Promise<void>
}

/** The vote of one table that runs, or else the last that ended; read again while it runs, and once it ends. */
export function useTableVote(call: Call, workshop: string, table: string): TableVoting {
  const [found, setFound] = useState<{ readonly table: string; readonly vote?: TableVoteView }>({ table })
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  // The same until it is known to have been opened: sent twice, there is one vote.
  const [nonce, setNonce] = useState(mintNonce)
  const path = pathTo('/workshops', workshop, 'table-vote')
  const read = useCallback(() => {
    if (table === '' || document.visibilityState !== 'visible') return
    call<TableVoteFound>('GET', `${path}?table=${encodeURIComponent(table)}`).then(
      ({ vote }) => setFound({ table, ...(vote && { vote }) }),
      // What was read before stays; a press says what is wrong.
      () => {},
    )
  }, [call, path, table])
  useEffect(() => {
    read()
    window.addEventListener('focus', read)
    return () => window.removeEventListener('focus', read)
  }, [read])
  const vote = found.table === table ? found.vote : undefined
  const { state, closesAt = 0 } = vote?.ballot ?? {}
  useEffect(() => {
    if (state !== 'open') return
    const every = setInterval(read, EVERY)
    const closing = setTimeout(read, Math.max(0, closesAt - systemClock.now()) + SECOND)
    return () => {
      clearInterval(every)
      clearTimeout(closing)
    }
  }, [state, closesAt, read])
  const open = async () => {
    setBusy(true)
    try {
      const opened = await call<TableVoteView>('POST', path, { table, nonce })
      setFound({ table, vote: opened })
      setFailure(undefined)
      setNonce(mintNonce())
      return opened
    } catch (thrown) {
      setFailure(failureOf(thrown))
      return undefined
    } finally {
      setBusy(false)
    }
  }
  const settle = async (none: boolean, word: string) => {
    if (!vote) return
    const ballot = await call<BallotView>('PUT', pathTo('/ballots', vote.ballot.id, 'sequel'), { none, word })
    setFound({ table, vote: { ...vote, ballot } })
  }
  return { vote, failure, busy, open, settle }
}
