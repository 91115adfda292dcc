import { pages } from '@microsoft/teams-js'

/** Shows another tab of the app, at `thing` where it is given. Where Teams cannot, the page gives way to that one. */
export async function openTab(name: 'gallery' | 'organiser' | 'personal', thing = ''): Promise<void> {
  try {
    await pages.currentApp.navigateTo({ pageId: name, subPageId: thing })
  } catch {
    location.assign(`/tabs/${name}${thing && `#/${thing}`}`)
  }
}

/** Calls `press` at each press of Teams' own « Back », a phone's above all; it says whether the page went back. */
export function onBack(press: () => boolean): void {
  if (pages.backStack.isSupported()) pages.backStack.registerBackButtonHandler(press)
}
