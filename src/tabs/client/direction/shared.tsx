import { EyeOff20Regular } from '@fluentui/react-icons/svg/eye-off'
import { useId, useRef } from 'react'
import type { NearView } from '../../contract/commitments.ts'
import type { AxisView } from '../../contract/programme.ts'
import { Emblem } from '../page/emblem.tsx'
import { useGround } from '../page/ground.tsx'
import { ReadOn } from '../page/read-on.tsx'
import { FoldedList } from '../page/short-list.tsx'
import { amount } from './amounts.ts'
import { useCounter } from './counter.tsx'
import { SharedCommitment } from './shared-commitment.tsx'

/** Those kept to oneself are a rounded count; once nothing reaches five the page has said so already. */
function Unshared({ axis }: { axis: AxisView }) {
  const { speech } = useGround()
  const { figures } = useCounter().values
  const count = figures?.unshared.find(cell => cell.axis === axis.id)?.count
  if (!figures?.enough || count === undefined) return null
  return <p className="quiet">{speech.say('direction.unshared', { amount: amount(count, speech) })}</p>
}

function AxisShared({ axis, shared }: { axis: AxisView; shared: readonly NearView[] | undefined }) {
  const { speech, acting } = useGround()
  return (
    <li className="axis">
      <Emblem axis={axis} />
      <div className="axis-name">
        <h3>{axis.title}</h3>
        <Unshared axis={axis} />
      </div>
      {acting && (
        <div className="axis-mine">
          <FoldedList
            items={shared?.filter(commitment => commitment.axis === axis.id)}
            limit={3}
            empty={<p className="quiet">{speech.say('direction.shared.none')}</p>}
            draw={commitment => <SharedCommitment commitment={commitment} />}
          />
        </div>
      )}
    </li>
  )
}

/** « Engagements partagés, par axe »: by the names of those who share, the others counted; an observer reads no name. */
export function Shared() {
  const { speech, programme, acting } = useGround()
  const { values, cut, readOn } = useCounter()
  const heading = useId()
  const list = useRef<HTMLUListElement>(null)
  const shared = values.commitments
  if (!acting && !values.figures?.enough) return null
  return (
    <section className="card shared" aria-labelledby={heading}>
      <div className="panel-head shared-head">
        <h2 id={heading}>{speech.say(acting ? 'direction.byName' : 'direction.kept')}</h2>
        {values.figures?.enough && (
          <p className="quiet">
            <EyeOff20Regular aria-hidden />
            {speech.say('direction.small')}
          </p>
        )}
      </div>
      <ul className="axes" ref={list} tabIndex={-1}>
        {programme.axes.map(axis => (
          <AxisShared key={axis.id} axis={axis} shared={shared} />
        ))}
      </ul>
      <ReadOn
        read={cut.commitments ? () => readOn(['commitments']) : undefined}
        list={list}
        count={programme.axes.length}
      />
    </section>
  )
}
