import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { BallotView } from '../../../contract/ballots/ballots.ts'
import type { DirectionsView, DirectionTurnoutView } from '../../../contract/ballots/results.ts'
import { pathTo } from '../../data/store/lists.ts'
import { Pending } from '../../parts/lists/pending.tsx'
import { useReading } from '../../parts/lists/reading.ts'
import { usePersonalTab } from '../navigation/context.tsx'

/** With fewer votes nothing is shown by Direction. */
const STEP = 5

/** How many Directions support each option, beside the raw total: a large one does not decide alone. */
function Supports({ ballot, supports }: { ballot: BallotView } & Pick<DirectionsView, 'supports'>) {
  const { translator } = usePersonalTab()
  const known = ballot.options.flatMap(({ id, title }) => {
    const count = supports.find(({ option }) => option === id)?.count
    return count === undefined ? [] : [{ id, title, count }]
  })
  return (
    <>
      <ul className="rows">
        {known.map(({ id, title, count }) => (
          <li key={id}>
            <strong>{title}</strong>{' '}
            <span className="quiet">{translator.say('ballot.directions', { count })}</span>
          </li>
        ))}
      </ul>
      <p className="quiet">{translator.say('ballot.small')}</p>
    </>
  )
}

function Turnouts({ ballot }: { ballot: BallotView }) {
  const { translator } = usePersonalTab()
  const path = pathTo('/ballots', ballot.id, 'directions')
  const { value, failure, again } = useReading<DirectionsView>(path, ['ballots'])
  if (!value) return <Pending failure={failure} again={again} />
  const figures = ({ votes, voters, share, small }: DirectionTurnoutView) =>
    small
      ? translator.say('ballot.direction.small')
      : translator.say('ballot.direction', { votes, voters, share: translator.share(share, 100) })
  return (
    <section aria-label={translator.say('ballot.byDirection.title')}>
      {!ballot.secret && <Supports ballot={ballot} supports={value.supports} />}
      {value.items.length === 0 && <p className="quiet">{translator.say('ballot.byDirection.kept')}</p>}
      <ul className="rows">
        {value.items.map(each => (
          <li key={each.id}>
            <strong>{each.name}</strong> <span className="quiet">{figures(each)}</span>
          </li>
        ))}
      </ul>
      {value.items.length > 0 && <p className="quiet">{translator.say('ballot.byDirection.note')}</p>}
    </section>
  )
}

/** The turn-out of each Direction that a ballot asked, once it has closed and somebody wants to know. */
export function DirectionTurnouts({ ballot }: { ballot: BallotView }) {
  const { translator } = usePersonalTab()
  const [shown, setShown] = useState(false)
  const { audience, named, votes } = ballot
  const asked = audience === 'everybody' || (audience === 'directions' && named.length > 1)
  if (ballot.state !== 'closed' || votes < STEP || !asked) return null
  return (
    <>
      <div className="acts">
        <Button aria-expanded={shown} onClick={() => setShown(!shown)}>
          {translator.say('ballot.byDirection')}
        </Button>
      </div>
      {shown && <Turnouts ballot={ballot} />}
    </>
  )
}
