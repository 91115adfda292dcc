import { Button, Checkbox, Field, Input, Select } from '@fluentui/react-components'
import type { Key } from '../../../../i18n/words.ts'
import { useSession } from '../../parts/page/context.tsx'
import { capitalised } from '../../parts/words/capital.ts'
import { useFilters } from '../parts/address.ts'
import { ACTS } from './act-texts.ts'
import { ROLE_WORDS } from './entry-texts.ts'
import { FILTERS } from './query.ts'

/** Filters of the list, kept in the address so that a link shows the same. */
export function Filters() {
  const { translator, programme } = useSession()
  const { say } = translator
  const [filters, set] = useFilters()
  const of = (name: (typeof FILTERS)[number]) => filters.get(name) ?? ''
  /** A filter of one day becomes a range, whose other end is kept. */
  const bound = (name: 'from' | 'until', value: string) => {
    const day = of('day')
    set('day', '')
    if (day) set(name === 'from' ? 'until' : 'from', day)
    set(name, value)
  }
  const narrowed = FILTERS.some(name => filters.has(name))
  return (
    <search className="journal-filters">
      <Field label={say('journal.filter.act')}>
        <Select value={of('act')} onChange={(_, { value }) => set('act', value)}>
          <option value="">{say('journal.filter.all')}</option>
          {Object.entries(ACTS).map(([feature, { about, acts }]) => (
            <optgroup key={feature} label={say(about)}>
              {Object.entries<Key>(acts).map(([act, key]) => (
                <option key={act} value={act}>
                  {say(key)}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      </Field>
      <Field label={say('journal.filter.role')}>
        <Select value={of('role')} onChange={(_, { value }) => set('role', value)}>
          <option value="">{say('journal.filter.all')}</option>
          {Object.entries<Key>(ROLE_WORDS).map(([role, key]) => (
            <option key={role} value={role}>
              {capitalised(say(key))}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={say('journal.filter.from')}>
        <Input
          type="date"
          value={of('from') || of('day')}
          max={of('until') || programme.today}
          onChange={(_, { value }) => bound('from', value)}
        />
      </Field>
      <Field label={say('journal.filter.until')}>
        <Input
          type="date"
          value={of('until') || of('day')}
          min={of('from') || of('day')}
          max={programme.today}
          onChange={(_, { value }) => bound('until', value)}
        />
      </Field>
      <Checkbox
        label={say('journal.filter.refused')}
        checked={of('refused') === '1'}
        onChange={(_, { checked }) => set('refused', checked === true ? '1' : '')}
      />
      {narrowed && (
        <Button
          appearance="subtle"
          onClick={event => {
            // The button disappears with the filters.
            event.currentTarget.closest('search')?.querySelector('select')?.focus()
            for (const name of FILTERS) set(name, '')
          }}
        >
          {say('journal.filter.clear')}
        </Button>
      )}
    </search>
  )
}
