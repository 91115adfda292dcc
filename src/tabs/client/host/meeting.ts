import { app, meeting } from '@microsoft/teams-js'

/**
 * Whether this person may put the page on the meeting's stage: an organiser or presenter, where the administrator
 * consented to `MeetingStage.Write.Chat`. False where Teams does not say. Source: teams-js,
 * `meeting.getAppContentStageSharingCapabilities`.
 */
export function mayShareToStage(): Promise<boolean> {
  return new Promise(resolve => {
    try {
      meeting.getAppContentStageSharingCapabilities((error, capabilities) =>
        resolve(!error && capabilities?.doesAppHaveSharePermission === true),
      )
    } catch {
      resolve(false)
    }
  })
}

/** Puts `url`, of this app, on the stage that all in the meeting see. @returns whether Teams did */
export function shareToStage(url: string): Promise<boolean> {
  return new Promise(resolve => {
    try {
      meeting.shareAppContentToStage((error, done) => resolve(!error && done === true), url)
    } catch {
      resolve(false)
    }
  })
}

/** Tells Teams that the page on the stage is drawn, which removes its loading indicator. */
export function tellShown(): void {
  void app.notifySuccess()
}
