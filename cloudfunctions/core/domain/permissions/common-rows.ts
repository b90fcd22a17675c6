/** What every officer may: know who they are, read the lists that are theirs, keep views of them. */
export const READING = {
  getMe: 'anywhere',
  getDirectory: 'anywhere',
  // Cut to the leads of their own township, sector or unit.
  listQueue: 'anywhere',
  getQueueFigures: 'anywhere',
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

/** What those may beside it who have the whole county before them: staff, leaders and administrators. */
export const READING_COUNTY = {
  getStatistics: 'anywhere',
  getCodeFigures: 'anywhere',
  listIssues: 'anywhere',
  getLead: 'county',
} as const;
