import type { InitiativeView } from '../../../contract/initiatives/initiatives.ts'
import type { ProgrammeView } from '../../../contract/programme/programme.ts'
import { useSession } from '../../parts/page/context.tsx'

const TONES = 5

/** « Karim El Amrani » → « KE » */
export function initialsOf(name: string): string {
  const words = name.split(/[\s'’-]+/).filter(word => /^\p{L}/u.test(word))
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map(word => [...(word ?? '')].slice(0, 1).join('').toUpperCase())
    .join('')
}

/** A stable tint by name. */
function toneOf(name: string): number {
  return [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % TONES
}

/** Initials in a circle. Decorative: the name is shown beside. */
export function Initials({ name }: { name: string }) {
  return (
    <span className={`initials initials-${toneOf(name)}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}

export function directionName({ directions }: ProgrammeView, id: string | undefined): string | undefined {
  return directions.find(direction => direction.id === id)?.name
}

/** Who carries it, or that somebody is looked for; and the Direction that the idea came from. */
export function Carrier({ initiative: { owner, direction } }: { initiative: InitiativeView }) {
  const { translator, programme } = useSession()
  const place = directionName(programme, direction)
  return (
    <div className="carrier">
      {owner && <Initials name={owner} />}
      <div>
        <p>{owner ?? translator.say('initiative.seekOwner')}</p>
        {place && <p className="quiet">{translator.say('gallery.from', { direction: place })}</p>}
      </div>
    </div>
  )
}
