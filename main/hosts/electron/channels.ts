/** The only channels between the page's process and the shell. */
export const CHANNELS = {
  /** Page to shell: a line to the core is asked for. */
  connect: 'appealdesk:connect',
  /** Page to shell and back: a folder is chosen. */
  chooseFolder: 'appealdesk:choose-folder',
  /** Page to shell and back: whether the program starts at login. */
  startAtLogin: 'appealdesk:start-at-login',
  /** Page to shell and back: whether it shall. */
  setStartAtLogin: 'appealdesk:set-start-at-login',
  /** Shell to page: a message for the page's window. */
  message: 'appealdesk:message',
} as const;
