import { Button } from '@fluentui/react-components'
import type { NearView } from '../../contract/commitments.ts'
import { StateBadge } from '../page/badge.tsx'
import { useGround } from '../page/ground.tsx'
import { Stage } from '../page/stage.tsx'
import { actName } from '../words/act-name.ts'
import { horizonText } from '../words/days.ts'
import { useCounter } from './counter.tsx'

/** Mine, taken up too, or a button to do so. A badge takes the button's place, and then the focus. */
function Join({ commitment }: { commitment: NearView }) {
  const { speech, acting } = useGround()
  const { join } = useCounter()
  const { id, mine, joined, text } = commitment
  if (mine || joined) {
    return (
      <span id={`joined-${id}`} tabIndex={-1} className="state">
        <StateBadge tone={mine ? 'neutral' : 'good'}>
          {speech.say(mine ? 'direction.mine' : 'direction.joined')}
        </StateBadge>
      </span>
    )
  }
  if (!acting) return null
  return (
    <Button size="small" aria-label={actName(speech, 'commit.me.too', text)} onClick={() => join(commitment)}>
      {speech.say('commit.me.too')}
    </Button>
  )
}

/** A commitment that a colleague chose to share: its words, whose it is, how far, until when. */
export function SharedCommitment({ commitment }: { commitment: NearView }) {
  const { speech, programme } = useGround()
  const { text, author, horizon, stage } = commitment
  return (
    <div className="commitment">
      <p className="words">{text}</p>
      <div className="commitment-line">
        <p>
          <span>{author}</span>
          <Stage stage={stage} />
          <span className="quiet">{horizonText(horizon, programme.today, speech)}</span>
        </p>
        <Join commitment={commitment} />
      </div>
    </div>
  )
}
