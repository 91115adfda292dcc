import { Button } from '@fluentui/react-components'
import type { CommitmentView } from '../../contract/commitments.ts'
import { actName } from '../words/act-name.ts'
import { ActFailure, useAct } from './act.tsx'
import { ActButton } from './act-button.tsx'
import { CommitmentMore } from './commitment-more.tsx'
import { useDesk } from './desk.tsx'

type Props = { readonly commitment: CommitmentView }

/** « Faire le point », once it ended too. */
export function NoteButton({ commitment }: Props) {
  const { speech, open } = useDesk()
  const { state } = commitment
  const word = state === 'let-go' ? 'commit.note.learn' : 'commit.note'
  return (
    <Button
      size="small"
      appearance={state === 'taken' ? 'secondary' : 'subtle'}
      className={state === 'taken' ? '' : 'plain'}
      aria-label={actName(speech, word, commitment.text)}
      onClick={() => open({ kind: 'note', commitment })}
    >
      {speech.say(word)}
    </Button>
  )
}

/** What I may do about a commitment that still runs. `kept` is called once it is. */
export function CommitmentActs({ commitment, kept }: Props & { readonly kept: () => void }) {
  const { speech, acts } = useDesk()
  const act = useAct()
  const keep = async () => {
    if (await act.run(() => acts.end(commitment.id, 'kept'), speech.say('commit.keep.done'))) kept()
  }
  return (
    <>
      <div className="acts">
        <NoteButton commitment={commitment} />
        <ActButton
          act={act}
          size="small"
          appearance="subtle"
          aria-label={actName(speech, 'commit.keep', commitment.text)}
          onPress={() => void keep()}
        >
          {speech.say('commit.keep')}
        </ActButton>
        <CommitmentMore commitment={commitment} />
      </div>
      <ActFailure act={act} />
    </>
  )
}
