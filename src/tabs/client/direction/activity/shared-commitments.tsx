import { useId, useRef } from 'react'
import type { SharedCommitmentView } from '../../../contract/commitments.ts'
import type { AxisView } from '../../../contract/programme/programme.ts'
import { alike } from '../../parts/commitments/same-wording.ts'
import { FoldedList } from '../../parts/lists/folded-list.tsx'
import { ReadOn } from '../../parts/lists/read-on.tsx'
import { Unread } from '../../parts/notices/unread-notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Emblem } from '../../parts/panels/axis-emblem.tsx'
import { useDirectionTab } from '../reading/context.tsx'
import { SharedCommitment } from './shared-commitment.tsx'

type Props = {
  readonly axis: AxisView
  readonly shared: readonly SharedCommitmentView[]
  readonly cut: boolean
}

function AxisShared({ axis, shared, cut }: Props) {
  const { translator } = useSession()
  return (
    <li className="axis">
      <Emblem axis={axis} />
      <div className="axis-name">
        <h3>{axis.title}</h3>
      </div>
      <div className="axis-mine">
        <FoldedList
          items={alike(shared).filter(commitment => commitment.axis === axis.id)}
          limit={3}
          partial={cut}
          empty={<p className="quiet">{translator.say('direction.shared.none')}</p>}
          draw={commitment => <SharedCommitment commitment={commitment} />}
        />
      </div>
    </li>
  )
}

/** What people share, by their names; an observer reads no name. */
export function SharedCommitments() {
  const { translator, programme, acting } = useSession()
  const { values, cut, readOn } = useDirectionTab()
  const heading = useId()
  const list = useRef<HTMLUListElement>(null)
  const shared = values.commitments
  if (!acting) return null
  return (
    <section className="card shared" aria-labelledby={heading}>
      <div className="panel-head shared-head">
        <h2 id={heading}>{translator.say('direction.named')}</h2>
      </div>
      <Unread parts={['unread.shared']} shown={shared !== undefined} />
      {shared?.length === 0 && <p className="quiet">{translator.say('direction.shared.none')}</p>}
      {shared && shared.length > 0 && (
        <ul className="axes" ref={list} tabIndex={-1}>
          {programme.axes.map(axis => (
            <AxisShared key={axis.id} axis={axis} shared={shared} cut={cut.commitments === true} />
          ))}
        </ul>
      )}
      <ReadOn
        read={cut.commitments ? () => readOn(['commitments']) : undefined}
        list={list}
        count={programme.axes.length}
      />
    </section>
  )
}
