import { usePersonalTab } from '../navigation/context.tsx'

/** What the programme is, in one sentence; the method file may say it in its own words. */
export function useAbout(): string {
  const { translator, programme } = usePersonalTab()
  return translator.say('tab.about', { count: programme.axes.length })
}
