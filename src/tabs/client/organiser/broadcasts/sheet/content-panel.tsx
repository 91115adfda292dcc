import type { BroadcastPreview, BroadcastView } from '../../../../contract/broadcasts.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { Panel } from '../../../parts/panels/panel.tsx'
import { audienceText, thingText } from '../broadcast/texts.ts'
import { Preview } from './preview.tsx'

function useFacts(view: BroadcastView): readonly (readonly [string, string])[] {
  const { translator, programme } = useSession()
  const { say, shortDay, time } = translator
  const { thing, titles, startedAt, goesUntil, state } = view
  const moment = (at: number) => say('cast.tab.moment', { date: shortDay(at), time: time(at) })
  const goes = state === 'running' || state === 'paused' || state === 'done'
  return [
    [say('cast.tab.fact.audience'), audienceText(translator, programme, view)],
    ...(thing
      ? [[say('cast.tab.fact.thing'), thingText(translator, thing.kind, titles.thing)] as const]
      : []),
    ...(startedAt === undefined ? [] : [[say('cast.tab.fact.begun'), moment(startedAt)] as const]),
    ...(goesUntil === undefined || !goes ? [] : [[say('cast.tab.fact.until'), moment(goesUntil)] as const]),
  ]
}

type Props = {
  readonly view: BroadcastView
  readonly previews: readonly BroadcastPreview[] | undefined
  readonly title: string
}

/** The card, and its audience. */
export function ContentPanel({ view, previews, title }: Props) {
  const facts = useFacts(view)
  return (
    <Panel title={title}>
      {previews ? <Preview previews={previews} /> : <div className="bone bone-panel" />}
      <dl className="cast-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
