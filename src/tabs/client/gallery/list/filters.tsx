import { Select } from '@fluentui/react-components'
import type { Key } from '../../../../i18n/words.ts'
import {
  type GalleryFilters,
  type GalleryOrder,
  ORDERS,
  orderOf,
  TRIED,
  type TriedFilter,
} from '../../data/sources/gallery-query.ts'
import { SearchField } from '../../parts/forms/search-field.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { FoldedFilters } from '../../parts/panels/folded-filters.tsx'

/** Takes the focus once everything is shown again. */
export const SEARCH = 'gallery-search'
/** Says how an order is made, where its name does not. */
const ORDER = 'gallery-order'
/** Written out, or the page would not have them. */
const NAMES: Readonly<Record<GalleryOrder, Key>> = {
  new: 'gallery.sort.new',
  supported: 'gallery.sort.supported',
  across: 'gallery.sort.across',
}

const TRIED_NAMES: Readonly<Record<TriedFilter, Key>> = {
  running: 'gallery.which.running',
  generalised: 'gallery.which.generalised',
  stopped: 'gallery.which.stopped',
}

type Props = { readonly query: GalleryFilters; readonly ask: (query: GalleryFilters) => void }
type Choice = { readonly id: string; readonly name: string }

type ChoiceProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** First in the list, for no choice. */
  readonly all?: string
  readonly choices: readonly Choice[]
  /** Id of what says more of it. */
  readonly about?: string | undefined
}

function ChoiceField({ label, value, onChange, all, choices, about }: ChoiceProps) {
  return (
    <Select
      aria-label={label}
      aria-describedby={about}
      value={value}
      onChange={(_, data) => onChange(data.value)}
    >
      {all !== undefined && <option value="">{all}</option>}
      {choices.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  )
}

/** One's own, or what became of a trial: in one field, since nobody looks for both at once. */
function WhichField({ query, ask }: Props) {
  const { translator, acting } = useSession()
  const { say } = translator
  return (
    <ChoiceField
      label={say('gallery.which')}
      value={query.mine ? 'mine' : query.trial}
      onChange={which =>
        ask({ ...query, mine: which === 'mine', trial: TRIED.find(stage => stage === which) ?? '' })
      }
      all={say('gallery.which.all')}
      choices={[
        ...(acting ? [{ id: 'mine', name: say('gallery.mine') }] : []),
        ...TRIED.map(id => ({ id, name: say(TRIED_NAMES[id]) })),
      ]}
    />
  )
}

function Choices({ query, ask }: Props) {
  const { translator, programme } = useSession()
  const { say } = translator
  const axes = programme.axes.map(({ id, title }) => ({ id, name: title }))
  const orders = ORDERS.map(id => ({ id, name: say(NAMES[id]) }))
  return (
    <>
      <ChoiceField
        label={say('gallery.axis')}
        value={query.axis}
        onChange={axis => ask({ ...query, axis })}
        all={say('gallery.axis.all')}
        choices={axes}
      />
      <ChoiceField
        label={say('gallery.direction')}
        value={query.direction}
        onChange={direction => ask({ ...query, direction })}
        all={say('gallery.direction.all')}
        choices={programme.directions}
      />
      <WhichField query={query} ask={ask} />
      <ChoiceField
        label={say('gallery.sort')}
        value={query.sort}
        onChange={sort => ask({ ...query, sort: orderOf(sort) })}
        choices={orders}
        about={query.sort === 'across' ? ORDER : undefined}
      />
    </>
  )
}

/** What to look for, and in which order. On a phone the choices unfold under the search. */
export function Filters({ query, ask }: Props) {
  const { translator } = useSession()
  return (
    <div className="filters">
      <SearchField
        id={SEARCH}
        className="filter-search"
        words={query.q}
        label={translator.say('gallery.search.label')}
        search={q => ask({ ...query, q })}
      />
      <FoldedFilters name="filters" label={translator.say('gallery.filter')}>
        <Choices query={query} ask={ask} />
      </FoldedFilters>
      {query.sort === 'across' && (
        <p id={ORDER} className="quiet filters-order">
          {translator.say('gallery.sort.across.how')}
        </p>
      )}
    </div>
  )
}
