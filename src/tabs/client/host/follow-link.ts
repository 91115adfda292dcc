import { app } from '@microsoft/teams-js'

/** Lets Teams follow one of its own links without leaving it; where it cannot, the browser does. */
export async function followLink(link: string): Promise<void> {
  try {
    await app.openLink(link)
  } catch {
    window.open(link, '_blank', 'noopener')
  }
}
