import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { number } from '../../../../i18n/format.ts'
import type { ReviewDirectionView, ReviewView } from '../../../contract/figures/review.ts'
import { DataTable, type TableColumn } from '../../parts/lists/data-table.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { useNarrow } from '../../parts/page/narrow.ts'
import { Panel } from '../../parts/panels/panel.tsx'
import type { Translator } from '../../parts/words/translator.ts'
import { shareText } from './amounts.ts'
import { splitRepeated } from './repeated-rows.ts'

/** « environ 24 % », « moins de 10 », « non montré » where few people work, '' before the first estimate. */
export function tookPartText({ small, participation }: ReviewDirectionView, translator: Translator): string {
  if (small) return translator.say('figures.small')
  return participation ? shareText(participation, translator) : ''
}

const isSilent = ({ participation, ideas, initiatives, stepsKept }: ReviewDirectionView) =>
  ideas + initiatives + stepsKept === 0 && (participation?.share ?? 0) === 0

/** Those with anything to say, and one sentence for the others, where they are several. */
export function saidOf(
  places: readonly ReviewDirectionView[],
  { say }: Translator,
): { readonly told: readonly ReviewDirectionView[]; readonly alike: readonly string[] } {
  const nothing = say('review.nothing')
  const { told, alike } = splitRepeated(places, place => (isSilent(place) ? nothing : undefined))
  return { told, alike: alike.map(({ text, count }) => say('figures.places.alike', { text, count })) }
}

/** Ideas of no Direction that is named here: '' where there are none. */
export function restText(
  { followed, directions }: Pick<ReviewView, 'followed' | 'directions'>,
  { say }: Translator,
): string {
  const count = directions.reduce((rest, { ideas }) => rest - ideas, followed.ideas)
  return count > 0 ? say('review.directions.rest', { count }) : ''
}

/** What is said of each, on the screen as on paper. */
export function directionColumns(translator: Translator) {
  const { say, language } = translator
  const counted = (count: (row: ReviewDirectionView) => number) => (row: ReviewDirectionView) =>
    number(count(row), language)
  return [
    { id: 'direction', head: say('review.direction'), cell: row => row.direction.name },
    {
      id: 'headcount',
      head: say('figures.headcount'),
      numeric: true,
      cell: counted(({ direction }) => direction.headcount),
    },
    {
      id: 'participation',
      head: say('review.participation'),
      numeric: true,
      cell: row => tookPartText(row, translator),
    },
    { id: 'ideas', head: say('review.ideas'), numeric: true, cell: counted(({ ideas }) => ideas) },
    { id: 'with-next', head: say('review.withNext'), numeric: true, cell: counted(row => row.withNext) },
    {
      id: 'initiatives',
      head: say('review.initiatives'),
      numeric: true,
      cell: counted(({ initiatives }) => initiatives),
    },
    { id: 'kept', head: say('review.stepsKept'), numeric: true, cell: counted(row => row.stepsKept) },
  ] as const satisfies readonly (TableColumn<ReviewDirectionView> & {
    readonly cell: (row: ReviewDirectionView) => string
  })[]
}

/** Cards on a phone, before all are asked for. */
const FIRST = 6

/** Directions in the programme's order, without their delays: nothing is ranked. */
export function DirectionTable({ review }: { review: ReviewView }) {
  const { translator } = useSession()
  const { say } = translator
  const { told, alike } = saidOf(review.directions, translator)
  const rest = restText(review, translator)
  const [open, setOpen] = useState(false)
  const folds = useNarrow() && told.length > FIRST
  return (
    <Panel title={say('review.directions')}>
      <p className="quiet">{say('review.directions.note')}</p>
      {told.length > 0 && (
        <DataTable
          caption={say('review.directions')}
          rows={folds && !open ? told.slice(0, FIRST) : told}
          idOf={({ direction }) => direction.id}
          columns={directionColumns(translator)}
        />
      )}
      {folds && (
        <Button appearance="transparent" className="more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? say('tab.less') : say('tab.more', { count: told.length })}
        </Button>
      )}
      {[...alike, ...(rest === '' ? [] : [rest])].map(text => (
        <p key={text} className="alike">
          {text}
        </p>
      ))}
    </Panel>
  )
}
