import { Button } from '@fluentui/react-components'
import type { CommitmentView } from '../../contract/commitments.ts'
import { actName } from '../words/act-name.ts'
import { ActFailure, useAct } from './act.tsx'
import { ActButton } from './act-button.tsx'
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
      aria-label={actName(speech, word, commitment.text)}
      onClick={() => open({ kind: 'note', commitment })}
    >
      {speech.say(word)}
    </Button>
  )
}

/** What I may do about a commitment that still runs. `kept` is called once it is. */
export function CommitmentActs({ commitment, kept }: Props & { readonly kept: () => void }) {
  const { speech, acts, open } = useDesk()
  const act = useAct()
  const keep = async () => {
    if (await act.run(() => acts.end(commitment.id, 'kept'), speech.say('commit.keep.done'))) kept()
  }
  const name = (word: 'commit.keep' | 'commit.letgo') => actName(speech, word, commitment.text)
  return (
    <>
      <div className="acts">
        <NoteButton commitment={commitment} />
        <ActButton
          act={act}
          size="small"
          appearance="subtle"
          aria-label={name('commit.keep')}
          onPress={() => void keep()}
        >
          {speech.say('commit.keep')}
        </ActButton>
        <Button
          size="small"
          appearance="subtle"
          aria-label={name('commit.letgo')}
          onClick={() => open({ kind: 'let-go', commitment })}
        >
          {speech.say('commit.letgo')}
        </Button>
      </div>
      <ActFailure act={act} />
    </>
  )
}
