import { PeopleTeam20Regular } from '@fluentui/react-icons/svg/people-team'
import { pageAddress } from '../navigation/addresses.ts'
import { usePersonalTab } from '../navigation/context.tsx'

/** Link to the week of the Direction, for its pilot and deputy. */
export default function PilotLine() {
  const { translator, me } = usePersonalTab()
  const names = me.leads.map(({ name }) => name).join(', ')
  return (
    <p className="card pilot-line">
      <PeopleTeam20Regular aria-hidden />
      <span>{translator.say(me.deputy ? 'cockpit.deputy' : 'cockpit.pilot', { direction: names })}</span>
      <a href={pageAddress('cockpit')}>{translator.say('cockpit.open')}</a>
    </p>
  )
}
