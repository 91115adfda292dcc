import { useState } from 'react'
import type { CommitmentView } from '../../contract/commitments.ts'
import { useAct } from '../page/act.tsx'
import { useDesk } from '../page/desk.tsx'
import { horizonName, monthEnds } from '../words/days.ts'
import type { Finish } from './dialogs.tsx'
import { focusFirstInvalid } from './focus.ts'
import { Frame } from './frame.tsx'
import { HorizonField } from './horizon-field.tsx'

/** « Changer l’échéance » of a commitment that still runs. The next month end is proposed, never the day it has. */
export function MoveDialog({ commitment, finish }: { commitment: CommitmentView; finish: Finish }) {
  const { speech, acts, programme } = useDesk()
  const act = useAct()
  const [tried, setTried] = useState(false)
  const later = monthEnds(programme.today, 12).find(end => end > commitment.horizon)
  const [horizon, setHorizon] = useState(later ?? programme.today)
  const send = async () => {
    setTried(true)
    if (horizon < programme.today) return focusFirstInvalid()
    const done = speech.say('tab.move.done', { date: horizonName(horizon, programme.today, speech) })
    if (await act.run(() => acts.move(commitment.id, horizon), done)) finish(`commitment-${commitment.id}`)
  }
  return (
    <Frame
      title={speech.say('tab.move')}
      close={() => finish()}
      closeWord={speech.say('save.not')}
      submit={{ word: speech.say('save'), act, send: () => void send() }}
    >
      <p className="words">{commitment.text}</p>
      <p className="quiet">
        {speech.say('tab.move.now', { date: horizonName(commitment.horizon, programme.today, speech) })}
      </p>
      <HorizonField value={horizon} onChange={setHorizon} tried={tried} />
    </Frame>
  )
}
