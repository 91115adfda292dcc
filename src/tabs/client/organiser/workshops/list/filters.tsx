import { Button, Field, Select } from '@fluentui/react-components'
import type { PlannedState, PlanningPeriod } from '../../../../contract/workshops/planning.ts'
import { SearchField } from '../../../parts/forms/search-field.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { FoldedFilters } from '../../../parts/panels/folded-filters.tsx'
import { sectionAddress, useFilters } from '../../parts/address.ts'

export type Filters = {
  readonly when: PlanningPeriod
  readonly state: string
  readonly axis: string
  readonly text: string
}

export function filtersIn(asked: URLSearchParams): Filters {
  const when = asked.get('when')
  return {
    when: when === 'past' || when === 'drafts' ? when : 'coming',
    state: asked.get('state') ?? '',
    axis: asked.get('axis') ?? '',
    text: asked.get('text') ?? '',
  }
}

export const isNarrowed = ({ state, axis, text }: Filters) => state !== '' || axis !== '' || text !== ''

/** Where the list is read. */
export function pathOf({ when, state, axis, text }: Filters): string {
  const asked = new URLSearchParams({ when })
  for (const [name, value] of Object.entries({ state, axis, text })) if (value) asked.set(name, value)
  return `/planning?${asked}`
}

/** What is to come, what is over, what is not announced yet. */
export function Views({ when, reading }: { when: PlanningPeriod; reading: boolean }) {
  const { say } = useSession().translator
  const views = [
    ['coming', say('plan.coming'), ''],
    ['past', say('plan.past'), '?when=past'],
    ['drafts', say('plan.drafts'), '?when=drafts'],
  ] as const
  return (
    <nav aria-label={say('plan.views')} className="views">
      <ul>
        {views
          .filter(([name]) => !reading || name !== 'drafts')
          .map(([name, word, query]) => (
            <li key={name}>
              <a
                href={sectionAddress('workshops') + query}
                {...(name === when && { 'aria-current': 'page' as const })}
              >
                {word}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}

/** By state, by axis and by words, all kept in the address. The choices unfold under the search. */
export function PlanFilters({ filters }: { filters: Filters }) {
  const { translator, programme } = useSession()
  const { say } = translator
  const [, set] = useFilters()
  const states: readonly (readonly [PlannedState, string])[] = [
    ['open', say('plan.state.open')],
    ['early', say('plan.state.soon')],
    ['full', say('series.full')],
    ['closed', say('workshop.stage.closed')],
    ['underway', say('workshop.underway')],
    ['postponed', say('workshop.stage.postponed')],
    ['cancelled', say('workshop.stage.cancelled')],
  ]
  return (
    <div className="filters">
      <SearchField
        className="filter-text"
        words={filters.text}
        label={say('plan.filter.text')}
        search={text => set('text', text)}
      />
      <FoldedFilters
        name="filters"
        label={say('queue.filter')}
        set={filters.state !== '' || filters.axis !== ''}
      >
        {filters.when === 'coming' && (
          <Field label={say('plan.col.state')}>
            <Select value={filters.state} onChange={(_, { value }) => set('state', value)}>
              <option value="">{say('plan.filter.states')}</option>
              {states.map(([value, word]) => (
                <option key={value} value={value}>
                  {word}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field label={say('workshop.field.axis')}>
          <Select value={filters.axis} onChange={(_, { value }) => set('axis', value)}>
            <option value="">{say('plan.filter.axes')}</option>
            {programme.axes.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        </Field>
      </FoldedFilters>
      {isNarrowed(filters) && (
        <Button
          appearance="subtle"
          onClick={() => {
            for (const name of ['text', 'state', 'axis']) set(name, '')
          }}
        >
          {say('plan.filter.clear')}
        </Button>
      )}
    </div>
  )
}
