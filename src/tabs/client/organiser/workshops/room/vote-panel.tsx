import { RoomVote } from '../../../parts/room-vote/room-vote.tsx'
import type { PanelProps } from '../workshop/panels.ts'
import { ShowVote } from './show-vote.tsx'

/** « Faire voter la salle », on the page of a workshop. */
export default function VotePanel({ workshop: { id } }: PanelProps) {
  return <RoomVote workshop={id} beside={opened => <ShowVote workshop={id} {...opened} />} />
}
