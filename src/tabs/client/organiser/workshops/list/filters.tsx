import { Button, Field, Input, Select } from '@fluentui/react-components'
import { Search20Regular } from '@fluentui/react-icons/svg/search'
import { useEffect, useState } from 'react'
import type { PlannedState, PlanningPeriod } from '../../../../contract/workshops/planning.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { FoldedFilters } from '../../../parts/panels/folded-filters.tsx'
import { sectionAddress, useFilters } from '../../parts/address.ts'

const SETTLE = 300

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

function Search({ text, set }: { text: string; set: (text: string) => void }) {
  const { say } = useSession().translator
  const [typed, type] = useState(text)
  useEffect(() => type(text), [text])
  useEffect(() => {
    if (typed === text) return
    const later = setTimeout(() => set(typed), SETTLE)
    return () => clearTimeout(later)
  })
  return (
    <Input
      type="search"
      className="filter-text"
      value={typed}
      maxLength={100}
      contentBefore={<Search20Regular aria-hidden />}
      placeholder={say('gallery.search')}
      aria-label={say('plan.filter.text')}
      onChange={(_, data) => type(data.value)}
    />
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
    <search className="filters">
      <Search text={filters.text} set={text => set('text', text)} />
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
    </search>
  )
}
