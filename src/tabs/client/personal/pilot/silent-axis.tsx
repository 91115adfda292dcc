import { Info20Regular } from '@fluentui/react-icons/svg/info'
import { withinQuotes } from '../../../../kernel/text/quotes.ts'
import type { WeekView } from '../../../contract/nudges.ts'
import { axisOf } from '../../parts/page/context.tsx'
import { usePersonalTab } from '../navigation/context.tsx'
import { PublishAct } from './publish-act.tsx'

type Props = {
  readonly axis: string
  readonly direction: string
  readonly mute: boolean
  readonly published: WeekView['published']
}

/** The axis on which the Direction has said nothing, and a question about it, ready to go to its channels; `mute`: nothing can. */
export function SilentAxis({ axis, direction, mute, published }: Props) {
  const { translator, programme } = usePersonalTab()
  const title = withinQuotes(axisOf(programme, axis)?.title ?? '')
  const draft = translator.say('post.axis', { axis: title })
  return (
    <div className="silent">
      <Info20Regular aria-hidden />
      <p>
        {translator.say('cockpit.silent', { axis: title })} <em>{draft}</em>
      </p>
      {!mute && (
        <PublishAct
          request={{ kind: 'post', direction, thing: 'axis', of: axis, draft }}
          about={title}
          published={published}
          word="cockpit.silent.see"
          size="small"
        />
      )}
    </div>
  )
}
