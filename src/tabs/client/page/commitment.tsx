import { Button } from '@fluentui/react-components'
import { useRef } from 'react'
import type { CommitmentView } from '../../contract/commitments.ts'
import { actName } from '../words/act-name.ts'
import { horizonText, plainDay } from '../words/days.ts'
import { ActFailure, useAct } from './act.tsx'
import { ActButton } from './act-button.tsx'
import { useDesk } from './desk.tsx'
import { Stage } from './stage.tsx'

function useWhen({ state, horizon, endedOn }: CommitmentView): string {
  const { speech, programme } = useDesk()
  if (state === 'taken' || !endedOn) return horizonText(horizon, programme.today, speech)
  return speech.say('tab.commitment.on', { date: plainDay(endedOn, programme.today, speech) })
}

function Acts({ commitment, kept }: { commitment: CommitmentView; kept: () => void }) {
  const { speech, acts, open } = useDesk()
  const act = useAct()
  const keep = async () => {
    if (await act.run(() => acts.end(commitment.id, 'kept'), speech.say('commit.keep.done'))) kept()
  }
  return (
    <>
      <div className="acts">
        <ActButton
          act={act}
          size="small"
          aria-label={actName(speech, 'commit.keep', commitment.text)}
          onPress={() => void keep()}
        >
          {speech.say('commit.keep')}
        </ActButton>
        <Button
          size="small"
          appearance="subtle"
          aria-label={actName(speech, 'commit.letgo', commitment.text)}
          onClick={() => open({ kind: 'let-go', commitment })}
        >
          {speech.say('commit.letgo')}
        </Button>
      </div>
      <ActFailure act={act} />
    </>
  )
}

/** One commitment of mine: its words, how far it is, until when, and what I may do. */
export function Commitment({ commitment }: { commitment: CommitmentView }) {
  const words = useRef<HTMLDivElement>(null)
  return (
    <div className="commitment" id={`commitment-${commitment.id}`} tabIndex={-1} ref={words}>
      <p className="words">{commitment.text}</p>
      <div className="commitment-line">
        <p>
          <Stage state={commitment.state} />
          <span className="quiet">{useWhen(commitment)}</span>
        </p>
        {commitment.state === 'taken' && <Acts commitment={commitment} kept={() => words.current?.focus()} />}
      </div>
    </div>
  )
}
