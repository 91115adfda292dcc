import { Button } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons/svg/add'
import { useId } from 'react'
import { Unread } from '../../parts/notices/unread-notice.tsx'
import { usePersonalTab } from '../navigation/context.tsx'
import { AxisRow } from './axis-row.tsx'

/** The programme's axes in its order, each with my commitments; with its promise, for who comes for the `first` time. */
export function AxisRows({ first = false }: { readonly first?: boolean }) {
  const { programme, values, acting } = usePersonalTab()
  return (
    <>
      <Unread
        parts={['unread.commitments', 'unread.shared']}
        shown={!acting || values.commitments !== undefined}
      />
      <ul className={`card axes${acting ? '' : ' axes-read'}${first ? ' axes-first' : ''}`}>
        {programme.axes.map(axis => (
          <AxisRow key={axis.id} axis={axis} first={first} />
        ))}
      </ul>
    </>
  )
}

/** « Mes engagements », under each axis; the axes alone for who takes none. */
export function Axes() {
  const { translator, programme, acting, open } = usePersonalTab()
  const { say } = translator
  const heading = useId()
  return (
    <section aria-labelledby={heading}>
      <div className="section-head">
        <h2 id={heading}>
          {acting ? say('tab.commitments') : say('tab.axes', { count: programme.axes.length })}
        </h2>
        {acting && programme.closedAt === undefined && (
          <Button appearance="primary" icon={<Add20Regular />} onClick={() => open({ kind: 'commit' })}>
            {say('commit.take')}
          </Button>
        )}
      </div>
      <AxisRows />
    </section>
  )
}
