import '../../../parts/panels/details.css'
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
}

function Card({ previews }: Pick<Props, 'previews'>) {
  return previews ? <Preview previews={previews} /> : <div className="bone bone-panel" />
}

function Facts({ view }: Pick<Props, 'view'>) {
  return (
    <dl className="cast-facts">
      {useFacts(view).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The card, and its audience. */
export function ContentPanel({ title, view, previews }: Props & { readonly title: string }) {
  return (
    <Panel title={title}>
      <Card previews={previews} />
      <Facts view={view} />
    </Panel>
  )
}

/** The audience of what is sent, and its card on demand: the title of the page is its text. */
export function SentPanel({ view, previews }: Props) {
  const { say } = useSession().translator
  return (
    <section className="card panel cast-sent" aria-label={say('cast.tab.what')}>
      <Facts view={view} />
      <details className="unfold">
        <summary>{say('cast.tab.card.sent')}</summary>
        <Card previews={previews} />
      </details>
    </section>
  )
}
