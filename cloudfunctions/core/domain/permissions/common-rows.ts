/** What every officer may: know who they are, read the lists that are theirs, keep views of them. */
export const READING = {
  getMe: 'anywhere',
  getDirectory: 'anywhere',
  // As far as the list itself is theirs.
  readRows: 'anywhere',
  listNotices: 'anywhere',
  listViews: 'anywhere',
  saveView: 'anywhere',
  deleteView: 'anywhere',
  // Each lead of a bulk is permitted by the command itself.
  bulk: 'anywhere',
  // Whether the lead may be read decides.
  seeLead: 'anywhere',
} as const;
