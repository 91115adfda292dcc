import { Button } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons/svg/add'
import { useId } from 'react'
import { Unread } from '../../parts/notices/unread-notice.tsx'
import { usePersonalTab } from '../navigation/context.tsx'
import { AxisRow } from './axis-row.tsx'

/** The programme's axes in its order, each with my commitments. */
export function Axes() {
  const { translator, programme, values, acting, open } = usePersonalTab()
  const heading = useId()
  return (
    <section aria-labelledby={heading}>
      <div className="section-head">
        <h2 id={heading}>{translator.say('tab.axes', { count: programme.axes.length })}</h2>
        {acting && programme.closedAt === undefined && (
          <Button appearance="primary" icon={<Add20Regular />} onClick={() => open({ kind: 'commit' })}>
            {translator.say('commit.take')}
          </Button>
        )}
      </div>
      <Unread
        parts={['unread.commitments', 'unread.shared']}
        shown={!acting || values.commitments !== undefined}
      />
      <ul className={acting ? 'card axes' : 'card axes axes-read'}>
        {programme.axes.map(axis => (
          <AxisRow key={axis.id} axis={axis} />
        ))}
      </ul>
    </section>
  )
}
