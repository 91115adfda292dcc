import { Button, Link } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons/svg/add'
import { useState } from 'react'
import type { CommitmentView } from '../../../contract/commitments.ts'
import type { AxisView } from '../../../contract/programme/programme.ts'
import { Emblem } from '../../parts/panels/axis-emblem.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import { ShortList } from '../navigation/short-list.tsx'
import { Commitment } from './commitment.tsx'

/** Those still to keep first, nearest horizon at the head; then those that ended, latest first. */
function sorted(list: readonly CommitmentView[]): readonly CommitmentView[] {
  const open = list.filter(({ state }) => state === 'taken')
  const ended = list.filter(({ state }) => state !== 'taken')
  return [
    ...open.toSorted((a, b) => a.horizon.localeCompare(b.horizon)),
    ...ended.toSorted((a, b) => (b.endedOn ?? '').localeCompare(a.endedOn ?? '')),
  ]
}

/**
 * Keeps the order of the first rendering during the visit, with new ones first, so that what was just taken or ended
 * keeps its place and the focus.
 */
function useSteadyOrder(list: readonly CommitmentView[] | undefined): readonly CommitmentView[] | undefined {
  const [first] = useState(() => sorted(list ?? []).map(({ id }) => id))
  return list?.toSorted((a, b) => first.indexOf(a.id) - first.indexOf(b.id))
}

type Props = {
  readonly axis: AxisView
  /** Its promise is what counts: nothing is taken yet. */
  readonly first: boolean
}

function AxisName({ axis, first }: Props) {
  const { translator, values, acting, open } = usePersonalTab()
  const count = values.shared?.find(shared => shared.axis === axis.id)?.count ?? 0
  const told = count > 0 && !first
  const shared = translator.say('tab.share', { count })
  return (
    <div className="axis-name">
      <h3>{axis.title}</h3>
      {!told && <p className="quiet">{axis.promise}</p>}
      {told && !acting && <p className="quiet">{shared}</p>}
      {told && acting && (
        <Link
          as="button"
          inline
          className="axis-shared"
          aria-label={translator.say('tab.act', { act: shared, text: axis.title })}
          onClick={() => open({ kind: 'colleagues', axis })}
        >
          {shared}
        </Link>
      )}
    </div>
  )
}

function Mine({ axis, first }: Props) {
  const { translator, programme, values, open } = usePersonalTab()
  const mine = useSteadyOrder(values.commitments?.filter(commitment => commitment.axis === axis.id))
  const empty = mine?.length === 0
  return (
    <>
      <div className="axis-mine">
        {mine && (
          <ShortList
            items={mine}
            limit={2}
            empty={!first && <p className="quiet">{translator.say('empty.commitments')}</p>}
            draw={commitment => <Commitment commitment={commitment} />}
          />
        )}
      </div>
      {programme.closedAt === undefined && (
        <Button
          className="axis-add"
          appearance={empty ? 'secondary' : 'subtle'}
          icon={<Add20Regular />}
          aria-label={actName(translator, 'commit.take', axis.title)}
          onClick={() => open({ kind: 'commit', axis: axis.id })}
        >
          {empty && <span className="axis-add-word">{translator.say('commit.take')}</span>}
        </Button>
      )}
    </>
  )
}

export function AxisRow({ axis, first }: Props) {
  const { values, acting } = usePersonalTab()
  const empty = values.commitments?.every(commitment => commitment.axis !== axis.id)
  return (
    <li className={empty ? 'axis axis-empty' : 'axis'}>
      <Emblem axis={axis} />
      <AxisName axis={axis} first={first} />
      {acting && <Mine axis={axis} first={first} />}
    </li>
  )
}
