import { Button } from '@fluentui/react-components'
import type { SharedCommitmentView } from '../../../contract/commitments.ts'
import { ColleagueStage } from '../../parts/commitments/colleague-stage.tsx'
import { type SameWording, standingIn } from '../../parts/commitments/same-wording.ts'
import { useSession } from '../../parts/page/context.tsx'
import { StateBadge } from '../../parts/panels/badge.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { useDirectionTab } from '../reading/context.tsx'

/** Mine, taken up too, or a button to do so. A badge takes the button's place, and then the focus. */
function Join({ commitment }: { commitment: SharedCommitmentView }) {
  const { translator, acting } = useSession()
  const { join } = useDirectionTab()
  const { id, mine, joined, text } = commitment
  if (mine || joined) {
    return (
      <span id={`joined-${id}`} tabIndex={-1} className="state">
        <StateBadge tone={mine ? 'neutral' : 'good'}>
          {translator.say(mine ? 'direction.mine' : 'direction.joined')}
        </StateBadge>
      </span>
    )
  }
  if (!acting) return null
  return (
    <Button
      size="small"
      aria-label={actName(translator, 'commit.me.too', text)}
      onClick={() => join(commitment)}
    >
      {translator.say('commit.me.too')}
    </Button>
  )
}

/** What colleagues chose to share in the same words: whose it is, how far, until when, a line each. */
export function SharedCommitment({ commitment }: { commitment: SameWording }) {
  const one = standingIn(commitment)
  return (
    <div className="commitment">
      <p className="words">{one.text}</p>
      {commitment.all.map(each => (
        <div className="commitment-line" key={each.id}>
          <p>
            <span>{each.author}</span>
            <ColleagueStage near={each} />
          </p>
          {each === one && <Join commitment={one} />}
        </div>
      ))}
    </div>
  )
}
