/**
 * Deep link to the app's page in Teams, where a person installs it. `teamsAppId`: its id in the catalogue. Source:
 * Microsoft Learn, «Create a deep link to an application» (`/l/app/{appId}`).
 */
export function installLinkOf(teamsAppId: string): string {
  return `https://teams.microsoft.com/l/app/${teamsAppId}`
}
