import { pages } from '@microsoft/teams-js'

/** Opens another tab of the app, at `thing` if given; where Teams cannot, this page navigates there. */
export async function openTab(name: 'gallery' | 'organiser' | 'personal', thing = ''): Promise<void> {
  try {
    await pages.currentApp.navigateTo({ pageId: name, subPageId: thing })
  } catch {
    location.assign(`/tabs/${name}${thing && `#/${thing}`}`)
  }
}

/** Handles Teams' « Back », above all a phone's; `press` tells whether the page went back. */
export function onBack(press: () => boolean): void {
  if (pages.backStack.isSupported()) pages.backStack.registerBackButtonHandler(press)
}
