import { Button } from '@fluentui/react-components'
import { Info20Regular } from '@fluentui/react-icons/svg/info'
import { withinQuotes } from '../../../../kernel/text/quotes.ts'
import { axisOf } from '../../parts/page/context.tsx'
import { usePersonalTab } from '../navigation/context.tsx'

/** The axis on which the Direction has said nothing, and a question about it, ready to go to its channels; `mute`: nothing can. */
export function SilentAxis({ axis, direction, mute }: { axis: string; direction: string; mute: boolean }) {
  const { translator, programme, open } = usePersonalTab()
  const title = withinQuotes(axisOf(programme, axis)?.title ?? '')
  const draft = translator.say('post.axis', { axis: title })
  return (
    <div className="silent">
      <Info20Regular aria-hidden />
      <p>
        {translator.say('cockpit.silent', { axis: title })} <em>{draft}</em>
      </p>
      {!mute && (
        <Button
          size="small"
          onClick={() => open({ kind: 'post', direction, thing: 'axis', of: axis, draft })}
        >
          {translator.say('cockpit.silent.see')}
        </Button>
      )}
    </div>
  )
}
