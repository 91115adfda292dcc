import { Button } from '@fluentui/react-components'
import type { WeekView } from '../../../contract/nudges.ts'
import { actName } from '../../parts/words/button-name.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import type { DialogRequest } from '../navigation/dialog-request.ts'

export type PostRequest = Extract<DialogRequest, { kind: 'post' }>
type Published = WeekView['published'] | undefined

type Props = {
  readonly request: PostRequest
  /** What it is about, for who hears the button alone. */
  readonly about: string
  readonly published: Published
  readonly word: 'nudge.post.send' | 'cockpit.silent.see'
  readonly size?: 'small'
}

/** « Publier », or since when that is done: then another press leads to the form, which says so again. */
export function PublishAct({ request, about, published = [], word, size }: Props) {
  const { translator, open } = usePersonalTab()
  const { say, shortDay, time } = translator
  const { thing, of } = request
  const done = published.find(each => each.thing === thing && each.of === of)
  const again = done && ({ appearance: 'subtle', size: 'small' } as const)
  const act = done ? 'cockpit.again' : word
  const button = (
    <Button
      {...(size && { size })}
      {...again}
      aria-label={actName(translator, act, about)}
      onClick={() => open(request)}
    >
      {say(act)}
    </Button>
  )
  if (!done) return button
  return (
    <div className="week-published">
      <strong>{say('nudge.published', { date: shortDay(done.at), time: time(done.at) })}</strong>
      {button}
    </div>
  )
}
