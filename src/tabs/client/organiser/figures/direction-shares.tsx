import { number } from '../../../../i18n/format.ts'
import type { ProgrammeFiguresView } from '../../../contract/figures.ts'
import { StackedBar } from '../../parts/charts/bars.tsx'
import { ChartPanel } from '../../parts/charts/chart-panel.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { heldText, shareText } from './amounts.ts'
import { splitRepeated } from './repeated-rows.ts'

type Places = ProgrammeFiguresView['directions']

/** Each Direction's share of its headcount, in the programme's order: no ranking. */
export function DirectionShares({ places }: { places: Places }) {
  const { translator } = useSession()
  const { say, language } = translator
  const few = say('count.held', { count: 0 })
  const said = (place: Places[number]) => (place.small ? say('figures.small') : shareText(place, translator))
  const rows = places.map(place => [
    place.direction.name,
    said(place),
    place.small ? say('figures.small') : heldText(place.count, translator),
    number(place.direction.headcount, language),
  ])
  const { told, alike } = splitRepeated(places, place => (place.share > 0 ? undefined : said(place)))
  const alikeText = (text: string, count: number) =>
    text === few ? say('figures.places.few', { count }) : say('figures.places.alike', { text, count })
  const head = [say('figures.place'), say('figures.share'), say('figures.people'), say('figures.headcount')]
  return (
    <ChartPanel title={say('figures.places')} table={{ head, rows }}>
      {told.length > 0 && (
        <>
          <p className="quiet">{say('figures.places.order')}</p>
          <ul className="stacks places">
            {told.map(place => (
              <li key={place.direction.id}>
                <span className="stack-name">{place.direction.name}</span>
                <strong>{said(place)}</strong>
                <StackedBar most={100} parts={[{ fill: 'hatch', value: place.share }]} />
              </li>
            ))}
          </ul>
        </>
      )}
      {alike.map(({ text, count }) => (
        <p key={text} className="alike">
          {alikeText(text, count)}
        </p>
      ))}
    </ChartPanel>
  )
}
