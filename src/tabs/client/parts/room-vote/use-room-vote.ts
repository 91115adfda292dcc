import { useCallback, useEffect, useState } from 'react'
import { SECOND, systemClock } from '../../../../kernel/time/clock.ts'
import type { BallotView } from '../../../contract/ballots/ballots.ts'
import type { RoomVoteInput, RoomVotePage, RoomVoteView } from '../../../contract/ballots/room-votes.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { pathTo } from '../../data/store/lists.ts'
import { useReading } from '../lists/reading.ts'
import { useSession } from '../page/context.tsx'

/** The vote of the room that runs or ran last, and what a new one would begin with; read again as votes and people come. */
export function useRoomVote(workshop: string) {
  const { call } = useSession()
  const path = pathTo('/workshops', workshop, 'room-vote')
  const { value, failure, again, keep } = useReading<RoomVotePage>(path, ['ballots', 'attendance', 'ideas'])
  // The same until it is known to have been opened: sent twice, there is one vote.
  const [nonce, setNonce] = useState(mintNonce)
  const refresh = useCallback(
    () =>
      call<RoomVotePage>('GET', path).then(keep, () => {
        // What was read before stays; a press says what is wrong.
      }),
    [call, path, keep],
  )
  const { state, closesAt = 0 } = value?.vote?.ballot ?? {}
  useEffect(() => {
    if (state !== 'open') return
    const closing = setTimeout(
      () => void refresh(),
      Math.min(Math.max(0, closesAt - systemClock.now()) + SECOND, 2 ** 31 - 1),
    )
    return () => clearTimeout(closing)
  }, [state, closesAt, refresh])
  return {
    value,
    failure,
    again,
    /** @throws Failure */
    async open(asked: Omit<RoomVoteInput, 'nonce'>): Promise<RoomVoteView> {
      const vote = await call<RoomVoteView>('POST', path, { ...asked, nonce })
      setNonce(mintNonce())
      if (value) keep({ ...value, vote })
      return vote
    },
    /** @throws Failure */
    async close(ballot: string): Promise<void> {
      await call('POST', pathTo('/ballots', ballot, 'close'))
      await refresh()
    },
    /** « Sans suite », or that it is taken back. @throws Failure */
    async settle(ballot: string, none: boolean, word: string): Promise<void> {
      await call<BallotView>('PUT', pathTo('/ballots', ballot, 'sequel'), { none, word })
      await refresh()
    },
  }
}

export type RoomVoting = ReturnType<typeof useRoomVote>
