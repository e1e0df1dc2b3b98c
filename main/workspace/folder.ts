/** What a folder turned out to be that cannot hold a live database. */
export interface FolderVerdict {
  readonly fit: boolean;
  readonly problem: 'synced' | 'network' | null;
  /** The service's own name, e.g. `OneDrive`, `坚果云`, `NFS`. */
  readonly service: string;
}

/** What is known of this computer; passed in, so that a test can be any computer. */
export interface FolderSurroundings {
  readonly platform: 'win32' | 'darwin' | 'linux' | (string & {});
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Lines of /proc/mounts, empty elsewhere. */
  readonly mounts: readonly string[];
  /** Names of entries found in the folder or any folder above it. */
  readonly entriesAbove: readonly string[];
}

const FIT: FolderVerdict = { fit: true, problem: null, service: '' };

/** Folder names that a sync program gives its root, compared without case. A number or account may follow. */
const SYNCED_NAMES: readonly { readonly pattern: RegExp; readonly service: string }[] = [
  { pattern: /^onedrive(\b|[ -])/i, service: 'OneDrive' },
  { pattern: /^dropbox(\b|[ (])/i, service: 'Dropbox' },
  { pattern: /^(my drive|google ?drive|googledrive.*|我的云端硬盘)$/i, service: 'Google Drive' },
  { pattern: /^(icloud ?drive|mobile documents|com~apple~clouddocs)$/i, service: 'iCloud' },
  { pattern: /^(nutstore files|nutstore|坚果云|我的坚果云)$/i, service: '坚果云' },
  {
    pattern: /^(baidunetdisk(workspace|download)?|baidusyncdisk|百度网盘|百度云同步盘)$/i,
    service: '百度网盘',
  },
  { pattern: /^(wechat files|xwechat_files|微信文件)$/i, service: '微信' },
  { pattern: /^(wxwork|企业微信)$/i, service: '企业微信' },
  { pattern: /^(dingtalk|钉钉)$/i, service: '钉钉' },
  { pattern: /^(synologydrive|cloudstation)$/i, service: 'Synology Drive' },
  { pattern: /^(box|box sync)$/i, service: 'Box' },
  { pattern: /^(pcloud ?drive|pcloud sync)$/i, service: 'pCloud' },
  { pattern: /^(nextcloud|owncloud)$/i, service: 'Nextcloud' },
  { pattern: /^(wps ?云盘|wps ?cloud ?files|wpsdrive)$/i, service: 'WPS 云盘' },
  { pattern: /^(quark ?cloud ?drive|夸克网盘|aliyundrive|阿里云盘)$/i, service: '网盘' },
];

const SYNC_MARKERS: readonly { readonly name: string; readonly service: string }[] = [
  { name: '.dropbox', service: 'Dropbox' },
  { name: '.dropbox.cache', service: 'Dropbox' },
  { name: '.nextcloudsync.log', service: 'Nextcloud' },
  { name: '.synologyworkingdirectory', service: 'Synology Drive' },
  { name: '.baidu_sync', service: '百度网盘' },
  { name: '.nutstore', service: '坚果云' },
  { name: '.stfolder', service: 'Syncthing' },
];

const NETWORK_FILE_SYSTEMS = new Set([
  'nfs',
  'nfs4',
  'cifs',
  'smb3',
  'smbfs',
  'afpfs',
  '9p',
  'davfs',
  'fuse.sshfs',
  'fuse.rclone',
  'fuse.davfs',
  'ceph',
  'glusterfs',
]);

/**
 * Says whether a folder is inside something that copies or serves files behind our back, where a live SQLite database
 * is damaged sooner or later.
 *
 * @param folder absolute path with the platform's own separators, links resolved.
 */
export function recogniseFolder(folder: string, surroundings: FolderSurroundings): FolderVerdict {
  const parts = folder.split(/[\\/]+/).filter((part) => part !== '');
  for (const { pattern, service } of SYNCED_NAMES) {
    if (parts.some((part) => pattern.test(part))) return { fit: false, problem: 'synced', service };
  }
  for (const variable of ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial']) {
    const root = surroundings.environment[variable];
    if (root !== undefined && root !== '' && isInside(folder, root)) {
      return { fit: false, problem: 'synced', service: 'OneDrive' };
    }
  }
  const above = new Set(surroundings.entriesAbove.map((name) => name.toLowerCase()));
  for (const { name, service } of SYNC_MARKERS) {
    if (above.has(name)) return { fit: false, problem: 'synced', service };
  }
  if (surroundings.platform === 'win32' && /^[\\/]{2}[^\\/?.]/.test(folder)) {
    return { fit: false, problem: 'network', service: parts[0] ?? '' };
  }
  return networkMount(folder, surroundings.mounts);
}

/** Looks for the longest mount point the folder lies under, and at its file system. */
function networkMount(folder: string, mounts: readonly string[]): FolderVerdict {
  const under = mounts
    .map((line) => line.split(' '))
    .map(([, point = '', kind = '']) => ({ point: point.replaceAll('\\040', ' '), kind }))
    .filter(({ point }) => isInside(folder, point))
    .sort((left, right) => right.point.length - left.point.length)[0];
  if (under === undefined || !NETWORK_FILE_SYSTEMS.has(under.kind)) return FIT;
  return { fit: false, problem: 'network', service: under.kind.replace('fuse.', '').toUpperCase() };
}

function isInside(folder: string, root: string): boolean {
  const normal = (path: string) => path.replaceAll('\\', '/').replace(/\/+$/, '').toLowerCase();
  const [inner, outer] = [normal(folder), normal(root)];
  return inner === outer || inner.startsWith(`${outer}/`);
}
