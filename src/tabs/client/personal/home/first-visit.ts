import type { PersonalTab } from '../navigation/context.tsx'

const KEY = 'first-visit'

/** The day on which this device opened the tab first. Where nothing can be kept, it is always today. */
function firstDay(today: string): string {
  try {
    const kept = localStorage.getItem(KEY)
    if (kept === null) localStorage.setItem(KEY, today)
    return kept ?? today
  } catch {
    return today
  }
}

/** Whether something was done already, by what the page reads. */
function hasActed({
  commitments,
  myIdeas,
  workshops,
  ballots,
  initiatives,
  ideas,
  steps,
}: PersonalTab['values']) {
  return (
    commitments?.length !== 0 ||
    myIdeas?.length !== 0 ||
    workshops?.some(({ mine, came, facilitates }) => mine || came || facilitates) !== false ||
    ballots?.some(({ mine }) => mine !== undefined) !== false ||
    initiatives?.length !== 0 ||
    ideas?.some(({ supported }) => supported) === true ||
    (steps?.length ?? 0) > 0
  )
}

/**
 * An agent who never did anything here, on the first day on which this device opens the tab. What could not be read may
 * hold an act. A pilot knows the programme.
 */
export function isFirstVisit({ me, acting, programme, values }: PersonalTab): boolean {
  const first = firstDay(programme.today) === programme.today
  return first && acting && me.role !== 'pilot' && programme.closedAt === undefined && !hasActed(values)
}
