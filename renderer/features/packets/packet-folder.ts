/** Where a packet lies on this computer, written as this computer writes paths. */
export function packetFolder(workspaceFolder: string, folder: string): string {
  const separator = workspaceFolder.includes('\\') ? '\\' : '/';
  return [workspaceFolder, 'exports', ...folder.split('/')].join(separator);
}
