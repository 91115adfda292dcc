import { Button } from '@fluentui/react-components'
import { Info20Regular } from '@fluentui/react-icons/svg/info'
import { withinQuotes } from '../../../../kernel/text/quotes.ts'
import { axisOf } from '../../parts/page/context.tsx'
import { useDesk } from '../navigation/context.tsx'

/** The axis on which the Direction has said nothing, and a question about it, ready to go to its channels; `mute`: nothing can. */
export function Silent({ axis, direction, mute }: { axis: string; direction: string; mute: boolean }) {
  const { speech, programme, open } = useDesk()
  const title = withinQuotes(axisOf(programme, axis)?.title ?? '')
  const draft = speech.say('post.axis', { axis: title })
  return (
    <div className="silent">
      <Info20Regular aria-hidden />
      <p>
        {speech.say('cockpit.silent', { axis: title })} <em>{draft}</em>
      </p>
      {!mute && (
        <Button
          size="small"
          onClick={() => open({ kind: 'post', direction, thing: 'axis', of: axis, draft })}
        >
          {speech.say('cockpit.silent.see')}
        </Button>
      )}
    </div>
  )
}
