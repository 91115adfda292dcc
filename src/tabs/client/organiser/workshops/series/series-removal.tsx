import { Button } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { SeriesView } from '../../../../contract/workshops/planning.ts'
import type { Call } from '../../../data/api/call.ts'
import { ActFailure, useAct } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { sectionAddress } from '../../parts/address.ts'

const ASKS = 'series-remove'

function AskButton({ ask }: { ask: () => void }) {
  const { say } = useSession().translator
  return (
    <Button id={ASKS} appearance="subtle" onClick={ask}>
      {say('series.remove')}
    </Button>
  )
}

type Props = { readonly call: Call; readonly series: SeriesView; readonly leave: () => void }

/** A draft that is thrown away does not come back, nor do its days: that is asked once. */
export function SeriesRemoval({ call, series, leave }: Props) {
  const { say } = useSession().translator
  const act = useAct()
  const keepButton = useRef<HTMLButtonElement>(null)
  useEffect(() => keepButton.current?.focus(), [])
  const remove = async () => {
    const done = await act.run(() => call('POST', `/series/${encodeURIComponent(series.id)}/remove`), {
      text: say('series.removed'),
      about: series.title,
      at: sectionAddress('workshops'),
    })
    if (done) location.hash = sectionAddress('workshops')
  }
  const back = () => {
    leave()
    document.getElementById(ASKS)?.focus()
  }
  return (
    <Notice
      tone="warning"
      action={
        <div className="acts">
          <Button ref={keepButton} onClick={back}>
            {say('series.remove.not')}
          </Button>
          <ActButton act={act} onPress={() => void remove()}>
            {say('series.remove.sure')}
          </ActButton>
        </div>
      }
    >
      {say('series.remove.ask')}. {say('series.remove.means')}
      <ActFailure act={act} />
    </Notice>
  )
}

SeriesRemoval.Button = AskButton
