import type { CommitmentView } from '../../contract/commitments.ts'
import { useAct } from '../page/act.tsx'
import { useDesk } from '../page/desk.tsx'
import type { Finish } from './dialogs.tsx'
import { Frame } from './frame.tsx'

/** Once ended, a commitment offers no act here any more: letting go asks once, without blame. */
export function LetGoDialog({ commitment, finish }: { commitment: CommitmentView; finish: Finish }) {
  const { speech, acts } = useDesk()
  const act = useAct()
  const send = async () => {
    const done = await act.run(() => acts.end(commitment.id, 'let-go'), speech.say('commit.letgo.done'))
    if (done) finish(`commitment-${commitment.id}`)
  }
  return (
    <Frame
      title={speech.say('tab.letgo.ask')}
      close={() => finish()}
      closeWord={speech.say('tab.letgo.keep')}
      submit={{ word: speech.say('commit.letgo'), act, send: () => void send() }}
    >
      <p className="words">{commitment.text}</p>
      <p className="quiet">{speech.say('tab.letgo.after')}</p>
    </Frame>
  )
}
