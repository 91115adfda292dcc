import { Button } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { BallotPreview } from '../../../contract/ballots/drafts.ts'
import type { ActState } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { BotCard } from '../../parts/panels/bot-card.tsx'
import { channelsText } from '../../parts/words/channel-text.ts'
import { UnlinkedDirections } from '../parts/unlinked-directions.tsx'
import { momentOf } from './stage.tsx'

type Props = {
  readonly preview: BallotPreview
  readonly act: ActState
  readonly open: () => void
  readonly edit: () => void
}

/** Preview of the ballot's card, with buttons to edit and to open. */
export function Preview({ preview, act, open, edit }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const { stage, places, unbound, shut, audience } = preview
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const notes = [
    ...(places.length > 0
      ? [say('ballot.preview.where', { channel: channelsText(places, translator) })]
      : []),
    ...(stage === 'open' ? [] : [momentOf(preview, translator)]),
    ...(audience === 'directions' ? [say('ballot.declared')] : []),
  ]
  return (
    <>
      {unbound.length > 0 && (
        <UnlinkedDirections>
          {say('announce.unbound', { directions: unbound.join(', ') })} {say('announce.unbound.there')}
        </UnlinkedDirections>
      )}
      {shut.length > 0 && (
        <Notice tone="warning">{say('announce.shut', { channels: channelsText(shut, translator) })}</Notice>
      )}
      <section className="card panel ballot-preview">
        <h2 ref={title} tabIndex={-1}>
          {say('plan.preview')}
        </h2>
        <BotCard preview={preview.card} />
        {notes.map(note => (
          <p key={note} className="quiet">
            {note}
          </p>
        ))}
        <div className="acts">
          <ActButton act={act} appearance="primary" onPress={open}>
            {say(stage === 'open' ? 'ballot.open' : 'ballot.prepare')}
          </ActButton>
          <Button onClick={edit}>{say('ballot.edit')}</Button>
        </div>
      </section>
    </>
  )
}
