import { app } from '@microsoft/teams-js'

/** Has Teams open one of its own links in place; else the browser does. */
export async function followLink(link: string): Promise<void> {
  try {
    await app.openLink(link)
  } catch {
    window.open(link, '_blank', 'noopener')
  }
}
