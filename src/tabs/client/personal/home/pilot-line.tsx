import { PeopleTeam20Regular } from '@fluentui/react-icons/svg/people-team'
import { placeAddress } from '../navigation/addresses.ts'
import { useDesk } from '../navigation/context.tsx'

/** For a pilot and who stands in: the way to what their Direction needs this week. */
export function PilotLine() {
  const { speech, me } = useDesk()
  const names = me.leads.map(({ name }) => name).join(', ')
  return (
    <p className="card pilot-line">
      <PeopleTeam20Regular aria-hidden />
      <span>{speech.say(me.deputy ? 'cockpit.deputy' : 'cockpit.pilot', { direction: names })}</span>
      <a href={placeAddress('cockpit')}>{speech.say('cockpit.open')}</a>
    </p>
  )
}
