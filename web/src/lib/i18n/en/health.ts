import type { texts as es } from '../es/health';
import { pluralIn } from '../plural';

const plural = pluralIn('en');

export const texts: typeof es = {
  title: 'Health of the system',
  lead: 'The backups, and the machine that keeps the data.',
  backups: 'Backups',
  make: 'Back up now',
  began: 'The backup has begun.',
  made: 'The backup is made and verified.',
  copying: 'Copying the data…',
  verifying: 'Verifying the backup: everything is computed again…',
  state: {
    elsewhere: 'Made by PostgreSQL',
    off: 'No backups',
    missing: 'None verified',
    overdue: 'Backup overdue',
    failed: 'The last one failed',
    good: 'Up to date',
  },
  says: {
    elsewhere: 'PostgreSQL is backed up by its own means; the handbook of the server says how.',
    off: 'The server makes no backups: if this machine is lost, what nobody copied by hand is ' +
      'lost. Whoever looks after it switches them on when starting it: «ayni serve … --backups ' +
      'FOLDER».',
    missing: 'There is no verified backup yet: if this machine is lost, everything is lost.',
    overdue: 'The last verified backup is too old: what was done after it would be lost with ' +
      'this machine.',
    failed: 'The backup before it is still good.',
    good: 'The last backup passed verification: the data can be brought back from it.',
  },
  daily: (hour, days) =>
    `One is made every day at ${hour}, and the last of each of ${days} days is kept.`,
  same_disk: 'The backups are on the same disk as the data: if it fails, both are lost. Ask for ' +
    'another disk.',
  problem: (when) => `The try of ${when} failed:`,
  no_folder: 'The folder of the backups is not there, or cannot be written.',
  kept: 'Verified backups',
  name: 'File',
  when: 'Made',
  size: 'Size',
  room: 'Free space for backups',
  system: 'The machine',
  version: 'Version of Ayni',
  storage: 'The data is in',
  data: 'Size of the data',
  free: 'Free space on its disk',
  record: 'Newest record of the audit trail',
  records: plural({ one: '# record', other: '# records' }),
  since: 'Serving since',
  requests: 'Requests since then',
  refused: plural({ one: '# refused', other: '# refused' }),
  unknown: 'Not known',
};
