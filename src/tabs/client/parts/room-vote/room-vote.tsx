import '../panels/details.css'
import './room-vote.css'
import { Button } from '@fluentui/react-components'
import { Vote20Regular } from '@fluentui/react-icons/svg/vote'
import { type ReactNode, type RefObject, useRef, useState } from 'react'
import type { RoomVoteInput, RoomVoteView } from '../../../contract/ballots/room-votes.ts'
import { useAct } from '../actions/action.tsx'
import { Notice } from '../notices/notice.tsx'
import { useSession } from '../page/context.tsx'
import { failureText } from '../words/failure-text.ts'
import { RoomVoteForm } from './form.tsx'
import { useRoomVote } from './use-room-vote.ts'
import { RoomVoteNow } from './vote.tsx'

/** A vote that was opened here, and what has the focus after that. */
type Opened = { readonly vote: RoomVoteView; readonly heir: RefObject<HTMLElement | null> }

type Props = {
  readonly workshop: string
  /** Called once a vote is open, or was already: a remote shows it on the screen. */
  readonly opened?: (vote: RoomVoteView) => void
  /** Stands under what says that the vote is open, on the page where somebody opened it. */
  readonly beside?: (opened: Opened) => ReactNode
}

/** « Faire voter la salle »: press, look at what is filled in, « Ouvrir ». Nothing for who may not. */
export function RoomVote({ workshop, opened, beside }: Props) {
  const { translator } = useSession()
  const { say, time } = translator
  const voting = useRoomVote(workshop)
  const act = useAct()
  const [asking, setAsking] = useState(false)
  const [openedHere, setOpenedHere] = useState<string>()
  const heading = useRef<HTMLHeadingElement>(null)
  const { value, failure } = voting
  if (failure?.kind === 'refusal') return null
  const vote = value?.vote
  const isOpen = vote?.ballot.state === 'open'
  /** The form goes when the vote opens: the focus stays near. */
  const open = async (asked: Omit<RoomVoteInput, 'nonce'>) => {
    const done = await act.run(
      async () => {
        const found = await voting.open(asked)
        opened?.(found)
        setOpenedHere(found.ballot.id)
        return found
      },
      ({ ballot }) => say('ballot.room.until', { time: time(ballot.closesAt) }),
    )
    if (!done) return
    setAsking(false)
    heading.current?.focus()
  }
  return (
    <section className="card panel room-vote" aria-labelledby="room-vote">
      <h2 id="room-vote" ref={heading} tabIndex={-1}>
        {say('ballot.room')}
      </h2>
      {failure && <Notice tone="warning">{failureText(failure, translator, {})}</Notice>}
      {vote && !asking && (
        <RoomVoteNow vote={vote} voting={voting}>
          {isOpen && vote.ballot.id === openedHere && beside?.({ vote, heir: heading })}
        </RoomVoteNow>
      )}
      {value && !isOpen && asking && (
        <RoomVoteForm
          page={value}
          act={act}
          open={asked => void open(asked)}
          leave={() => {
            setAsking(false)
            act.forget()
            heading.current?.focus()
          }}
        />
      )}
      {value && !isOpen && !asking && (
        <>
          <p className="quiet">{say('ballot.room.rules', { count: value.present })}</p>
          <div className="acts">
            <Button icon={<Vote20Regular />} size="large" onClick={() => setAsking(true)}>
              {say(vote ? 'ballot.room.again' : 'ballot.room')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
