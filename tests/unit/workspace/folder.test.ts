import { describe, expect, it } from 'vitest';
import { recogniseFolder, type FolderSurroundings } from '../../../main/workspace/folder.ts';

const WINDOWS: FolderSurroundings = { platform: 'win32', environment: {}, mounts: [], entriesAbove: [] };
const LINUX: FolderSurroundings = { ...WINDOWS, platform: 'linux' };
const MAC: FolderSurroundings = { ...WINDOWS, platform: 'darwin' };

describe('a folder that something else copies or serves is recognised before it can hold a workspace', () => {
  it.each<[string, FolderSurroundings, string]>([
    ['C:\\Users\\li\\OneDrive\\AppealDesk', WINDOWS, 'OneDrive'],
    ['C:\\Users\\li\\OneDrive - 示例公司\\申诉台', WINDOWS, 'OneDrive'],
    ['/Users/li/Library/CloudStorage/OneDrive-Personal/desk', MAC, 'OneDrive'],
    ['D:\\Dropbox\\desk', WINDOWS, 'Dropbox'],
    ['C:\\Users\\li\\Dropbox (Personal)\\desk', WINDOWS, 'Dropbox'],
    ['/Users/li/Library/Mobile Documents/com~apple~CloudDocs/desk', MAC, 'iCloud'],
    ['C:\\Users\\li\\iCloudDrive\\desk', WINDOWS, 'iCloud'],
    ['D:\\坚果云\\desk', WINDOWS, '坚果云'],
    ['D:\\我的坚果云\\desk', WINDOWS, '坚果云'],
    ['/home/li/Nutstore Files/desk', LINUX, '坚果云'],
    ['D:\\BaiduNetdiskWorkspace\\desk', WINDOWS, '百度网盘'],
    ['D:\\BaiduSyncdisk\\desk', WINDOWS, '百度网盘'],
    ['D:\\百度网盘\\desk', WINDOWS, '百度网盘'],
    ['C:\\Users\\li\\Documents\\WeChat Files\\wxid_1\\FileStorage\\desk', WINDOWS, '微信'],
    ['C:\\Users\\li\\Documents\\xwechat_files\\desk', WINDOWS, '微信'],
    ['C:\\Users\\li\\Documents\\WXWork\\desk', WINDOWS, '企业微信'],
    ['D:\\SynologyDrive\\desk', WINDOWS, 'Synology Drive'],
    ['/home/li/Nextcloud/desk', LINUX, 'Nextcloud'],
    ['G:\\My Drive\\desk', WINDOWS, 'Google Drive'],
    ['G:\\我的云端硬盘\\desk', WINDOWS, 'Google Drive'],
    ['C:\\Users\\li\\Box\\desk', WINDOWS, 'Box'],
    ['D:\\WPS云盘\\desk', WINDOWS, 'WPS 云盘'],
  ])('%s', (folder, surroundings, service) => {
    expect(recogniseFolder(folder, surroundings)).toEqual({ fit: false, problem: 'synced', service });
  });

  it('by the folder that Windows says OneDrive has, whatever it is called', () => {
    const surroundings = { ...WINDOWS, environment: { OneDriveCommercial: 'D:\\公司云盘' } };
    expect(recogniseFolder('d:\\公司云盘\\申诉台', surroundings)).toMatchObject({
      fit: false,
      service: 'OneDrive',
    });
    expect(recogniseFolder('d:\\公司云盘2\\申诉台', surroundings)).toMatchObject({ fit: true });
  });

  it.each([
    ['.dropbox', 'Dropbox'],
    ['.stfolder', 'Syncthing'],
    ['.nutstore', '坚果云'],
    ['.SynologyWorkingDirectory', 'Synology Drive'],
  ])('by the mark %s that its program leaves in a folder above', (mark, service) => {
    expect(recogniseFolder('/data/desk', { ...LINUX, entriesAbove: ['.git', mark] })).toEqual({
      fit: false,
      problem: 'synced',
      service,
    });
  });

  it.each<[string, FolderSurroundings, string]>([
    ['\\\\nas\\share\\desk', WINDOWS, 'nas'],
    ['\\\\192.168.1.8\\home\\desk', WINDOWS, '192.168.1.8'],
    [
      '/mnt/nas/desk',
      { ...LINUX, mounts: ['/dev/sda1 / ext4 rw 0 0', 'nas:/vol /mnt/nas nfs4 rw 0 0'] },
      'NFS4',
    ],
    ['/mnt/win/desk', { ...LINUX, mounts: ['//nas/share /mnt/win cifs rw 0 0'] }, 'CIFS'],
    ['/home/li/远 程/desk', { ...LINUX, mounts: ['host:/ /home/li/远\\040程 fuse.sshfs rw 0 0'] }, 'SSHFS'],
  ])('on a network: %s', (folder, surroundings, service) => {
    expect(recogniseFolder(folder, surroundings)).toEqual({ fit: false, problem: 'network', service });
  });
});

describe('a local folder is not refused for its name', () => {
  it.each<[string, FolderSurroundings]>([
    ['C:\\Users\\li\\AppealDesk', WINDOWS],
    ['D:\\box-photos\\desk', WINDOWS],
    ['D:\\OneDriveNot\\desk', WINDOWS],
    ['D:\\dropboxes\\desk', WINDOWS],
    ['D:\\微信聊天截图\\desk', WINDOWS],
    ['D:\\微信文件整理\\desk', WINDOWS],
    ['D:\\备份自坚果云\\desk', WINDOWS],
    ['D:\\my drive-in\\desk', WINDOWS],
    ['/home/li/nextcloud-export/desk', LINUX],
    ['\\\\?\\C:\\Users\\li\\desk', WINDOWS],
    ['/mnt/nas2/desk', { ...LINUX, mounts: ['nas:/vol /mnt/nas nfs4 rw 0 0', '/dev/sda1 / ext4 rw 0 0'] }],
    [
      '/mnt/nas/local/desk',
      { ...LINUX, mounts: ['nas:/ /mnt/nas nfs rw 0 0', '/dev/sdb1 /mnt/nas/local ext4 rw 0 0'] },
    ],
    ['/home/li/desk', { ...LINUX, mounts: ['overlay / overlay rw 0 0', 'tmpfs /home tmpfs rw 0 0'] }],
  ])('%s', (folder, surroundings) => {
    expect(recogniseFolder(folder, surroundings)).toEqual({ fit: true, problem: null, service: '' });
  });
});
